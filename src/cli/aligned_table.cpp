// SPDX-License-Identifier: Apache-2.0
#include "cli/aligned_table.hpp"

#include <algorithm>
#include <numeric>

#include "base/utf8.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t kGap = 2;        // columns between two fields
constexpr std::size_t kNarrowest = 8;  // a column is not cut below this

std::vector<std::size_t> natural_widths(const Grid& grid) {
  std::vector<std::size_t> widths;
  for (const std::string& column : grid.columns) widths.push_back(utf8::display_width(printable(column)));
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], utf8::display_width(printable(row[i].text)));
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
  const std::string field = cut_to_width(printable(text), width);
  const std::string blanks(width - std::min(width, utf8::display_width(field)), ' ');
  if (to_the_right) return blanks + field;
  return last ? field : field + blanks;
}

}  // namespace

std::string printable(std::string_view text, bool lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      const bool control = (byte < 0x20 && !(lines && byte == '\n')) || byte == 0x7f;
      out += control ? ' ' : text[i];
      ++i;
      continue;
    }
    const std::size_t size = utf8::size_of_character(text.substr(i));
    const bool control = size == 2 && byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    out += size == 0 ? "\uFFFD" : control ? " " : text.substr(i, size);
    i += std::max<std::size_t>(size, 1);
  }
  return out;
}

std::string cut_to_width(const std::string& text, std::size_t columns) {
  if (utf8::display_width(text) <= columns) return text;
  std::string cut;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = utf8::next_cluster(text, i);
    const std::size_t needed = utf8::display_width(character);
    if (used + needed + 1 > columns) break;
    cut += character;
    used += needed;
  }
  return cut + "…";
}

/// How many columns of these widths stand side by side; at least one.
static std::size_t columns_within(const std::vector<std::size_t>& widths, std::size_t width) {
  std::size_t used = widths.front(), count = 1;
  while (count < widths.size() && used + kGap + widths[count] <= width) used += kGap + widths[count++];
  return count;
}

static std::string last_line(std::size_t rows, std::size_t left_out) {
  const std::string count = rows == 1 ? "1 row" : std::to_string(rows) + " rows";
  if (left_out == 0) return "(" + count + ")\n";
  return "(" + count + "; " + std::to_string(left_out) +
         (left_out == 1 ? " column does not fit)\n" : " columns do not fit)\n");
}

std::string aligned_table(const Grid& grid, Layout layout) {
  if (grid.columns.empty()) return {};
  std::vector<std::size_t> widths = natural_widths(grid);
  if (layout.width > 0) fit(widths, layout.width);
  const std::size_t shown = layout.width > 0 ? columns_within(widths, layout.width) : widths.size();
  std::string head, rule, body;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == shown;
    const bool numbers = !grid.rows.empty() && grid.rows.front()[i].number;
    head += padded(grid.columns[i], widths[i], numbers, last) + (last ? "" : std::string(kGap, ' '));
    for (std::size_t dash = 0; dash < widths[i]; ++dash) rule += "─";
    if (!last) rule += std::string(kGap, ' ');
  }
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < shown; ++i) {
      const bool last = i + 1 == shown;
      body += padded(row[i].text, widths[i], row[i].number, last) + (last ? "" : std::string(kGap, ' '));
    }
    body += "\n";
  }
  if (layout.colour) head = "\x1b[1m" + head + "\x1b[0m";
  return head + "\n" + rule + "\n" + body + last_line(grid.rows.size(), widths.size() - shown);
}

}  // namespace entente::cli
