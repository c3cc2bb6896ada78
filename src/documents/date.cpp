// SPDX-License-Identifier: Apache-2.0
#include "documents/date.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "base/utf8.hpp"

namespace entente::documents {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Runs of digits and of letters.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i < text.size() && pieces.size() < 8;) {
    const bool digit = is_digit(text[i]), letter = is_letter(text[i]);
    std::size_t end = i + 1;
    if (digit || letter) {
      while (end < text.size() && (digit ? is_digit(text[end]) : is_letter(text[end]))) ++end;
      pieces.push_back(utf8::lower(text.substr(i, end - i)));
    }
    i = end;
  }
  return pieces;
}

int number_in(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

/// 1 to 12 for a month's name or its beginning of three letters, else 0.
int month_named(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3) || (i == 8 && word == "sept"))
      return static_cast<int>(i) + 1;
  return 0;
}

int days_in(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// ISO 8601 of what is given; a month or day of 0 is not known. Empty for a day that does not exist.
std::string iso(int year, int month, int day) {
  if (year < 1000 || year > 2999 || month < 0 || month > 12) return {};
  std::array<char, 40> text{};
  if (month == 0) {
    std::snprintf(text.data(), text.size(), "%04d", year);
  } else if (day == 0) {
    std::snprintf(text.data(), text.size(), "%04d-%02d", year, month);
  } else {
    if (day < 0 || day > days_in(year, month)) return {};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  }
  return text.data();
}

/// Year first, in digits.
std::string from_digits(const std::vector<std::string>& pieces) {
  const std::string& first = pieces.front();
  if (first.size() == 8 || first.size() == 14)
    return iso(number_in(first.substr(0, 4)), number_in(first.substr(4, 2)), number_in(first.substr(6, 2)));
  if (first.size() != 4) return {};
  const auto two_digits = [&](std::size_t i) {
    return pieces.size() > i && pieces[i].size() <= 2 && is_digit(pieces[i][0]) ? number_in(pieces[i]) : 0;
  };
  const int month = two_digits(1);
  return iso(number_in(first), month, month == 0 ? 0 : two_digits(2));
}

/// A month's name with a day and a year beside it, in either order.
std::string from_words(const std::vector<std::string>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const int month = month_named(pieces[i]);
    if (month == 0) continue;
    const auto is_day = [&](std::size_t at) {
      return at < pieces.size() && pieces[at].size() <= 2 && is_digit(pieces[at][0]);
    };
    const auto is_year = [&](std::size_t at) {
      return at < pieces.size() && pieces[at].size() == 4 && is_digit(pieces[at][0]);
    };
    const auto is_ordinal = [&](std::size_t at) {
      return at < pieces.size() &&
             (pieces[at] == "st" || pieces[at] == "nd" || pieces[at] == "rd" || pieces[at] == "th");
    };
    if (is_day(i + 1) && is_year(i + 2))
      return iso(number_in(pieces[i + 2]), month, number_in(pieces[i + 1]));
    if (is_day(i + 1) && is_ordinal(i + 2) && is_year(i + 3))
      return iso(number_in(pieces[i + 3]), month, number_in(pieces[i + 1]));
    if (!is_year(i + 1)) continue;
    if (i > 0 && is_day(i - 1)) return iso(number_in(pieces[i + 1]), month, number_in(pieces[i - 1]));
    if (i > 1 && is_ordinal(i - 1) && is_day(i - 2))
      return iso(number_in(pieces[i + 1]), month, number_in(pieces[i - 2]));
    return iso(number_in(pieces[i + 1]), month, 0);
  }
  return {};
}

}  // namespace

std::string day_of(std::string_view written) {
  written = written.substr(0, 200);
  if (written.starts_with("D:")) written.remove_prefix(2);
  const std::vector<std::string> pieces = pieces_of(written);
  if (pieces.empty()) return {};
  if (is_digit(pieces.front()[0])) {
    if (std::string day = from_digits(pieces); !day.empty()) return day;
  }
  return from_words(pieces);
}

}  // namespace entente::documents
