// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace entente::graph {

/// A day of the proleptic Gregorian calendar, by its names.
struct CivilDay {
  std::int64_t year = 1970;
  int month = 1, day = 1;
};

/// Days since 1970-01-01.
[[nodiscard]] std::int64_t day_number(const CivilDay& day);
[[nodiscard]] CivilDay civil_day(std::int64_t number);

enum class MomentKind : std::uint8_t { date, local_time, time, local_date_time, date_time };

/// A date, a time of day or both, as the clock on the wall shows it. What a kind does not have is 0.
struct Moment {
  MomentKind kind = MomentKind::date;
  std::int32_t offset = 0;                  ///< seconds east of UTC: of time and date_time
  std::int64_t day = 0;                     ///< days since 1970-01-01
  std::int64_t nano = 0;                    ///< nanoseconds since midnight
  std::shared_ptr<const std::string> zone;  ///< Europe/Stockholm; null: no more than the offset is known
};

/// Kind, day, clock, offset and the zone's name.
[[nodiscard]] bool operator==(const Moment& a, const Moment& b);

/// A length of time. Months, days and seconds are kept apart, since they have no fixed ratio.
struct Duration {
  std::int64_t months = 0, days = 0, seconds = 0;
  std::int32_t nanos = 0;  ///< 0 to 999,999,999, also where the seconds are negative
  bool operator==(const Duration&) const = default;
};

/// ISO 8601: 2026-11-22, 12:31:14.5, 2026-11-22T12:31+01:00[Europe/Stockholm].
[[nodiscard]] std::string to_text(const Moment& moment);
/// ISO 8601: P1Y2M3DT4H5M6.7S; each part has its own sign.
[[nodiscard]] std::string to_text(const Duration& duration);
/// +01:00, -02:05:07, Z
[[nodiscard]] std::string offset_text(std::int32_t seconds);

}  // namespace entente::graph
