// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::utf8 {

/// Byte offset of the first ill-formed sequence (RFC 3629), or nothing when the text is well formed.
[[nodiscard]] std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// The code point at byte offset i (well-formed text, i < size); i moves behind it.
[[nodiscard]] char32_t next(std::string_view text, std::size_t& i);

void append(std::string& out, char32_t code_point);

[[nodiscard]] std::u32string decode(std::string_view text);
[[nodiscard]] std::string encode(std::u32string_view text);

/// Number of code points.
[[nodiscard]] std::size_t length(std::string_view text);

/// Simple lower-casing by code point (utf8proc's version) of any bytes: ill-formed ones stay.
[[nodiscard]] std::string lower(std::string_view text);

/// NFKD without marks, case kept: "Côte d'Ivoire" -> "Cote d'Ivoire".
[[nodiscard]] std::string strip_marks(std::string_view text);

/// NFKD, marks stripped, lower case, every run of non-alphanumerics one '-', none at the ends: "Côte
/// d'Ivoire" -> "cote-d-ivoire".
[[nodiscard]] std::string slug(std::string_view text);

/// Bytes of the character that any bytes begin with; 0 when that is ill formed or there is none.
[[nodiscard]] std::size_t size_of_character(std::string_view bytes);

/// What a reader takes for one character (Unicode's grapheme cluster) at byte offset i; i moves behind it.
[[nodiscard]] std::string_view next_cluster(std::string_view text, std::size_t& i);

/// Columns that a terminal needs: East Asian width, combining marks count 0, an emoji of several code
/// points 2.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Maps byte offsets of one text to code-point offsets; built once a text, O(1) for ASCII, O(log n) else.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  [[nodiscard]] std::size_t code_point_of_byte(std::size_t byte_offset) const;
  [[nodiscard]] std::size_t byte_of_code_point(std::size_t code_point) const;

 private:
  std::vector<std::uint32_t> byte_of_block_;  ///< byte offset of every 64th code point
  std::string_view text_;
  bool ascii_ = true;
};

}  // namespace entente::utf8
