// SPDX-License-Identifier: Apache-2.0
#include "exporters/day_span.hpp"

#include <array>

namespace entente::exporters {

namespace {

struct Day {
  int year = 0, month = 0, day = 0;  ///< month and day 0 where the date has none
};

int days_of(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::optional<Day> parse(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == 'd' ? !digit : text[i] != '-') return std::nullopt;
  }
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(at, size)) value = value * 10 + (c - '0');
    return value;
  };
  Day day{number(0, 4), 0, 0};
  if (text.size() >= 7) day.month = number(5, 2);
  if (text.size() == 10) day.day = number(8, 2);
  if (day.year == 0 || (text.size() >= 7 && (day.month < 1 || day.month > 12))) return std::nullopt;
  if (text.size() == 10 && (day.day < 1 || day.day > days_of(day.year, day.month))) return std::nullopt;
  return day;
}

std::string iso(Day day) {
  const auto digits = [](int value, std::size_t size) {
    std::string text = std::to_string(value);
    return std::string(size > text.size() ? size - text.size() : 0, '0') + text;
  };
  return digits(day.year, 4) + "-" + digits(day.month, 2) + "-" + digits(day.day, 2);
}

Day day_after(Day last) {
  if (last.month == 0 || (last.day == 0 && last.month == 12)) return {last.year + 1, 1, 1};
  if (last.day == 0) return {last.year, last.month + 1, 1};
  if (last.day < days_of(last.year, last.month)) return {last.year, last.month, last.day + 1};
  return last.month == 12 ? Day{last.year + 1, 1, 1} : Day{last.year, last.month + 1, 1};
}

}  // namespace

std::optional<DaySpan> day_span(std::string_view first, std::string_view last) {
  const auto begin = parse(first), end = parse(last);
  if (!begin && !end) return std::nullopt;
  DaySpan span;
  if (begin)
    span.begin = iso({begin->year, begin->month == 0 ? 1 : begin->month, begin->day == 0 ? 1 : begin->day});
  if (end && end->year < 9999) span.end = iso(day_after(*end));
  if (!span.begin.empty() && !span.end.empty() && span.end <= span.begin) return std::nullopt;
  return span;
}

}  // namespace entente::exporters
