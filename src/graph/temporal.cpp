// SPDX-License-Identifier: Apache-2.0
#include "graph/temporal.hpp"

#include <cstdlib>

namespace entente::graph {

namespace {

constexpr std::int64_t kDaysInCycle = 146'097;    ///< of 400 years
constexpr std::int64_t kMarchOfYear0 = -719'468;  ///< 0000-03-01 in days since 1970-01-01
constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

std::string padded(std::int64_t number, std::size_t width) {
  auto digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// ".5", or nothing
std::string fraction(std::int64_t nanos) {
  if (nanos == 0) return {};
  auto digits = padded(nanos, 9);
  digits.erase(digits.find_last_not_of('0') + 1);
  return "." + digits;
}

std::string day_text(std::int64_t number) {
  const auto day = civil_day(number);
  const std::string sign = day.year < 0 ? "-" : day.year > 9999 ? "+" : "";
  return sign + padded(std::abs(day.year), 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
}

std::string clock_text(std::int64_t nano) {
  const auto second = nano / kNanosPerSecond, part = nano % kNanosPerSecond;
  auto text = padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2);
  if (second % 60 != 0 || part != 0) text += ":" + padded(second % 60, 2) + fraction(part);
  return text;
}

std::string counted(std::int64_t count, char unit) {
  return count == 0 ? std::string() : std::to_string(count) + unit;
}

}  // namespace

// Years are counted from March, so that the day that is put in stands at the end.

std::int64_t day_number(const CivilDay& day) {
  const auto year = day.month <= 2 ? day.year - 1 : day.year;
  const auto cycle = floor_div(year, 400), in_cycle = year - cycle * 400;
  const auto month = (day.month + 9) % 12;
  const auto in_year = (153 * month + 2) / 5 + day.day - 1;
  return kMarchOfYear0 + cycle * kDaysInCycle + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 + in_year;
}

CivilDay civil_day(std::int64_t number) {
  const auto days = number - kMarchOfYear0;
  const auto cycle = floor_div(days, kDaysInCycle), in_cycle = days - cycle * kDaysInCycle;
  const auto year = (in_cycle - in_cycle / 1460 + in_cycle / 36'524 - in_cycle / (kDaysInCycle - 1)) / 365;
  const auto in_year = in_cycle - (year * 365 + year / 4 - year / 100);
  const auto month = static_cast<int>((5 * in_year + 2) / 153);
  CivilDay out;
  out.day = static_cast<int>(in_year) - (153 * month + 2) / 5 + 1;
  out.month = month < 10 ? month + 3 : month - 9;
  out.year = cycle * 400 + year + (out.month <= 2 ? 1 : 0);
  return out;
}

bool operator==(const Moment& a, const Moment& b) {
  const bool same_zone = a.zone == b.zone || (a.zone && b.zone && *a.zone == *b.zone);
  return a.kind == b.kind && a.day == b.day && a.nano == b.nano && a.offset == b.offset && same_zone;
}

std::string offset_text(std::int32_t seconds) {
  if (seconds == 0) return "Z";
  const auto size = std::abs(seconds);
  auto text = (seconds < 0 ? "-" : "+") + padded(size / 3600, 2) + ":" + padded(size / 60 % 60, 2);
  return size % 60 == 0 ? text : text + ":" + padded(size % 60, 2);
}

std::string to_text(const Moment& moment) {
  switch (moment.kind) {
    case MomentKind::date:
      return day_text(moment.day);
    case MomentKind::local_time:
      return clock_text(moment.nano);
    case MomentKind::time:
      return clock_text(moment.nano) + offset_text(moment.offset);
    case MomentKind::local_date_time:
      return day_text(moment.day) + "T" + clock_text(moment.nano);
    case MomentKind::date_time:
      break;
  }
  const auto zone = moment.zone ? "[" + *moment.zone + "]" : std::string();
  return day_text(moment.day) + "T" + clock_text(moment.nano) + offset_text(moment.offset) + zone;
}

std::string to_text(const Duration& duration) {
  auto text = "P" + counted(duration.months / 12, 'Y') + counted(duration.months % 12, 'M') +
              counted(duration.days, 'D');
  auto seconds = duration.seconds;
  std::int64_t nanos = duration.nanos;
  if (seconds < 0 && nanos > 0) {
    ++seconds;
    nanos -= kNanosPerSecond;
  }
  if (seconds != 0 || nanos != 0) {
    text += "T" + counted(seconds / 3600, 'H') + counted(seconds / 60 % 60, 'M');
    const auto rest = seconds % 60;
    if (rest != 0 || nanos != 0)
      text += (rest == 0 && nanos < 0 ? "-" : "") + std::to_string(rest) + fraction(std::abs(nanos)) + "S";
  }
  return text == "P" ? "PT0S" : text;
}

}  // namespace entente::graph
