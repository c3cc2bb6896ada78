// SPDX-License-Identifier: Apache-2.0
#include "query/temporal_duration.hpp"

#include <array>
#include <cmath>

namespace entente::query {

namespace {

constexpr long double kDaysInMonth = 30.436875L;  ///< the mean of 400 years
constexpr long double kLimit = 9.2e18L;

enum class Base { months, days, seconds, nanos };
struct Unit {
  std::string_view name;
  Base base;
  std::int64_t size;
};
constexpr std::array<Unit, 11> kUnits = {{
    {"years", Base::months, 12},
    {"quarters", Base::months, 3},
    {"months", Base::months, 1},
    {"weeks", Base::days, 7},
    {"days", Base::days, 1},
    {"hours", Base::seconds, 3600},
    {"minutes", Base::seconds, 60},
    {"seconds", Base::seconds, 1},
    {"milliseconds", Base::nanos, 1'000'000},
    {"microseconds", Base::nanos, 1000},
    {"nanoseconds", Base::nanos, 1},
}};

/// Brings the nanoseconds to one second's.
Result<Duration> normal(Duration duration, std::int64_t nanos) {
  const auto more = floor_div(nanos, kNanosPerSecond);
  if (__builtin_add_overflow(duration.seconds, more, &duration.seconds))
    return bad_moment("the duration is too long");
  duration.nanos = static_cast<std::int32_t>(floor_mod(nanos, kNanosPerSecond));
  return duration;
}

}  // namespace

void DurationSum::add(Part& part, std::int64_t whole, long double fraction) {
  too_large_ = too_large_ || __builtin_add_overflow(part.whole, whole, &part.whole);
  part.fraction += fraction;
}

bool DurationSum::add(std::string_view unit, std::int64_t whole, long double fraction) {
  for (const auto& known : kUnits) {
    if (known.name != unit) continue;
    std::int64_t count = 0;
    too_large_ = too_large_ || __builtin_mul_overflow(whole, known.size, &count);
    const std::array<Part*, 4> parts = {&months_, &days_, &seconds_, &nanos_};
    add(*parts[static_cast<std::size_t>(known.base)], count, fraction * static_cast<long double>(known.size));
    return true;
  }
  return false;
}

bool DurationSum::add(std::string_view unit, long double amount) {
  if (!(std::fabs(amount) < kLimit)) {
    too_large_ = true;
    amount = 0;
  }
  const auto whole = static_cast<std::int64_t>(amount);
  return add(unit, whole, amount - static_cast<long double>(whole));
}

void DurationSum::carry(Part& from, Part& to, long double per) {
  if (!(std::fabs(from.fraction) < kLimit)) too_large_ = true;
  if (too_large_) return;
  const auto whole = static_cast<std::int64_t>(from.fraction);
  add(from, whole, 0);
  to.fraction += (from.fraction - static_cast<long double>(whole)) * per;
  from.fraction = 0;
}

Result<Duration> DurationSum::result() {
  // Decimal fractions are seldom exact in binary: what lacks a tenth of a thousandth of a nanosecond counts.
  constexpr long double kNudge = 1e-4L;
  carry(months_, days_, kDaysInMonth);
  carry(days_, seconds_, static_cast<long double>(kSecondsPerDay));
  carry(seconds_, nanos_, static_cast<long double>(kNanosPerSecond));
  if (!too_large_ && std::fabs(nanos_.fraction) < kLimit)
    add(nanos_, static_cast<std::int64_t>(nanos_.fraction + std::copysign(kNudge, nanos_.fraction)), 0);
  if (too_large_) return bad_moment("the duration is too long");
  Duration duration;
  duration.months = months_.whole;
  duration.days = days_.whole;
  duration.seconds = seconds_.whole;
  return normal(duration, nanos_.whole);
}

Result<Duration> build_duration(const Map& map) {
  DurationSum sum;
  for (const auto& [name, value] : map) {
    const auto* whole = value.as<std::int64_t>();
    const auto* real = value.as<double>();
    if (!whole && !real) return bad_moment("'" + name + "' must be a number");
    const bool known = whole ? sum.add(name, *whole, 0) : sum.add(name, static_cast<long double>(*real));
    if (!known) return bad_moment("a duration has no '" + name + "'");
  }
  return sum.result();
}

Result<Duration> add(const Duration& a, const Duration& b) {
  Duration sum;
  const bool overflow = __builtin_add_overflow(a.months, b.months, &sum.months) ||
                        __builtin_add_overflow(a.days, b.days, &sum.days) ||
                        __builtin_add_overflow(a.seconds, b.seconds, &sum.seconds);
  if (overflow) return bad_moment("the duration is too long");
  return normal(sum, std::int64_t{a.nanos} + b.nanos);
}

Result<Duration> negate(const Duration& duration) {
  Duration out;
  const bool overflow = __builtin_sub_overflow(std::int64_t{0}, duration.months, &out.months) ||
                        __builtin_sub_overflow(std::int64_t{0}, duration.days, &out.days) ||
                        __builtin_sub_overflow(std::int64_t{0}, duration.seconds, &out.seconds);
  if (overflow) return bad_moment("the duration is too long");
  return normal(out, -std::int64_t{duration.nanos});
}

Result<Duration> scale(const Duration& duration, long double factor) {
  DurationSum sum;
  sum.add("months", static_cast<long double>(duration.months) * factor);
  sum.add("days", static_cast<long double>(duration.days) * factor);
  sum.add("seconds", static_cast<long double>(duration.seconds) * factor);
  sum.add("nanoseconds", static_cast<long double>(duration.nanos) * factor);
  return sum.result();
}

}  // namespace entente::query
