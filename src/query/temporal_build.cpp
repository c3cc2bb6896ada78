// SPDX-License-Identifier: Apache-2.0
#include "query/temporal.hpp"

// Moments from maps and from other moments.

namespace entente::query {

namespace {

Result<std::optional<Zone>> zone_field(const Map& map) {
  const auto found = map.find("timezone");
  if (found == map.end()) return std::optional<Zone>();
  const auto* text = found->second.as<std::string>();
  auto zone = text ? read_zone(*text) : std::nullopt;
  if (!zone)
    return bad_moment(text ? "there is no time zone '" + *text + "'" : "a time zone is named by a string");
  return zone;
}

/// Leaves what a kind does not have.
Moment projected(MomentKind kind, Moment moment) {
  moment.kind = kind;
  if (!has_day(kind)) moment.day = 0;
  if (!has_clock(kind)) moment.nano = 0;
  if (!has_zone(kind)) moment.offset = 0;
  if (kind != MomentKind::date_time) moment.zone = nullptr;
  return moment;
}

/// A moment of the map to take parts from; null where the map has none of that name.
Result<const Moment*> source(const Map& map, const char* name, bool (*fits)(MomentKind)) {
  const auto found = map.find(name);
  if (found == map.end()) return nullptr;
  const auto* moment = found->second.as<Moment>();
  if (!moment || !fits(moment->kind))
    return bad_moment("'" + std::string(name) + "' must be a moment that has one");
  return moment;
}

Result<Bases> bases_of(MomentKind kind, const Map& map, const Instant& now) {
  Bases bases;
  const auto both = source(map, "datetime", [](MomentKind k) { return has_day(k) && has_clock(k); });
  const auto day = source(map, "date", [](MomentKind k) { return has_day(k); });
  const auto clock = source(map, "time", [](MomentKind k) { return has_clock(k); });
  for (const auto* each : {&both, &day, &clock})
    if (!*each) return fail(each->error());
  const Moment* day_source = *day ? *day : *both;
  const Moment* clock_source = *clock ? *clock : *both;
  if (day_source) bases.day = day_source->day;
  if (clock_source) bases.nano = clock_source->nano;
  if (clock_source && has_zone(clock_source->kind)) bases.zone = zone_of(*clock_source);
  if (!has_day(kind)) {
    const bool known = clock_source && has_day(clock_source->kind);
    bases.day = known ? clock_source->day : moment_of(now, {}).day;
  }
  return bases;
}

Result<Moment> from_epoch(MomentKind kind, const Map& map) {
  const auto seconds = whole_field(map, "epochSeconds"), millis = whole_field(map, "epochMillis");
  const auto nanos = whole_field(map, "nanosecond");
  const auto zone = zone_field(map);
  if (!seconds || !millis || !nanos) return bad_moment("an instant is counted in integers");
  if (!zone) return fail(zone.error());
  if (seconds->has_value() == millis->has_value()) return bad_moment("either epochSeconds or epochMillis");
  Instant instant;
  instant.seconds = *seconds ? **seconds : floor_div(**millis, 1000);
  const auto given = nanos->value_or(0);
  if (given < 0 || given >= kNanosPerSecond) return bad_moment("there is no such instant");
  instant.nanos = given + (*millis ? floor_mod(**millis, 1000) * 1'000'000 : 0);
  constexpr auto kMostSeconds = kMaxYear * 365 * kSecondsPerDay;
  if (instant.seconds < -kMostSeconds || instant.seconds > kMostSeconds || instant.nanos >= kNanosPerSecond)
    return bad_moment("there is no such instant");
  return projected(kind, moment_of(instant, zone->value_or(Zone())));
}

}  // namespace

Result<Moment> convert(MomentKind kind, const Moment& moment) {
  if (has_day(kind) && !has_day(moment.kind))
    return bad_moment("a " + std::string(name_of(moment.kind)) + " has no day");
  if (!has_day(kind) && !has_clock(moment.kind)) return bad_moment("a date has no time of day");
  return projected(kind, moment);
}

Result<Moment> assemble(MomentKind kind, const Map& map, const Bases& bases) {
  Moment moment;
  moment.kind = MomentKind::date_time;
  moment.day = bases.day.value_or(0);
  if (has_day(kind)) {
    const auto day = day_of_fields(map, bases.day);
    if (!day) return fail(day.error());
    moment.day = *day;
  }
  if (has_clock(kind)) {
    const auto nano = clock_of_fields(map, bases);
    if (!nano) return fail(nano.error());
    moment.nano = *nano;
  }
  if (!has_zone(kind)) return projected(kind, moment);
  const auto zone = zone_field(map);
  if (!zone) return fail(zone.error());
  const bool moves = *zone && bases.zone && !bases.keep_clock;
  set_zone(moment, moves || !*zone ? bases.zone.value_or(Zone()) : **zone);
  if (moves) move_to_zone(moment, **zone);
  return projected(kind, moment);
}

Result<Moment> build(MomentKind kind, const Map& map, const Instant& now) {
  if (const auto known = check_names(kind, map); !known) return fail(known.error());
  if (map.count("epochSeconds") + map.count("epochMillis") != 0) return from_epoch(kind, map);
  const auto bases = bases_of(kind, map, now);
  if (!bases) return fail(bases.error());
  if (!has_day(kind) && !bases->nano && map.count("hour") == 0)
    return bad_moment("a time of day needs an hour");
  return assemble(kind, map, *bases);
}

}  // namespace entente::query
