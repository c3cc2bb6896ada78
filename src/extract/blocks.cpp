// SPDX-License-Identifier: Apache-2.0
#include "extract/blocks.hpp"

#include <array>
#include <cctype>
#include <string>

namespace entente::extract {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Line {
  std::size_t begin = 0, end = 0;  // trimmed
  bool item = false;
  bool turn = false;
};

// Length of a bullet or list number at the front, with the blanks behind it; 0 when there is none.
std::size_t marker_length(std::string_view line) {
  static constexpr std::array<std::string_view, 9> kBullets = {"•", "‣", "▪", "●", "◦", "·", "*", "-", "–"};
  for (const std::string_view bullet : kBullets) {
    if (line.substr(0, bullet.size()) != bullet) continue;
    std::size_t end = bullet.size();
    if (end < line.size() && !is_blank(line[end])) return 0;
    while (end < line.size() && is_blank(line[end])) ++end;
    return end < line.size() ? end : 0;
  }
  std::size_t i = 0;
  const bool bracket = !line.empty() && line[0] == '(';
  if (bracket) ++i;
  const std::size_t first = i;
  while (i < line.size() && is_digit(line[i])) ++i;
  if (i == first && i < line.size() && bracket && std::isalpha(static_cast<unsigned char>(line[i])) != 0) ++i;
  if (i == first || i - first > 3 || i >= line.size()) return 0;
  if (line[i] != ')' && (bracket || line[i] != '.')) return 0;
  ++i;
  if (i >= line.size() || !is_blank(line[i])) return 0;
  while (i < line.size() && is_blank(line[i])) ++i;
  return i < line.size() ? i : 0;
}

// "Q:", "A:", "MR. SMITH:" at the front.
bool begins_turn(std::string_view line) {
  for (std::size_t i = 0; i < line.size() && i < 40; ++i) {
    if (line[i] == ':') return i > 0;
    if (!is_upper(line[i]) && !(i > 0 && (line[i] == ' ' || line[i] == '.' || line[i] == '-'))) return false;
  }
  return false;
}

bool ends_sentence(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0 && (line[end - 1] == '"' || line[end - 1] == '\'' || line[end - 1] == ')')) --end;
  if (line.substr(0, end).size() >= 3 && (line.substr(end - 3, 3) == "”" || line.substr(end - 3, 3) == "’"))
    end -= 3;
  return end > 0 && std::string_view(".!?;:").find(line[end - 1]) != std::string_view::npos;
}

bool is_navigation(std::string_view line) {
  return line.size() < 160 &&
         (line.find(" > ") != std::string_view::npos || line.find(" | ") != std::string_view::npos ||
          line.find(" » ") != std::string_view::npos);
}

// Short and without the end of a sentence.
bool looks_like_heading(std::string_view line) {
  if (is_navigation(line)) return true;
  if (line.size() > 120 || ends_sentence(line) || line.back() == ',') return false;
  return is_upper(line[0]) || is_digit(line[0]) || (line[0] & 0x80) != 0;
}

// True when the next line only carries on this one.
bool wraps(std::string_view line, std::string_view next) {
  if (is_navigation(line) || is_navigation(next)) return false;
  if (next[0] >= 'a' && next[0] <= 'z') return true;
  if (ends_sentence(line)) return false;
  return line.size() >= 55 || line.back() == ',';
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (at <= text.size()) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    Line line{at, end};
    while (line.begin < line.end && is_blank(text[line.begin])) ++line.begin;
    while (line.end > line.begin && is_blank(text[line.end - 1])) --line.end;
    const std::size_t marker = marker_length(text.substr(line.begin, line.end - line.begin));
    line.item = marker > 0;
    line.begin += marker;
    line.turn = begins_turn(text.substr(line.begin, line.end - line.begin));
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

std::size_t safe_cut(std::string_view text, std::size_t begin, std::size_t limit) {
  const std::size_t floor = begin + kLongestBlock / 2;
  for (std::size_t i = limit; i > floor; --i) {
    if (text[i] == ' ' && (text[i - 1] == '.' || text[i - 1] == '!' || text[i - 1] == '?')) return i;
  }
  for (std::size_t i = limit; i > floor; --i) {
    if (is_blank(text[i])) return i;
  }
  while ((text[limit] & 0xC0) == 0x80) --limit;
  return limit;
}

void add_block(std::string_view text, Block block, std::vector<Block>& blocks) {
  while (block.end - block.begin > kLongestBlock) {
    const std::size_t cut = safe_cut(text, block.begin, block.begin + kLongestBlock);
    blocks.push_back({block.begin, static_cast<std::uint32_t>(cut), false, block.item});
    block.begin = static_cast<std::uint32_t>(cut);
  }
  blocks.push_back(block);
}

// Where the next point of a numbered list stands inside a paragraph: "...: 1. Condemns ...; 2. Calls ...".
std::size_t find_point(std::string_view text, std::size_t from, int number, std::string_view marks) {
  const std::string sign = ' ' + std::to_string(number) + ". ";
  for (std::size_t at = text.find(sign, from); at != std::string_view::npos; at = text.find(sign, at + 1)) {
    const std::size_t behind = at + sign.size();
    if (at > 0 && marks.find(text[at - 1]) != std::string_view::npos && behind < text.size() &&
        is_upper(text[behind]))
      return at;
  }
  return std::string_view::npos;
}

// A paragraph with the points of its numbered list as blocks of their own.
std::vector<Block> with_points(std::string_view text, Block block) {
  std::vector<Block> parts;
  const std::string_view all = text.substr(0, block.end);
  std::size_t at = find_point(all, block.begin, 1, ":");
  if (at == std::string_view::npos || find_point(all, at + 1, 2, ";.,") == std::string_view::npos)
    return {block};
  for (int number = 1; at != std::string_view::npos; ++number) {
    parts.push_back({block.begin, static_cast<std::uint32_t>(at), false, block.item});
    block.begin = static_cast<std::uint32_t>(all.find(". ", at) + 2);
    block.item = true;
    at = find_point(all, block.begin, number + 1, ";.,");
  }
  parts.push_back(block);
  return parts;
}

}  // namespace

std::vector<Block> cut_blocks(std::string_view text) {
  std::vector<Block> blocks;
  const std::vector<Line> lines = lines_of(text);
  const auto words = [&](const Line& line) { return text.substr(line.begin, line.end - line.begin); };
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].begin == lines[i].end) {
      ++i;
      continue;
    }
    std::size_t last = i;
    while (last + 1 < lines.size() && lines[last + 1].begin < lines[last + 1].end && !lines[last + 1].item &&
           !lines[last + 1].turn && wraps(words(lines[last]), words(lines[last + 1]))) {
      ++last;
    }
    Block block{static_cast<std::uint32_t>(lines[i].begin), static_cast<std::uint32_t>(lines[last].end),
                false, lines[i].item};
    block.heading = !lines[i].item && looks_like_heading(text.substr(block.begin, block.end - block.begin));
    for (const Block& part : with_points(text, block)) add_block(text, part, blocks);
    i = last + 1;
  }
  return blocks;
}

}  // namespace entente::extract
