// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "query/temporal.hpp"

// Days and their names.

namespace entente::query {

namespace {

bool is_leap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool is_between(std::int64_t value, std::int64_t least, std::int64_t most) {
  return value >= least && value <= most;
}

bool is_year(std::int64_t year) {
  return is_between(year, -kMaxYear, kMaxYear);
}

/// Monday of the first week.
std::int64_t first_monday(std::int64_t week_year) {
  const auto fourth = graph::day_number({week_year, 1, 4});
  return fourth - (weekday(fourth) - 1);
}

}  // namespace

std::string_view name_of(MomentKind kind) {
  static constexpr std::array<std::string_view, 5> kNames = {"date", "localtime", "time", "localdatetime",
                                                             "datetime"};
  return kNames[static_cast<std::size_t>(kind)];
}

int weekday(std::int64_t day) {
  const auto since_monday = day + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(floor_mod(since_monday, 7)) + 1;
}

int days_in_month(std::int64_t year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

int days_in_year(std::int64_t year) {
  return is_leap(year) ? 366 : 365;
}

WeekDate week_date(std::int64_t day) {
  WeekDate out;
  out.day = weekday(day);
  out.year = graph::civil_day(day - out.day + 4).year;  // of the week's Thursday
  out.week = static_cast<int>((day - first_monday(out.year)) / 7) + 1;
  return out;
}

std::optional<std::int64_t> day_of(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (!is_year(year) || !is_between(month, 1, 12)) return {};
  if (!is_between(day, 1, days_in_month(year, static_cast<int>(month)))) return {};
  return graph::day_number({year, static_cast<int>(month), static_cast<int>(day)});
}

std::optional<std::int64_t> day_of_week_date(std::int64_t year, std::int64_t week, std::int64_t day) {
  if (!is_year(year) || !is_between(week, 1, 53) || !is_between(day, 1, 7)) return {};
  const auto number = first_monday(year) + (week - 1) * 7 + day - 1;
  if (week == 53 && week_date(number).year != year) return {};
  return is_year(graph::civil_day(number).year) ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> day_of_ordinal(std::int64_t year, std::int64_t ordinal) {
  if (!is_year(year) || !is_between(ordinal, 1, days_in_year(year))) return {};
  return graph::day_number({year, 1, 1}) + ordinal - 1;
}

std::optional<std::int64_t> day_of_quarter(std::int64_t year, std::int64_t quarter, std::int64_t day) {
  if (!is_year(year) || !is_between(quarter, 1, 4)) return {};
  const auto first = graph::day_number({year, static_cast<int>(quarter) * 3 - 2, 1});
  const auto next = quarter == 4 ? graph::day_number({year + 1, 1, 1})
                                 : graph::day_number({year, static_cast<int>(quarter) * 3 + 1, 1});
  return is_between(day, 1, next - first) ? std::optional(first + day - 1) : std::nullopt;
}

std::optional<std::int64_t> add_months(std::int64_t day, std::int64_t months) {
  const auto old = graph::civil_day(day);
  std::int64_t count = 0;
  if (__builtin_add_overflow(old.year * 12 + old.month - 1, months, &count)) return {};
  const auto year = floor_div(count, 12);
  if (!is_year(year)) return {};
  const auto month = static_cast<int>(count - year * 12) + 1;
  return graph::day_number({year, month, std::min(old.day, days_in_month(year, month))});
}

}  // namespace entente::query
