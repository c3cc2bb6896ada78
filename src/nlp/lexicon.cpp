// SPDX-License-Identifier: Apache-2.0
#include "nlp/lexicon.hpp"

#include <atomic>

#include "base/utf8.hpp"
#include "nlp/msgpack.hpp"
#include "nlp/string_id.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

namespace {

using unicode::Property;

/// NORMs of quotes, dashes and currencies, which spaCy keeps in its code.
constexpr std::pair<std::string_view, std::string_view> kBaseNorms[] = {
#include "nlp/tables/base_norms.inc"
};

constexpr std::size_t kLongWord = 100;
constexpr std::size_t kSuffixLength = 3;
constexpr int kLongestRun = 4;

char32_t shape_of(char32_t c) {
  if (unicode::has(c, Property::alpha)) return unicode::has(c, Property::upper) ? U'X' : U'x';
  return unicode::has(c, Property::digit) ? U'd' : c;
}

}  // namespace

std::string word_shape(std::string_view orth) {
  if (utf8::length(orth) >= kLongWord) return "LONG";
  std::string shape;
  char32_t last = 0;
  int run = 0;
  for (std::size_t i = 0; i < orth.size();) {
    const char32_t mapped = shape_of(utf8::next(orth, i));
    run = mapped == last ? run + 1 : 1;
    last = mapped;
    if (run <= kLongestRun) utf8::append(shape, mapped);
  }
  return shape;
}

Result<NormTable> NormTable::load(const std::string& directory) {
  const auto file = Msgpack::read(directory + "/vocab/lookups.bin");
  if (!file) return fail(file.error());
  const Msgpack& data = **file;
  const auto entries = data.root().find("lexeme_norm");
  if (!entries || entries->kind() != Msgpack::Kind::map)
    return data.error(data.root(), "no map \"lexeme_norm\"");
  NormTable table;
  for (const auto& [orth, norm] : kBaseNorms) table.norm_of_[string_id(orth)] = string_id(norm);
  const auto values = entries->children();
  for (std::size_t i = 0; i + 1 < values.size(); i += 2) {
    const auto key = values[i].unsigned_integer();
    const auto norm = values[i + 1].text();
    if (!key || !norm) return data.error(values[i], "\"lexeme_norm\" must map numbers to strings");
    table.norm_of_[*key] = string_id(*norm);
  }
  return table;
}

std::uint64_t NormTable::norm_id(std::string_view orth, std::uint64_t orth_id) const {
  const auto found = norm_of_.find(orth_id);
  return found != norm_of_.end() ? found->second : string_id(unicode::lower(orth));
}

std::uint32_t Lexicon::intern(std::string_view orth, std::uint64_t norm) {
  const std::uint64_t id = string_id(orth);
  const std::uint64_t key = id ^ (norm << 1 | norm >> 63);
  const auto [entry, fresh] = number_of_.emplace(key, static_cast<std::uint32_t>(lexemes_.size()));
  if (fresh) {
    Lexeme lexeme;
    lexeme.orth = id;
    lexeme.norm = norm != 0 ? norm : norms_->norm_id(orth, id);
    lexeme.prefix = string_id(orth.substr(0, unicode::first_length(orth)));
    lexeme.suffix = string_id(unicode::last(orth, kSuffixLength));
    lexeme.shape = string_id(word_shape(orth));
    lexeme.is_space = unicode::all_space(orth);
    lexemes_.push_back(lexeme);
  }
  return entry->second;
}

void Lexicon::clear() {
  static std::atomic<std::uint64_t> last_generation{0};
  generation_ = ++last_generation;
  lexemes_.clear();
  number_of_.clear();
}

}  // namespace entente::nlp
