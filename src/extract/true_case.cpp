// SPDX-License-Identifier: Apache-2.0
#include "extract/true_case.hpp"

#include <algorithm>
#include <array>

#include "extract/letters.hpp"

namespace entente::extract {
namespace {

constexpr std::size_t kFewestWords = 4;

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_word_byte(char c) {
  return is_small(c) || is_upper(c) || (c & 0x80) != 0;
}

bool has_small(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_small);
}

// Calls use(begin, end) for each run of letters.
template <class Use>
void each_word(std::string_view text, const Use& use) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_word_byte(text[begin])) continue;
    std::size_t end = begin;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    use(begin, end);
    begin = end;
  }
}

bool is_function_word(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kWords = {
      "a",  "an", "and", "as",   "at",  "by", "for",  "from",  "in",      "its",
      "of", "on", "or",  "over", "the", "to", "with", "after", "against", "between"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::string in_small(std::string_view word) {
  std::string small(word);
  for (char& c : small)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return small;
}

}  // namespace

const std::set<std::string, std::less<>>& TrueCase::words() const {
  if (words_) return *words_;
  words_.emplace();
  for (std::size_t begin = 0; begin < document_.size();) {
    const std::size_t end = std::min(document_.find('\n', begin), document_.size());
    const std::string_view line = document_.substr(begin, end - begin);
    if (has_small(line))
      each_word(line, [&](std::size_t a, std::size_t b) { words_->emplace(line.substr(a, b - a)); });
    begin = end + 1;
  }
  return *words_;
}

MappedText TrueCase::heading(MappedText text) const {
  std::size_t count = 0;
  each_word(text.text, [&](std::size_t, std::size_t) { ++count; });
  if (count < kFewestWords || has_small(text.text)) return text;
  const std::string shouted = text.text;
  bool first = true;
  each_word(shouted, [&](std::size_t begin, std::size_t end) {
    const std::string_view word = std::string_view(shouted).substr(begin, end - begin);
    std::string plain = in_small(word);
    const bool small = is_function_word(plain) || words().count(plain) > 0;
    const bool acronym = !small && words().count(word) > 0;
    if (acronym) plain = word;
    if (first || !small) plain[0] = word[0];
    text.text.replace(begin, end - begin, plain);
    first = false;
  });
  return text;
}

}  // namespace entente::extract
