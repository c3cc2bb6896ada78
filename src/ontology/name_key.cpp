// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "ontology/gazetteer.hpp"

namespace entente::ontology {

namespace {

constexpr std::size_t kLongestAcronym = 6;

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::u32string_view kQuotes = U"\u2018\u2019\u201B\u02BC`\u00B4";
constexpr std::u32string_view kDoubleQuotes = U"\u201C\u201D\u201E";
constexpr std::u32string_view kDashes = U"\u2010\u2011\u2012\u2013\u2014\u2212";
constexpr char32_t kSoftHyphen = U'\u00AD';

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

/// Typographic quotes and dashes as on a keyboard; everything else as it is, without marks.
std::string plain(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t begin = i;
    const char32_t c = utf8::next(name, i);
    if (c < 0x80 && c != U'`')
      out += static_cast<char>(c);
    else if (is_one_of(kQuotes, c))
      out += '\'';
    else if (is_one_of(kDoubleQuotes, c))
      out += '"';
    else if (is_one_of(kDashes, c))
      out += '-';
    else if (c != kSoftHyphen)
      out += name.substr(begin, i - begin);
  }
  return utf8::strip_marks(out);
}

/// True when plain() would give the name itself.
bool is_plain(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c <= '~' && c != '`'; });
}

/// Single letters, each with its full stop; the last one may lack it: "U.S.", "U.S", "J."
bool is_dotted(std::string_view word) {
  if (word.find('.') == std::string_view::npos) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_ascii_letter(word[i]) : word[i] != '.') return false;
  return true;
}

bool is_acronym(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t begin = i;
    if (word[begin] >= 'a' && word[begin] <= 'z') return false;
    const char32_t c = utf8::next(word, i);
    const std::string_view letter = word.substr(begin, i - begin);
    if (c < 0x80 && !is_ascii_letter(word[begin])) continue;
    if (c < 0x80 ? word[begin] >= 'a' : utf8::lower(letter) == letter) return false;
    ++letters;
  }
  return letters > 0 && letters <= kLongestAcronym;
}

void append_word(std::string& key, std::string_view word) {
  std::string bare;
  if (is_dotted(word)) {
    for (const char c : word)
      if (c != '.') bare += c;
    word = bare;
  }
  if (!key.empty()) key += ' ';
  if (is_acronym(word))
    key += word;
  else
    key += utf8::lower(word);
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string made_plain;
  std::string_view text = name;
  if (!is_plain(name)) text = made_plain = plain(name);
  std::string key;
  key.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (i > begin) append_word(key, text.substr(begin, i - begin));
  }
  return key;
}

}  // namespace entente::ontology
