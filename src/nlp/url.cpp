// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "nlp/affixes.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

namespace {

using unicode::has;
using unicode::Property;

constexpr std::size_t kNone = std::u32string_view::npos;

bool is_decimal(char32_t c) {
  return has(c, Property::decimal);
}

/// What a label of a host name begins and ends with.
bool is_label_edge(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ||
         (c >= U'\u00A1' && c <= U'\uFFFF');
}

bool is_label(std::u32string_view part) {
  if (part.empty() || part.size() > 64) return false;
  if (!is_label_edge(part.front()) || !is_label_edge(part.back())) return false;
  return std::all_of(part.begin(), part.end(),
                     [](char32_t c) { return is_label_edge(c) || c == U'_' || c == U'-'; });
}

bool is_top_level(std::u32string_view part) {
  return part.size() >= 2 && part.size() <= 63 &&
         std::all_of(part.begin(), part.end(), [](char32_t c) { return has(c, Property::small); });
}

std::vector<std::u32string_view> split_at_stops(std::u32string_view host) {
  std::vector<std::u32string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t stop = host.find(U'.', begin);
    parts.push_back(host.substr(begin, stop == kNone ? kNone : stop - begin));
    if (stop == kNone) return parts;
    begin = stop + 1;
  }
}

bool within(char32_t c, char32_t low, char32_t high) {
  return c >= low && c <= high;
}

/// An octet of three digits that is at most 2<tens><ones>.
bool three_digits_up_to(std::u32string_view part, char32_t tens, char32_t ones) {
  if (part.size() != 3) return false;
  if (part[0] == U'1') return true;
  if (part[0] != U'2') return false;
  return within(part[1], U'0', tens - 1) || (part[1] == tens && within(part[2], U'0', ones));
}

bool starts_without_zero(std::u32string_view part) {
  return part.size() <= 2 && within(part[0], U'1', U'9');
}

bool all_decimal(std::u32string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), is_decimal);
}

bool are_octets(const std::vector<std::u32string_view>& parts) {
  if (parts.size() != 4 || !std::all_of(parts.begin(), parts.end(), all_decimal)) return false;
  const auto middle = [](std::u32string_view part) {
    return part.size() <= 2 || three_digits_up_to(part, U'5', U'5');
  };
  return (starts_without_zero(parts[0]) || three_digits_up_to(parts[0], U'2', U'3')) && middle(parts[1]) &&
         middle(parts[2]) && (starts_without_zero(parts[3]) || three_digits_up_to(parts[3], U'5', U'4'));
}

bool is_private_network(const std::vector<std::u32string_view>& parts) {
  const std::u32string_view first = parts[0];
  const std::u32string_view second = parts[1];
  if (first == U"10" || first == U"127") return true;
  if (first == U"169" && second == U"254") return true;
  if (first == U"192" && second == U"168") return true;
  if (first != U"172" || second.size() != 2) return false;
  return (second[0] == U'1' && within(second[1], U'6', U'9')) || second[0] == U'2' || second == U"30" ||
         second == U"31";
}

/// Behind the host: an optional port, then the end or a path, query or fragment.
bool tail_fits(std::u32string_view text, std::size_t at) {
  if (at < text.size() && text[at] == U':') {
    std::size_t end = at + 1;
    while (end < text.size() && is_decimal(text[end])) ++end;
    const std::size_t digits = end - at - 1;
    if (digits < 2 || digits > 5) return false;
    at = end;
  }
  return at == text.size() || text[at] == U'/' || text[at] == U'?' || text[at] == U'#';
}

bool host_at(std::u32string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    const char32_t c = text[end];
    if (!is_label_edge(c) && c != U'_' && c != U'-' && c != U'.' && !has(c, Property::small) &&
        !is_decimal(c))
      break;
    ++end;
  }
  if (end == begin || !tail_fits(text, end)) return false;
  const auto parts = split_at_stops(text.substr(begin, end - begin));
  if (are_octets(parts)) return !is_private_network(parts);
  if (parts.size() < 2 || !is_top_level(parts.back())) return false;
  return std::all_of(parts.begin(), parts.end() - 1, is_label);
}

/// Where the host may begin behind "scheme://", or nothing.
std::size_t behind_scheme(std::u32string_view text) {
  const std::size_t colon = text.find(U"://");
  if (colon == kNone || colon < 2) return kNone;
  const bool good = std::all_of(
      text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
      [](char32_t c) { return has(c, Property::alnum) || c == U'_' || c == U'+' || c == U'-' || c == U'.'; });
  return good ? colon + 3 : kNone;
}

/// A host at `base`, or behind an "@" after it.
bool url_from(std::u32string_view text, std::size_t base) {
  if (host_at(text, base)) return true;
  for (std::size_t at = text.find(U'@', base + 1); at != kNone; at = text.find(U'@', at + 1))
    if (host_at(text, at + 1)) return true;
  return false;
}

}  // namespace

bool looks_like_url(std::u32string_view text) {
  if (text.find(U'.') == kNone) return false;
  if (url_from(text, 0)) return true;
  const std::size_t base = behind_scheme(text);
  return base != kNone && url_from(text, base);
}

}  // namespace entente::nlp
