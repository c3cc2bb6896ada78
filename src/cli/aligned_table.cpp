// SPDX-License-Identifier: Apache-2.0
#include "cli/aligned_table.hpp"

#include <algorithm>
#include <numeric>

#include "base/utf8.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t kGap = 2;        // columns between two fields
constexpr std::size_t kNarrowest = 8;  // a column is not cut below this

/// One line: line breaks, tabs and other control characters would break the table.
std::string one_line(const std::string& text) {
  std::string line = text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; },
      ' ');
  return line;
}

std::vector<std::size_t> natural_widths(const Grid& grid) {
  std::vector<std::size_t> widths;
  for (const std::string& column : grid.columns) widths.push_back(utf8::display_width(one_line(column)));
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], utf8::display_width(one_line(row[i].text)));
  }
  return widths;
}

/// Narrows the widest columns, widest first, until the line fits or nothing can be taken away any more.
void fit(std::vector<std::size_t>& widths, std::size_t width) {
  const std::size_t gaps = kGap * (widths.size() - 1);
  for (;;) {
    const std::size_t total = std::accumulate(widths.begin(), widths.end(), gaps);
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (total <= width || *widest <= kNarrowest) return;
    std::size_t second = kNarrowest;
    for (auto it = widths.begin(); it != widths.end(); ++it) {
      if (it != widest) second = std::max(second, *it);
    }
    const std::size_t floor = std::min(second, *widest - 1);
    *widest = std::max(std::max(floor, kNarrowest), *widest - std::min(*widest, total - width));
  }
}

std::string padded(const std::string& text, std::size_t width, bool to_the_right, bool last) {
  const std::string field = cut_to_width(one_line(text), width);
  const std::string blanks(width - std::min(width, utf8::display_width(field)), ' ');
  if (to_the_right) return blanks + field;
  return last ? field : field + blanks;
}

}  // namespace

std::string cut_to_width(const std::string& text, std::size_t columns) {
  if (utf8::display_width(text) <= columns) return text;
  std::string cut;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    static_cast<void>(utf8::next(text, i));
    const std::string_view character = std::string_view(text).substr(begin, i - begin);
    const std::size_t needed = utf8::display_width(character);
    if (used + needed + 1 > columns) break;
    cut += character;
    used += needed;
  }
  return cut + "…";
}

std::string aligned_table(const Grid& grid, std::size_t width) {
  if (grid.columns.empty()) return {};
  std::vector<std::size_t> widths = natural_widths(grid);
  if (width > 0) fit(widths, width);
  std::string head, rule, body;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const bool last = i + 1 == widths.size();
    const bool numbers = !grid.rows.empty() && grid.rows.front()[i].number;
    head += padded(grid.columns[i], widths[i], numbers, last) + (last ? "" : std::string(kGap, ' '));
    for (std::size_t dash = 0; dash < widths[i]; ++dash) rule += "─";
    if (!last) rule += std::string(kGap, ' ');
  }
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool last = i + 1 == row.size();
      body += padded(row[i].text, widths[i], row[i].number, last) + (last ? "" : std::string(kGap, ' '));
    }
    body += "\n";
  }
  const std::string count = grid.rows.size() == 1 ? "1 row" : std::to_string(grid.rows.size()) + " rows";
  return head + "\n" + rule + "\n" + body + "(" + count + ")\n";
}

}  // namespace entente::cli
