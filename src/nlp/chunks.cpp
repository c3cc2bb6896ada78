// SPDX-License-Identifier: Apache-2.0
#include "nlp/chunks.hpp"

#include <algorithm>

namespace entente::nlp {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool ends_sentence(char c) {
  return c == '.' || c == '!' || c == '?';
}

/// How good a place between two bytes is to cut at: 0 (none) to 3 (behind a blank line).
int goodness(std::string_view text, std::size_t at) {
  if (!is_blank(text[at - 1]) || is_blank(text[at])) return 0;
  std::size_t before = at - 1;
  int line_feeds = 0;
  for (int steps = 0; steps < 8 && before > 0 && is_blank(text[before]); ++steps, --before)
    line_feeds += text[before] == '\n' ? 1 : 0;
  if (line_feeds > 1) return 3;
  return ends_sentence(text[before]) ? 2 : 1;
}

/// Where the piece that begins at `begin` ends, if the text goes on behind `limit` bytes.
std::size_t end_of_piece(std::string_view text, std::size_t begin, std::size_t limit) {
  std::size_t best = 0;
  int best_goodness = 0;
  for (std::size_t at = begin + limit; at > begin + limit / 2 && best_goodness < 3; --at) {
    const int here = goodness(text, at);
    if (here <= best_goodness) continue;
    best = at;
    best_goodness = here;
  }
  if (best_goodness > 0) return best;
  std::size_t end = begin + limit;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

}  // namespace

std::vector<Span> chunks(std::string_view text, std::size_t limit) {
  std::vector<Span> pieces;
  const std::size_t most = std::max<std::size_t>(limit, 16);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.size() - begin <= most ? text.size() : end_of_piece(text, begin, most);
    pieces.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  }
  return pieces;
}

}  // namespace entente::nlp
