// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "query/keywords.hpp"
#include "query/temporal.hpp"

namespace entente::query {

namespace {

struct ClockUnit {
  std::string_view name;
  std::int64_t nanos;
};
constexpr std::array<ClockUnit, 7> kClockUnits = {{
    {"day", kNanosPerDay},
    {"hour", 3600 * kNanosPerSecond},
    {"minute", 60 * kNanosPerSecond},
    {"second", kNanosPerSecond},
    {"millisecond", 1'000'000},
    {"microsecond", 1000},
    {"nanosecond", 1},
}};

/// The first day of the unit in which a day lies; nothing for what is no unit of days.
std::optional<std::int64_t> cut_day(std::string_view unit, std::int64_t day) {
  const auto civil = graph::civil_day(day);
  const auto first = [](std::int64_t year, int month) { return graph::day_number({year, month, 1}); };
  const auto years = [&](std::int64_t count) { return first(floor_div(civil.year, count) * count, 1); };
  if (same_word(unit, "day")) return day;
  if (same_word(unit, "week")) return day - (weekday(day) - 1);
  if (same_word(unit, "month")) return first(civil.year, civil.month);
  if (same_word(unit, "quarter")) return first(civil.year, (civil.month - 1) / 3 * 3 + 1);
  if (same_word(unit, "weekYear")) return day_of_week_date(week_date(day).year, 1, 1);
  if (same_word(unit, "year")) return years(1);
  if (same_word(unit, "decade")) return years(10);
  if (same_word(unit, "century")) return years(100);
  if (same_word(unit, "millennium")) return years(1000);
  return {};
}

}  // namespace

Result<Moment> truncate(MomentKind kind, std::string_view unit, const Moment& moment, const Map& map) {
  const auto named = [&](const ClockUnit& each) { return same_word(unit, each.name); };
  const auto clock = std::find_if(kClockUnits.begin(), kClockUnits.end(), named);
  const bool in_day = clock != kClockUnits.end();
  const auto no_unit = [&] {
    return bad_moment("a " + std::string(name_of(moment.kind)) + " cannot be cut to a " +
                      std::string(name_of(kind)) + " by '" + std::string(unit.substr(0, 40)) + "'");
  };
  if (has_day(kind) && !has_day(moment.kind)) return no_unit();
  if (has_clock(kind) && !has_clock(moment.kind) && in_day && clock->nanos < kNanosPerDay) return no_unit();
  if (!has_clock(kind) && in_day && clock->nanos < kNanosPerDay) return no_unit();
  Bases bases;
  bases.day = moment.day;
  bases.nano = in_day ? moment.nano / clock->nanos * clock->nanos : 0;
  if (!in_day) bases.day = has_day(moment.kind) ? cut_day(unit, moment.day) : std::nullopt;
  if (!bases.day) return no_unit();
  if (has_zone(moment.kind)) bases.zone = zone_of(moment);
  bases.keep_clock = true;
  if (in_day && clock->nanos < kNanosPerSecond) bases.keep_nanos_above = clock->nanos;
  if (const auto known = check_names(kind, map); !known) return fail(known.error());
  return assemble(kind, map, bases);
}

}  // namespace entente::query
