// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "query/value.hpp"

// Dates, times and durations. Bad input gives a data error without a place; the caller knows the place.

namespace entente::query {

using graph::CivilDay;
using graph::Duration;
using graph::Moment;
using graph::MomentKind;

inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000, kSecondsPerDay = 86'400,
                              kNanosPerDay = kSecondsPerDay * kNanosPerSecond;
inline constexpr std::int64_t kMaxYear = 999'999'999;

[[nodiscard]] constexpr bool has_day(MomentKind kind) {
  return kind == MomentKind::date || kind == MomentKind::local_date_time || kind == MomentKind::date_time;
}
[[nodiscard]] constexpr bool has_clock(MomentKind kind) {
  return kind != MomentKind::date;
}
[[nodiscard]] constexpr bool has_zone(MomentKind kind) {
  return kind == MomentKind::time || kind == MomentKind::date_time;
}
[[nodiscard]] std::string_view name_of(MomentKind kind);

[[nodiscard]] constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
  return a % b + (a % b < 0 ? b : 0);
}

// Calendar (temporal_calendar.cpp).

/// Monday is 1.
[[nodiscard]] int weekday(std::int64_t day);
[[nodiscard]] int days_in_month(std::int64_t year, int month);
[[nodiscard]] int days_in_year(std::int64_t year);
/// ISO 8601: the week with the first Thursday is the first.
struct WeekDate {
  std::int64_t year = 0;
  int week = 1, day = 1;
};
[[nodiscard]] WeekDate week_date(std::int64_t day);
/// The day that names tell; nothing where there is none (February 30, week 54, a year beyond kMaxYear).
[[nodiscard]] std::optional<std::int64_t> day_of(std::int64_t year, std::int64_t month, std::int64_t day);
[[nodiscard]] std::optional<std::int64_t> day_of_week_date(std::int64_t year, std::int64_t week,
                                                           std::int64_t day);
[[nodiscard]] std::optional<std::int64_t> day_of_ordinal(std::int64_t year, std::int64_t ordinal);
[[nodiscard]] std::optional<std::int64_t> day_of_quarter(std::int64_t year, std::int64_t quarter,
                                                         std::int64_t day);
/// A day so many months later, or the last day of that month; nothing beyond kMaxYear.
[[nodiscard]] std::optional<std::int64_t> add_months(std::int64_t day, std::int64_t months);

// Time zones (temporal_zone.cpp).

struct Zone {
  std::int32_t offset = 0;                  ///< of a zone without a name
  std::shared_ptr<const std::string> name;  ///< null: nothing but an offset
};
/// "Z", "+01:00", "-0205", "Europe/Stockholm"
[[nodiscard]] std::optional<Zone> read_zone(std::string_view text);
[[nodiscard]] Zone zone_of(const Moment& moment);
/// Gives a moment with a day a zone; the clock stays, except in the gap when summer time begins. Where a
/// clock shows an hour twice, `offset` chooses; else the first is meant.
void set_zone(Moment& moment, const Zone& zone, std::optional<std::int32_t> offset = {});
/// The same instant as the clocks of another zone show it.
void move_to_zone(Moment& moment, const Zone& zone);

/// Seconds since 1970-01-01T00:00Z and nanoseconds from 0 to 999,999,999.
struct Instant {
  std::int64_t seconds = 0, nanos = 0;
};
/// Of kinds without a zone: as if in UTC.
[[nodiscard]] Instant instant_of(const Moment& moment);
[[nodiscard]] Moment moment_of(const Instant& instant, const Zone& zone);

// Making moments.

/// ISO 8601 (temporal_parse.cpp).
[[nodiscard]] Result<Moment> read_moment(MomentKind kind, std::string_view text);
/// The same moment as another kind; what it lacks is an error (temporal_build.cpp).
[[nodiscard]] Result<Moment> convert(MomentKind kind, const Moment& moment);
/// From a map of components, of other moments to take parts from, and a zone (temporal_build.cpp). `now`: the
/// day for the offset of a named zone where the map tells none.
[[nodiscard]] Result<Moment> build(MomentKind kind, const Map& map, const Instant& now);
/// Cut to a unit (day, week, hour ...), then the map's components put in (temporal_truncate.cpp).
[[nodiscard]] Result<Moment> truncate(MomentKind kind, std::string_view unit, const Moment& moment,
                                      const Map& map);

/// The parts that `build` and `truncate` start from (temporal_build.cpp).
struct Bases {
  std::optional<std::int64_t> day, nano;
  std::optional<Zone> zone;
  bool keep_clock = false;  ///< a zone of the map changes the instant, not the clock
  std::int64_t keep_nanos_above =
      0;  ///< a nanosecond of the map keeps what is a multiple of this; 0: nothing
};
[[nodiscard]] Result<Moment> assemble(MomentKind kind, const Map& map, const Bases& bases);
/// The day and the nanosecond of the day that a map tells (temporal_fields.cpp).
[[nodiscard]] Result<std::int64_t> day_of_fields(const Map& map, std::optional<std::int64_t> base);
[[nodiscard]] Result<std::int64_t> clock_of_fields(const Map& map, const Bases& bases);
/// A whole number of the map; nothing where it has none.
[[nodiscard]] Result<std::optional<std::int64_t>> whole_field(const Map& map, const std::string& name);
/// An error for the first entry whose name is no component of this kind.
[[nodiscard]] Status check_names(MomentKind kind, const Map& map);

/// A component, such as year, weekDay, offset; nothing where there is no such one (temporal_component.cpp).
[[nodiscard]] std::optional<Value> component(const Moment& moment, std::string_view name);
[[nodiscard]] std::optional<Value> component(const Duration& duration, std::string_view name);

// Durations (temporal_duration.cpp).

/// "P1Y2M3W4DT5H6M7.8S", "P2012-02-02T14:37:21" (temporal_parse_duration.cpp)
[[nodiscard]] Result<Duration> read_duration(std::string_view text);
[[nodiscard]] Result<Duration> build_duration(const Map& map);
[[nodiscard]] Result<Duration> add(const Duration& a, const Duration& b);
[[nodiscard]] Result<Duration> negate(const Duration& duration);
[[nodiscard]] Result<Duration> scale(const Duration& duration, long double factor);

// Both (temporal_arithmetic.cpp).

[[nodiscard]] Result<Moment> add(const Moment& moment, const Duration& duration);
enum class Span { whole, months, days, seconds };
/// What lies between two moments; a part that only one of them has, the other takes from it.
[[nodiscard]] Result<Duration> between(const Moment& from, const Moment& to, Span span);

/// Total orders: by instant, then by what shows; durations by their mean length. Negative, zero, positive.
[[nodiscard]] int order(const Moment& a, const Moment& b);
[[nodiscard]] int order(const Duration& a, const Duration& b);

[[nodiscard]] inline tl::unexpected<Error> bad_moment(std::string message) {
  return fail(ErrorKind::data, std::move(message));
}

}  // namespace entente::query
