// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

/// A text that was made from another one, with the way back.
struct MappedText {
  std::string text;
  std::vector<std::uint32_t> original;  ///< byte of the original for every byte of text, and one past the end

  /// The bytes themselves, standing at byte offset of the original.
  static MappedText of(std::string_view bytes, std::uint32_t offset);

  /// A part of it; what is cut off at the end bounds it.
  [[nodiscard]] MappedText part(std::size_t begin, std::size_t end) const;

  /// Joins another text of the same original to the end.
  void append(const MappedText& more);
};

/// Bytes [begin, end) of a text are to become these.
struct Edit {
  std::size_t begin = 0, end = 0;
  std::string with;
};

/// The text with the edits made; they are sorted and do not overlap. New bytes map to where the replaced ones
/// began.
[[nodiscard]] MappedText edited(const MappedText& text, const std::vector<Edit>& edits);

}  // namespace entente::extract
