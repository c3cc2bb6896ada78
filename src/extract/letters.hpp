// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace entente::extract {

/// Letters as text repair sees them: ASCII by case; other letters count as lower case unless they are
/// punctuation marks of the General Punctuation block (dashes, quotes).

[[nodiscard]] inline bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "OPEC"
[[nodiscard]] inline bool is_acronym(std::string_view name) {
  return name.size() > 2 && name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

[[nodiscard]] inline bool is_lower_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return false;
  if (text[i] >= 'a' && text[i] <= 'z') return true;
  if ((text[i] & 0x80) == 0) return false;
  std::size_t first = i;
  while (first > 0 && (text[first] & 0xC0) == 0x80) --first;
  return text[first] != '\xE2' && text[first] != '\xC2';
}

[[nodiscard]] inline bool is_letter_at(std::string_view text, std::size_t i) {
  return i < text.size() && (is_upper(text[i]) || is_lower_at(text, i));
}

/// A word between blanks, without punctuation at its ends.
struct Word {
  std::size_t begin = 0, end = 0;
  bool stopped = false;  ///< punctuation follows before the next blank
};

/// The words of a text, at most `limit` of them.
[[nodiscard]] std::vector<Word> words_of(std::string_view text,
                                         std::size_t limit = static_cast<std::size_t>(-1));

}  // namespace entente::extract
