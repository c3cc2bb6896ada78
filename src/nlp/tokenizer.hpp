// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "nlp/lexicon.hpp"
#include "text/span.hpp"

namespace entente::nlp {

/// A token before any annotation.
struct RawToken {
  Span span;
  std::uint32_t lexeme = 0;  ///< number in the Lexicon given
  bool space_after = false;
};

/// One token of a chunk (a run of text without white space, or of white space alone).
struct ChunkPiece {
  std::uint32_t bytes = 0;
  std::uint32_t lexeme = 0;
};

/// Lets std::unordered_map<std::string, ...> be asked with a string_view.
struct TextHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

/// What a thread remembers between texts; it has no influence on results.
struct TokenizerMemory {
  explicit TokenizerMemory(const NormTable& norms) : lexicon(norms) {}

  /// Forgets everything when it has grown large; between texts only.
  void trim();

  Lexicon lexicon;
  std::unordered_map<std::string, std::vector<ChunkPiece>, TextHash, std::equal_to<>> chunks;
};

/// spaCy's English tokenizer: exceptions from the model's file, affix rules from nlp/affixes.hpp.
class Tokenizer {
 public:
  /// Reads `tokenizer` of a model directory; a data error when its rules are not the English ones known here.
  [[nodiscard]] static Result<Tokenizer> load(const std::string& directory);

  /// Tokens of well-formed UTF-8; what `tokens` held before is dropped.
  void tokenize(std::string_view text, TokenizerMemory& memory, std::vector<RawToken>& tokens) const;

 private:
  struct ExceptionPiece {
    std::uint32_t bytes = 0;
    std::uint64_t norm = 0;  ///< string id, or 0
  };
  using Exception = std::vector<ExceptionPiece>;
  class ChunkSplitter;

  [[nodiscard]] const Exception* exception(std::string_view chunk) const;
  void split(std::string_view text, TokenizerMemory& memory, std::vector<RawToken>& tokens,
             bool with_exceptions) const;
  void append_chunk(std::string_view text, Span chunk, TokenizerMemory& memory, std::vector<RawToken>& tokens,
                    bool with_exceptions) const;
  [[nodiscard]] std::vector<ChunkPiece> pieces_of(std::string_view chunk, Lexicon& lexicon,
                                                  bool with_exceptions) const;
  void add_phrases();
  void add_phrase(const std::string& chunk);
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> phrase_ranges(
      const std::vector<RawToken>& tokens, const Lexicon& lexicon) const;
  void apply_phrases(std::string_view text, TokenizerMemory& memory, std::vector<RawToken>& tokens) const;

  std::unordered_map<std::string, Exception, TextHash, std::equal_to<>> exceptions_;
  std::size_t longest_exception_ = 0;  ///< in bytes
  /// Token sequences (string ids) that the affix rules make of an exception, by their first token.
  std::unordered_map<std::uint64_t, std::vector<std::vector<std::uint64_t>>> phrases_;
};

}  // namespace entente::nlp
