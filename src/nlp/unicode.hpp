// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Character properties as Python 3.11 (Unicode 14) and spaCy's regexes have them; base/utf8 follows
/// utf8proc's Unicode.
namespace entente::nlp::unicode {

enum class Property : std::uint8_t {
  space,
  alpha,
  upper,
  digit,
  decimal,
  alnum,
  cased,
  case_ignorable,
  symbol,             ///< CLASS0: icons and other symbols
  before_final_stop,  ///< CLASS1
  capital,            ///< CLASS2: upper case, as the regexes have it
  before_inner_stop,  ///< CLASS3
  after_inner_stop,   ///< CLASS4
  letter,             ///< CLASS5
  letter_or_digit,    ///< CLASS6
  small,              ///< CLASS7: lower case, as the regexes have it
};

[[nodiscard]] bool has(char32_t code_point, Property property);

/// str.isspace, and str.isalpha of a non-empty text.
[[nodiscard]] inline bool is_space(char32_t c) {
  return has(c, Property::space);
}
[[nodiscard]] bool all_space(std::string_view text);
[[nodiscard]] bool all_alpha(std::string_view text);

/// str.lower, with the final sigma.
[[nodiscard]] std::string lower(std::string_view text);

/// Byte length of the first code point, and where the last `count` code points begin; text is well-formed
/// UTF-8.
[[nodiscard]] std::size_t first_length(std::string_view text);
[[nodiscard]] std::string_view last(std::string_view text, std::size_t count);

}  // namespace entente::nlp::unicode
