// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "query/temporal.hpp"

// Components of moments and durations by name.

namespace entente::query {

namespace {

using Found = std::optional<Value>;

Found day_component(std::int64_t day, std::string_view name) {
  const auto civil = graph::civil_day(day);
  const auto week = week_date(day);
  const int quarter = (civil.month + 2) / 3;
  const auto since = [&](int month) { return day - graph::day_number({civil.year, month, 1}) + 1; };
  if (name == "year") return Value(civil.year);
  if (name == "quarter") return Value(quarter);
  if (name == "month") return Value(civil.month);
  if (name == "week") return Value(week.week);
  if (name == "weekYear") return Value(week.year);
  if (name == "day") return Value(civil.day);
  if (name == "ordinalDay") return Value(since(1));
  if (name == "weekDay" || name == "dayOfWeek") return Value(week.day);
  if (name == "dayOfQuarter") return Value(since(quarter * 3 - 2));
  return {};
}

Found clock_component(std::int64_t nano, std::string_view name) {
  const auto second = nano / kNanosPerSecond, part = nano % kNanosPerSecond;
  if (name == "hour") return Value(second / 3600);
  if (name == "minute") return Value(second / 60 % 60);
  if (name == "second") return Value(second % 60);
  if (name == "millisecond") return Value(part / 1'000'000);
  if (name == "microsecond") return Value(part / 1000);
  if (name == "nanosecond") return Value(part);
  return {};
}

Found zone_component(const Moment& moment, std::string_view name) {
  if (name == "timezone") return Value(moment.zone ? *moment.zone : graph::offset_text(moment.offset));
  if (name == "offset") return Value(graph::offset_text(moment.offset));
  if (name == "offsetMinutes") return Value(moment.offset / 60);
  if (name == "offsetSeconds") return Value(moment.offset);
  if (moment.kind != MomentKind::date_time) return {};
  const auto instant = instant_of(moment);
  if (name == "epochSeconds") return Value(instant.seconds);
  std::int64_t millis = 0;
  if (name == "epochMillis" && !__builtin_mul_overflow(instant.seconds, std::int64_t{1000}, &millis))
    return Value(millis + instant.nanos / 1'000'000);
  return {};
}

/// A count of all, in a unit of which `per` make the whole; `rest`: what lies beyond the whole count.
Found counted(std::int64_t whole, std::int64_t per, std::int64_t rest) {
  std::int64_t count = 0;
  if (__builtin_mul_overflow(whole, per, &count) || __builtin_add_overflow(count, rest, &count))
    return Value();
  return Value(count);
}

struct DurationPart {
  std::string_view name;
  std::int64_t Duration::*count;
  std::int64_t divisor, modulus;  ///< 0: none
};
constexpr std::array<DurationPart, 15> kParts = {{
    {"years", &Duration::months, 12, 0},
    {"quarters", &Duration::months, 3, 0},
    {"months", &Duration::months, 1, 0},
    {"weeks", &Duration::days, 7, 0},
    {"days", &Duration::days, 1, 0},
    {"hours", &Duration::seconds, 3600, 0},
    {"minutes", &Duration::seconds, 60, 0},
    {"seconds", &Duration::seconds, 1, 0},
    {"quartersOfYear", &Duration::months, 3, 4},
    {"monthsOfQuarter", &Duration::months, 1, 3},
    {"monthsOfYear", &Duration::months, 1, 12},
    {"daysOfWeek", &Duration::days, 1, 7},
    {"hoursOfDay", &Duration::seconds, 3600, 24},
    {"minutesOfHour", &Duration::seconds, 60, 60},
    {"secondsOfMinute", &Duration::seconds, 1, 60},
}};

}  // namespace

Found component(const Moment& moment, std::string_view name) {
  Found found;
  if (has_day(moment.kind)) found = day_component(moment.day, name);
  if (!found && has_clock(moment.kind)) found = clock_component(moment.nano, name);
  if (!found && has_zone(moment.kind)) found = zone_component(moment, name);
  return found;
}

Found component(const Duration& duration, std::string_view name) {
  for (const auto& part : kParts) {
    if (part.name != name) continue;
    const auto count = duration.*part.count / part.divisor;
    return Value(part.modulus == 0 ? count : count % part.modulus);
  }
  const std::int64_t nanos = duration.nanos;
  if (name == "milliseconds") return counted(duration.seconds, 1000, nanos / 1'000'000);
  if (name == "microseconds") return counted(duration.seconds, 1'000'000, nanos / 1000);
  if (name == "nanoseconds") return counted(duration.seconds, kNanosPerSecond, nanos);
  if (name == "millisecondsOfSecond") return Value(nanos / 1'000'000);
  if (name == "microsecondsOfSecond") return Value(nanos / 1000);
  if (name == "nanosecondsOfSecond") return Value(nanos);
  return {};
}

}  // namespace entente::query
