// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace entente::cli {

/// A picture of characters: lines of dots (Braille, two by four in a character) below words.
class DotCanvas {
 public:
  DotCanvas(std::size_t columns, std::size_t rows);

  /// From the middle of one character to that of another.
  void line(std::size_t from_column, std::size_t from_row, std::size_t to_column, std::size_t to_row);

  /// Writes a word with a blank on both sides of it where there is room, its middle near the column given; in
  /// the nearest row where it hides no other word. A word wider than the canvas is cut. False when there is
  /// no such row.
  bool word(std::size_t column, std::size_t row, const std::string& text);

  /// Rows without blanks at their ends; bold: words stand out.
  [[nodiscard]] std::string text(bool bold) const;

 private:
  struct Word {
    std::size_t column, width;
    std::string text;
  };
  void dot(std::size_t x, std::size_t y);
  [[nodiscard]] bool is_free(std::size_t row, std::size_t begin, std::size_t end) const;

  std::size_t columns_, rows_;
  std::vector<unsigned char> dots_;       // bits of a Braille character, row by row
  std::vector<std::vector<Word>> words_;  // of each row, by column
};

}  // namespace entente::cli
