// SPDX-License-Identifier: Apache-2.0
#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include <cstdlib>

#include "query/temporal.hpp"
#include "query/temporal_scan.hpp"

// Offsets and named zones; cctz reads the system's zone files and keeps them.

namespace entente::query {

namespace {

constexpr std::size_t kMaxZoneName = 64;

/// Names only, no way to other files: letters, digits and _ + - / with no two of the signs in a row.
bool is_zone_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxZoneName || !is_letter(name[0])) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool sign = name[i] == '_' || name[i] == '+' || name[i] == '-' || name[i] == '/';
    if (!sign && !is_letter(name[i]) && !is_digit(name[i])) return false;
    if (name[i] == '/' && (i + 1 == name.size() || !is_letter(name[i + 1]))) return false;
  }
  return true;
}

cctz::time_zone loaded(const std::string& name) {
  cctz::time_zone zone;
  cctz::load_time_zone(name, &zone);
  return zone;
}

cctz::time_point<cctz::seconds> point(std::int64_t seconds) {
  return cctz::time_point<cctz::seconds>(cctz::seconds(seconds));
}

std::int64_t local_seconds(const Moment& moment) {
  return moment.day * kSecondsPerDay + moment.nano / kNanosPerSecond;
}

cctz::civil_second civil(const Moment& moment) {
  return cctz::civil_second(1970, 1, 1, 0, 0, 0) + local_seconds(moment);
}

}  // namespace

std::optional<Zone> read_zone(std::string_view text) {
  Scanner scan(text);
  if (const auto offset = scan.offset()) {
    if (!scan.at_end()) return {};
    return Zone{*offset, nullptr};
  }
  cctz::time_zone zone;
  if (!is_zone_name(text) || !cctz::load_time_zone(std::string(text), &zone)) return {};
  return Zone{0, std::make_shared<const std::string>(text)};
}

Zone zone_of(const Moment& moment) {
  return {moment.offset, moment.zone};
}

void set_zone(Moment& moment, const Zone& zone, std::optional<std::int32_t> offset) {
  moment.zone = zone.name;
  moment.offset = zone.offset;
  if (!zone.name) return;
  const auto time_zone = loaded(*zone.name);
  const auto found = time_zone.lookup(civil(moment));
  auto at = found.pre;
  if (offset && found.kind == cctz::time_zone::civil_lookup::REPEATED) {
    const auto second = local_seconds(moment) - found.post.time_since_epoch().count();
    if (second == *offset) at = found.post;
  }
  const auto part = moment.nano % kNanosPerSecond;
  moment = moment_of({at.time_since_epoch().count(), part}, zone);
}

void move_to_zone(Moment& moment, const Zone& zone) {
  moment = moment_of(instant_of(moment), zone);
}

Instant instant_of(const Moment& moment) {
  return {local_seconds(moment) - moment.offset, moment.nano % kNanosPerSecond};
}

Moment moment_of(const Instant& instant, const Zone& zone) {
  Moment out;
  out.kind = MomentKind::date_time;
  out.zone = zone.name;
  out.offset = zone.name ? loaded(*zone.name).lookup(point(instant.seconds)).offset : zone.offset;
  const auto local = instant.seconds + out.offset;
  out.day = floor_div(local, kSecondsPerDay);
  out.nano = floor_mod(local, kSecondsPerDay) * kNanosPerSecond + instant.nanos;
  return out;
}

}  // namespace entente::query
