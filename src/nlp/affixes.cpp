// SPDX-License-Identifier: Apache-2.0
#include "nlp/affixes.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/utf8.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

namespace {

using unicode::has;
using unicode::Property;

#include "nlp/tables/affix_sets.inc"

constexpr std::string_view kUnits[] = {
#include "nlp/tables/units.inc"
};
constexpr std::size_t kLongestUnit = 5;

/// `set` is sorted.
template <std::size_t N>
bool in_set(const char32_t (&set)[N], char32_t c) {
  return std::binary_search(std::begin(set), std::end(set), c);
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

std::size_t run_length(std::u32string_view text, std::size_t at, char32_t c) {
  std::size_t n = 0;
  while (at + n < text.size() && text[at + n] == c) ++n;
  return n;
}

bool is_unit(std::u32string_view text) {
  static const auto units = [] {
    std::unordered_set<std::u32string> set;
    for (const std::string_view unit : kUnits) set.insert(utf8::decode(unit));
    return set;
  }();
  return units.count(std::u32string(text)) != 0;
}

/// The longest unit or currency sign that stands at the end behind a digit, or 0.
std::size_t unit_length(std::u32string_view text) {
  for (std::size_t k = std::min(kLongestUnit, text.size() - 1); k > 0; --k) {
    if (!is_digit(text[text.size() - k - 1])) continue;
    const std::u32string_view tail = text.substr(text.size() - k);
    if (k == 1 && in_set(k_cur1, tail[0])) return k;
    if (tail == U"US$" || tail == U"C$" || tail == U"A$" || is_unit(tail)) return k;
  }
  return 0;
}

/// The suffix that ends in a full stop: a run of stops, or the stop of a sentence.
std::size_t stop_length(std::u32string_view text) {
  const std::size_t n = text.size();
  std::size_t stops = 1;
  while (stops < n && text[n - 1 - stops] == U'.') ++stops;
  if (stops >= 2) return stops;
  if (n < 2) return 0;
  const char32_t before = text[n - 2];
  if (has(before, Property::before_final_stop)) return 1;
  if (n < 3) return 0;
  const char32_t second = text[n - 3];
  if (one_of(U"FfCcKk", before) && second == U'\u00B0') return 1;
  return has(before, Property::capital) && has(second, Property::capital) ? 1 : 0;
}

/// The hyphen or dash at `at` that a letter follows, or 0.
std::size_t hyphen_length(std::u32string_view text, std::size_t at) {
  static constexpr std::u32string_view kHyphens[] = {U"-",   U"\u2013",       U"\u2014", U"--",
                                                     U"---", U"\u2014\u2014", U"~"};
  for (const std::u32string_view hyphen : kHyphens) {
    if (text.substr(at, hyphen.size()) != hyphen) continue;
    const std::size_t behind = at + hyphen.size();
    if (behind < text.size() && has(text[behind], Property::letter)) return hyphen.size();
  }
  return 0;
}

/// An infix between the characters before and behind it.
bool joins(char32_t before, char32_t c, char32_t behind) {
  if (c == U'.') return has(before, Property::before_inner_stop) && has(behind, Property::after_inner_stop);
  if (c == U',') return has(before, Property::letter) && has(behind, Property::letter);
  if (one_of(U"+-*^", c)) return is_digit(before) && (is_digit(behind) || behind == U'-');
  return false;
}

std::size_t infix_length(std::u32string_view text, std::size_t at) {
  const char32_t c = text[at];
  if (c == U'.') {
    const std::size_t stops = run_length(text, at, U'.');
    if (stops >= 2) return stops;
  }
  if (c == U'\u2026' || has(c, Property::symbol)) return 1;
  if (at == 0) return 0;
  const char32_t before = text[at - 1];
  const bool ends = at + 1 == text.size();
  if (!ends && joins(before, c, text[at + 1])) return 1;
  if (!has(before, Property::letter_or_digit)) return 0;
  if (const std::size_t hyphen = hyphen_length(text, at); hyphen != 0) return hyphen;
  return !ends && one_of(U":<>=/", c) && has(text[at + 1], Property::letter) ? 1 : 0;
}

}  // namespace

std::size_t prefix_length(std::u32string_view text) {
  if (text.empty()) return 0;
  const char32_t c = text[0];
  if (in_set(k_pre1, c)) return 1;
  if (c == U'+') return text.size() > 1 && is_digit(text[1]) ? 0 : 1;
  if (c == U'.') {
    const std::size_t stops = run_length(text, 0, U'.');
    return stops >= 2 ? stops : 0;
  }
  if (text.substr(0, 3) == U"US$") return 3;
  if (text.substr(0, 2) == U"C$" || text.substr(0, 2) == U"A$") return 2;
  return has(c, Property::symbol) ? 1 : 0;
}

std::size_t suffix_length(std::u32string_view text) {
  const std::size_t n = text.size();
  if (n == 0) return 0;
  const char32_t c = text[n - 1];
  std::size_t best = in_set(k_suf1, c) || has(c, Property::symbol) ? 1 : 0;
  if (c == U'.') best = std::max(best, stop_length(text));
  if (n < 2) return best;
  const char32_t before = text[n - 2];
  if (c == U'\u2026' && before == U'\u2026') best = 2;
  if ((c == U's' || c == U'S') && (before == U'\'' || before == U'\u2019'))
    best = std::max<std::size_t>(best, 2);
  if (c == U'+' && is_digit(before)) best = std::max<std::size_t>(best, 1);
  return std::max(best, unit_length(text));
}

std::vector<std::pair<std::size_t, std::size_t>> infixes(std::u32string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = infix_length(text, i);
    if (length != 0) found.emplace_back(i, i + length);
    i += std::max<std::size_t>(length, 1);
  }
  return found;
}

}  // namespace entente::nlp
