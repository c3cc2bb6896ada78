// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::extract {

/// A stretch of a document that is read on its own: a paragraph, list item, turn or heading; no sentence
/// crosses its ends.
struct Block {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the document
  bool heading = false;              ///< a title, header or navigation line
  bool item = false;                 ///< began with a bullet or number (left out of the range)
};

/// Longest block in bytes; longer lines are cut, at the end of a sentence or a word where there is one.
inline constexpr std::size_t kLongestBlock = 100'000;

/// Cuts a text at blank lines, list items, turns ("Q:") and headings; lines that merely wrap stay together.
[[nodiscard]] std::vector<Block> cut_blocks(std::string_view text);

}  // namespace entente::extract
