// SPDX-License-Identifier: Apache-2.0
#include "cli/dot_canvas.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.hpp"
#include "cli/aligned_table.hpp"

namespace entente::cli {

DotCanvas::DotCanvas(std::size_t columns, std::size_t rows)
    : columns_(columns), rows_(rows), dots_(columns * rows), words_(rows) {}

void DotCanvas::dot(std::size_t x, std::size_t y) {
  constexpr unsigned char kBits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
  if (x / 2 < columns_ && y / 4 < rows_) dots_[y / 4 * columns_ + x / 2] |= kBits[y % 4][x % 2];
}

void DotCanvas::line(std::size_t from_column, std::size_t from_row, std::size_t to_column,
                     std::size_t to_row) {
  const auto x0 = static_cast<long>(from_column * 2), y0 = static_cast<long>(from_row * 4 + 1);
  const auto x1 = static_cast<long>(to_column * 2), y1 = static_cast<long>(to_row * 4 + 1);
  const long steps = std::max({std::labs(x1 - x0), std::labs(y1 - y0), 1L});
  for (long i = 0; i <= steps; ++i)
    dot(static_cast<std::size_t>(x0 + (x1 - x0) * i / steps),
        static_cast<std::size_t>(y0 + (y1 - y0) * i / steps));
}

bool DotCanvas::is_free(std::size_t row, std::size_t begin, std::size_t end) const {
  return std::all_of(words_[row].begin(), words_[row].end(), [&](const Word& other) {
    return end <= other.column || begin >= other.column + other.width;
  });
}

bool DotCanvas::word(std::size_t column, std::size_t row, const std::string& text) {
  const std::string shown = cut_to_width(text, columns_);
  const std::size_t width = utf8::display_width(shown);
  const std::size_t begin = std::min(column - std::min(column, width / 2), columns_ - width);
  for (std::size_t away = 0; away < rows_; ++away) {
    for (const bool below : {false, true}) {
      if (below ? row + away >= rows_ : away > row) continue;
      const std::size_t at = below ? row + away : row - away;
      if (!is_free(at, begin == 0 ? 0 : begin - 1, begin + width + 1)) continue;
      auto& words = words_[at];
      const auto place =
          std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.column > begin; });
      words.insert(place, {begin, width, shown});
      return true;
    }
  }
  return false;
}

std::string DotCanvas::text(bool bold) const {
  std::string all;
  for (std::size_t row = 0; row < rows_; ++row) {
    std::string line;
    std::size_t column = 0;
    const auto fill = [&](std::size_t end) {
      for (; column < end; ++column) {
        const unsigned char bits = dots_[row * columns_ + column];
        if (bits == 0)
          line += ' ';
        else
          utf8::append(line, 0x2800u + bits);
      }
    };
    for (const Word& word : words_[row]) {
      fill(word.column == 0 ? 0 : word.column - 1);
      if (column < word.column) line += ' ', ++column;
      line += bold ? "\x1b[1m" + word.text + "\x1b[0m" : word.text;
      column += word.width;
      if (column < columns_ && (&word == &words_[row].back() || (&word + 1)->column > column))
        line += ' ', ++column;
    }
    fill(columns_);
    all += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return all;
}

}  // namespace entente::cli
