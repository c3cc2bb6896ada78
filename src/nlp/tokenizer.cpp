// SPDX-License-Identifier: Apache-2.0
#include "nlp/tokenizer.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "nlp/affixes.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

namespace {

constexpr std::size_t kMostChunks = 50'000;
constexpr std::size_t kMostLexemes = 50'000;
constexpr std::size_t kLongestCachedChunk = 64;

}  // namespace

void TokenizerMemory::trim() {
  if (chunks.size() < kMostChunks && lexicon.size() < kMostLexemes) return;
  chunks.clear();
  lexicon.clear();
}

/// Splits one chunk; ranges are in code points of the chunk, half-open.
class Tokenizer::ChunkSplitter {
 public:
  ChunkSplitter(const Tokenizer& tokenizer, std::string_view chunk, Lexicon& lexicon, bool with_exceptions)
      : tokenizer_(tokenizer), chunk_(chunk), lexicon_(lexicon), with_exceptions_(with_exceptions) {
    byte_at_.reserve(chunk.size() + 1);
    for (std::size_t i = 0; i < chunk.size();) {
      byte_at_.push_back(static_cast<std::uint32_t>(i));
      wide_.push_back(utf8::next(chunk, i));
    }
    byte_at_.push_back(static_cast<std::uint32_t>(chunk.size()));
  }

  [[nodiscard]] std::vector<ChunkPiece> run() {
    end_ = wide_.size();
    peel();
    if (begin_ < end_) emit_core();
    for (std::size_t i = suffixes_.size(); i-- > 0;) emit(suffixes_[i].first, suffixes_[i].second);
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] std::u32string_view wide(std::size_t begin, std::size_t end) const {
    return std::u32string_view(wide_).substr(begin, end - begin);
  }
  [[nodiscard]] std::string_view bytes(std::size_t begin, std::size_t end) const {
    return chunk_.substr(byte_at_[begin], byte_at_[end] - byte_at_[begin]);
  }
  [[nodiscard]] const Exception* exception(std::size_t begin, std::size_t end) const {
    return with_exceptions_ && begin < end ? tokenizer_.exception(bytes(begin, end)) : nullptr;
  }

  void emit(std::size_t begin, std::size_t end) {
    const std::string_view orth = bytes(begin, end);
    pieces_.push_back({static_cast<std::uint32_t>(orth.size()), lexicon_.intern(orth)});
  }

  void take_prefix(std::size_t length) {
    emit(begin_, begin_ + length);
    begin_ += length;
  }
  void take_suffix(std::size_t length) {
    suffixes_.emplace_back(end_ - length, end_);
    end_ -= length;
  }

  /// Takes prefixes and suffixes off until an exception, or nothing more to take, is left.
  void peel() {
    for (std::size_t last = 0; begin_ < end_ && end_ - begin_ != last;) {
      if (exception(begin_, end_) != nullptr) return;
      last = end_ - begin_;
      const std::size_t prefix = prefix_length(wide(begin_, end_));
      if (prefix != 0 && exception(begin_ + prefix, end_) != nullptr) return take_prefix(prefix);
      const std::size_t suffix = suffix_length(wide(begin_ + prefix, end_));
      if (suffix != 0 && exception(begin_, end_ - suffix) != nullptr) return take_suffix(suffix);
      if (prefix != 0) take_prefix(prefix);
      if (suffix != 0) take_suffix(suffix);
    }
  }

  void emit_core() {
    if (const Exception* known = exception(begin_, end_)) return emit_exception(*known);
    const std::u32string_view core = wide(begin_, end_);
    if (looks_like_url(core)) return emit(begin_, end_);
    std::size_t start = 0;
    for (const auto& [from, to] : infixes(core)) {
      if (from == 0) continue;
      if (from != start) emit(begin_ + start, begin_ + from);
      emit(begin_ + from, begin_ + to);
      start = to;
    }
    if (start < core.size()) emit(begin_ + start, end_);
  }

  void emit_exception(const Exception& known) {
    std::string_view rest = bytes(begin_, end_);
    for (const ExceptionPiece& piece : known) {
      pieces_.push_back({piece.bytes, lexicon_.intern(rest.substr(0, piece.bytes), piece.norm)});
      rest.remove_prefix(piece.bytes);
    }
  }

  const Tokenizer& tokenizer_;
  std::string_view chunk_;
  Lexicon& lexicon_;
  bool with_exceptions_;
  std::u32string wide_;
  std::vector<std::uint32_t> byte_at_;  ///< of every code point, and the end
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> suffixes_;
  std::vector<ChunkPiece> pieces_;
};

const Tokenizer::Exception* Tokenizer::exception(std::string_view chunk) const {
  if (chunk.size() > longest_exception_) return nullptr;
  const auto found = exceptions_.find(chunk);
  return found != exceptions_.end() ? &found->second : nullptr;
}

std::vector<ChunkPiece> Tokenizer::pieces_of(std::string_view chunk, Lexicon& lexicon,
                                             bool with_exceptions) const {
  return ChunkSplitter(*this, chunk, lexicon, with_exceptions).run();
}

void Tokenizer::append_chunk(std::string_view text, Span chunk, TokenizerMemory& memory,
                             std::vector<RawToken>& tokens, bool with_exceptions) const {
  const auto append = [&](const std::vector<ChunkPiece>& pieces) {
    std::uint32_t at = chunk.begin;
    for (const ChunkPiece& piece : pieces) {
      tokens.push_back({{at, at + piece.bytes}, piece.lexeme, false});
      at += piece.bytes;
    }
  };
  const std::string_view bytes = text.substr(chunk.begin, chunk.size());
  if (const auto known = memory.chunks.find(bytes); known != memory.chunks.end())
    return append(known->second);
  auto pieces = pieces_of(bytes, memory.lexicon, with_exceptions);
  append(pieces);
  if (bytes.size() <= kLongestCachedChunk && memory.chunks.size() < kMostChunks)
    memory.chunks.emplace(bytes, std::move(pieces));
}

void Tokenizer::split(std::string_view text, TokenizerMemory& memory, std::vector<RawToken>& tokens,
                      bool with_exceptions) const {
  std::uint32_t start = 0;
  bool in_space = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto at = static_cast<std::uint32_t>(i);
    const char32_t c = utf8::next(text, i);
    const bool space = unicode::is_space(c);
    if (at == 0) in_space = space;
    if (space == in_space) continue;
    if (start < at) append_chunk(text, {start, at}, memory, tokens, with_exceptions);
    start = at;
    if (c == U' ') {
      tokens.back().space_after = true;
      ++start;
    }
    in_space = space;
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  if (start < end) append_chunk(text, {start, end}, memory, tokens, with_exceptions);
}

void Tokenizer::tokenize(std::string_view text, TokenizerMemory& memory,
                         std::vector<RawToken>& tokens) const {
  tokens.clear();
  split(text, memory, tokens, true);
  apply_phrases(text, memory, tokens);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Tokenizer::phrase_ranges(
    const std::vector<RawToken>& tokens, const Lexicon& lexicon) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  const auto fits = [&](std::size_t at, const std::vector<std::uint64_t>& phrase) {
    if (phrase.size() > tokens.size() - at) return false;
    for (std::size_t k = 0; k < phrase.size(); ++k)
      if (lexicon[tokens[at + k].lexeme].orth != phrase[k]) return false;
    return true;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto found = phrases_.find(lexicon[tokens[i].lexeme].orth);
    if (found == phrases_.end()) continue;
    for (const auto& phrase : found->second)
      if (fits(i, phrase))
        ranges.emplace_back(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + phrase.size()));
  }
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) {
    const auto a_length = a.second - a.first;
    const auto b_length = b.second - b.first;
    return a_length != b_length ? a_length > b_length : a.first < b.first;
  });
  return ranges;
}

/// Exceptions that the affix rules tore apart are put together again.
void Tokenizer::apply_phrases(std::string_view text, TokenizerMemory& memory,
                              std::vector<RawToken>& tokens) const {
  const auto ranges = phrase_ranges(tokens, memory.lexicon);
  if (ranges.empty()) return;
  const std::vector<RawToken> whole = std::exchange(tokens, {});
  std::vector<bool> seen(whole.size());
  std::vector<std::uint32_t> end_of(whole.size());  // of the phrase that begins here, or 0
  for (const auto& [begin, end] : ranges) {
    if (!seen[begin] && !seen[end - 1]) end_of[begin] = end;
    std::fill(seen.begin() + begin, seen.begin() + end, true);
  }
  for (std::size_t i = 0; i < whole.size();) {
    const std::size_t end = std::max<std::size_t>(end_of[i], i + 1);
    const Span span{whole[i].span.begin, whole[end - 1].span.end};
    const Exception* known = end_of[i] == 0 ? nullptr : exception(text.substr(span.begin, span.size()));
    if (known == nullptr) {
      tokens.insert(tokens.end(), whole.begin() + static_cast<std::ptrdiff_t>(i),
                    whole.begin() + static_cast<std::ptrdiff_t>(end));
    } else {
      std::uint32_t at = span.begin;
      for (const ExceptionPiece& piece : *known) {
        tokens.push_back(
            {{at, at + piece.bytes}, memory.lexicon.intern(text.substr(at, piece.bytes), piece.norm), false});
        at += piece.bytes;
      }
      tokens.back().space_after = whole[end - 1].space_after;
    }
    i = end;
  }
}

void Tokenizer::add_phrase(const std::string& chunk) {
  const std::u32string wide = utf8::decode(chunk);
  if (prefix_length(wide) == 0 && suffix_length(wide) == 0 && infixes(wide).empty() &&
      wide.find(U' ') == wide.npos)
    return;
  const NormTable no_norms;
  TokenizerMemory memory(no_norms);
  std::vector<RawToken> tokens;
  split(chunk, memory, tokens, false);
  std::vector<std::uint64_t> phrase;
  for (const RawToken& token : tokens) phrase.push_back(memory.lexicon[token.lexeme].orth);
  auto& known = phrases_[phrase.front()];
  if (std::find(known.begin(), known.end(), phrase) == known.end()) known.push_back(std::move(phrase));
}

void Tokenizer::add_phrases() {
  std::vector<std::string> chunks;
  for (const auto& [chunk, pieces] : exceptions_) chunks.push_back(chunk);
  std::sort(chunks.begin(), chunks.end());
  for (const std::string& chunk : chunks) add_phrase(chunk);
}

}  // namespace entente::nlp
