// SPDX-License-Identifier: Apache-2.0
#include "query/temporal.hpp"

// Moments and durations together, and the order of both.

namespace entente::query {

namespace {

template <class T>
int three_way(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

bool is_day(std::int64_t day) {
  static const auto kFirst = graph::day_number({-kMaxYear, 1, 1});
  static const auto kLast = graph::day_number({kMaxYear, 12, 31});
  return day >= kFirst && day <= kLast;
}

std::optional<std::int64_t> add_days(std::int64_t day, std::int64_t days) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(day, days, &sum) || !is_day(sum)) return {};
  return sum;
}

/// Adds to the clock; gives the days that this carries.
std::int64_t add_to_clock(std::int64_t& nano, const Duration& duration) {
  const auto days = floor_div(duration.seconds, kSecondsPerDay);
  nano += floor_mod(duration.seconds, kSecondsPerDay) * kNanosPerSecond + duration.nanos;
  const auto more = floor_div(nano, kNanosPerDay);
  nano -= more * kNanosPerDay;
  return days + more;
}

/// The part of a duration that counts for a date: whole days, towards zero.
std::int64_t whole_days(const Duration& duration) {
  const bool toward_zero = duration.seconds < 0 && duration.nanos > 0;
  return (duration.seconds + (toward_zero ? 1 : 0)) / kSecondsPerDay;
}

/// As a moment of day and clock, in the first one's zone; what is lacking comes from the other.
Moment completed(const Moment& moment, const Moment& other, const Zone& zone, bool zoned) {
  Moment out = moment;
  out.kind = MomentKind::date_time;
  if (!has_day(moment.kind)) out.day = has_day(other.kind) ? other.day : 0;
  if (!zoned) {
    out.zone = nullptr;
    out.offset = 0;
    return out;
  }
  if (moment.kind == MomentKind::date_time) {
    move_to_zone(out, zone);
  } else if (moment.kind == MomentKind::time) {
    set_zone(out, zone_of(moment));
    move_to_zone(out, zone);
  } else {
    set_zone(out, zone);
  }
  return out;
}

/// Whole months from one local day and clock to another, towards zero.
std::int64_t months_between(const Moment& from, const Moment& to) {
  const auto a = graph::civil_day(from.day), b = graph::civil_day(to.day);
  const auto months = (b.year - a.year) * 12 + b.month - a.month;
  const auto days = b.day - a.day;
  const bool later = days > 0 || (days == 0 && to.nano > from.nano);
  const bool earlier = days < 0 || (days == 0 && to.nano < from.nano);
  return months > 0 && earlier ? months - 1 : months < 0 && later ? months + 1 : months;
}

std::int64_t days_between(const Moment& from, const Moment& to) {
  const auto days = to.day - from.day;
  return days > 0 && to.nano < from.nano ? days - 1 : days < 0 && to.nano > from.nano ? days + 1 : days;
}

tl::unexpected<Error> too_far() {
  return bad_moment("the date is too far away");
}

/// Seconds go by on the line of time, where the clocks of the zone may be changed.
Result<Moment> add_seconds_in_zone(Moment moment, std::int32_t old_offset, const Duration& duration) {
  const auto zone = zone_of(moment);
  set_zone(moment, zone, old_offset);
  auto universal = moment_of(instant_of(moment), {});
  const auto day = add_days(universal.day, add_to_clock(universal.nano, duration));
  if (!day) return too_far();
  universal.day = *day;
  return moment_of(instant_of(universal), zone);
}

/// A later day and month at the same time of the clock.
void shift(Moment& moment, std::int64_t months, std::int64_t days) {
  moment.day = add_months(moment.day, months).value_or(moment.day) + days;
  if (moment.zone) set_zone(moment, zone_of(moment), moment.offset);
}

}  // namespace

Result<Moment> add(const Moment& moment, const Duration& duration) {
  Moment out = moment;
  if (!has_day(moment.kind)) {
    add_to_clock(out.nano, duration);
    return out;
  }
  auto day = add_months(moment.day, duration.months);
  if (day) day = add_days(*day, duration.days);
  if (!day) return too_far();
  out.day = *day;
  if (out.zone) return add_seconds_in_zone(out, moment.offset, duration);
  day = add_days(out.day, has_clock(out.kind) ? add_to_clock(out.nano, duration) : whole_days(duration));
  if (!day) return too_far();
  out.day = *day;
  return out;
}

Result<Duration> between(const Moment& from, const Moment& to, Span span) {
  const bool days = has_day(from.kind) && has_day(to.kind), zoned = has_zone(from.kind) || has_zone(to.kind);
  Duration out;
  if (!days && (span == Span::months || span == Span::days)) return out;
  const auto zone = zone_of(has_zone(from.kind) ? from : to);
  auto start = completed(from, to, zone, zoned);
  const auto end = completed(to, from, zone, zoned);
  if (days && (span == Span::whole || span == Span::months)) out.months = months_between(start, end);
  if (span == Span::months) return out;
  if (span == Span::whole) shift(start, out.months, 0);
  if (days && span != Span::seconds) out.days = days_between(start, end);
  if (span == Span::days) return out;
  if (span == Span::whole) shift(start, 0, out.days);
  const auto a = instant_of(start), b = instant_of(end);
  Duration rest;
  rest.seconds = b.seconds - a.seconds - (b.nanos < a.nanos ? 1 : 0);
  rest.nanos = static_cast<std::int32_t>(b.nanos - a.nanos + (b.nanos < a.nanos ? kNanosPerSecond : 0));
  return add(out, rest);
}

int order(const Moment& a, const Moment& b) {
  const auto x = instant_of(a), y = instant_of(b);
  if (const int kinds = three_way(a.kind, b.kind); kinds != 0) return kinds;
  if (const int seconds = three_way(x.seconds, y.seconds); seconds != 0) return seconds;
  if (const int nanos = three_way(x.nanos, y.nanos); nanos != 0) return nanos;
  if (const int offsets = three_way(a.offset, b.offset); offsets != 0) return offsets;
  if (!a.zone || !b.zone) return three_way(a.zone != nullptr, b.zone != nullptr);
  return three_way(a.zone->compare(*b.zone), 0);
}

int order(const Duration& a, const Duration& b) {
  constexpr long double kSecondsInMonth = 2'629'746.0L;
  const auto mean = [](const Duration& d) {
    return static_cast<long double>(d.months) * kSecondsInMonth +
           static_cast<long double>(d.days) * static_cast<long double>(kSecondsPerDay) +
           static_cast<long double>(d.seconds);
  };
  if (const int lengths = three_way(mean(a), mean(b)); lengths != 0) return lengths;
  if (const int nanos = three_way(a.nanos, b.nanos); nanos != 0) return nanos;
  if (const int months = three_way(a.months, b.months); months != 0) return months;
  if (const int days = three_way(a.days, b.days); days != 0) return days;
  return three_way(a.seconds, b.seconds);
}

}  // namespace entente::query
