// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "ontology/gazetteer.hpp"

namespace entente::ontology {

namespace {

constexpr std::size_t kLongestAcronym = 6;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Typographic quotes and dashes as on a keyboard; everything else as it is.
std::string plain(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t begin = i;
    switch (utf8::next(name, i)) {
      case U'\u2018': case U'\u2019': case U'\u201B': case U'\u02BC': case U'`': case U'\u00B4': out += '\''; break;
      case U'\u201C': case U'\u201D': case U'\u201E': out += '"'; break;
      case U'\u2010': case U'\u2011': case U'\u2012': case U'\u2013': case U'\u2014': case U'\u2212': out += '-'; break;
      case U'\u00AD': break;  // soft hyphen
      default: out += name.substr(begin, i - begin);
    }
  }
  return utf8::strip_marks(out);
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
    const char32_t c = utf8::next(word, i);
    if (c < 0x80 ? !is_ascii_letter(static_cast<char>(c)) : false) continue;
    const std::string_view letter = word.substr(begin, i - begin);
    if (utf8::lower(letter) == letter) return false;
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
  if (is_acronym(word)) key += word;
  else key += utf8::lower(word);
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::string name_key(std::string_view name) {
  const std::string text = plain(name);
  std::string key;
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (i > begin) append_word(key, std::string_view(text).substr(begin, i - begin));
  }
  return key;
}

}  // namespace entente::ontology
