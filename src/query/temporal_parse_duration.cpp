// SPDX-License-Identifier: Apache-2.0
#include "query/temporal_duration.hpp"
#include "query/temporal_scan.hpp"

// Durations from ISO 8601 text.

namespace entente::query {

namespace {

/// One number of digits with a fraction, both with the sign before them.
struct Amount {
  std::int64_t whole = 0;
  long double fraction = 0;
};

std::optional<Amount> read_amount(Scanner& scan, bool negative) {
  negative = scan.accept('-') ? !negative : negative;
  scan.accept('+');
  const auto whole = scan.number(scan.digits_ahead());
  if (!whole) return {};
  Amount amount{*whole, 0};
  if (scan.accept('.') || scan.accept(',')) {
    const auto digits = scan.digits_ahead();
    const auto below = scan.number(digits);
    if (!below) return {};
    amount.fraction = static_cast<long double>(*below);
    for (std::size_t i = 0; i < digits; ++i) amount.fraction /= 10;
  }
  if (negative) amount = {-amount.whole, -amount.fraction};
  return amount;
}

struct Letter {
  char letter;
  std::string_view unit;
};
constexpr Letter kDayLetters[] = {{'Y', "years"}, {'M', "months"}, {'W', "weeks"}, {'D', "days"}};
constexpr Letter kClockLetters[] = {{'H', "hours"}, {'M', "minutes"}, {'S', "seconds"}};

/// 1Y2M: units in their order, none twice; false where another thing stands. `any`: whether there was one.
template <std::size_t N>
bool read_units(Scanner& scan, const Letter (&letters)[N], bool negative, DurationSum& sum, bool& any) {
  std::size_t next = 0;
  while (!scan.at_end() && scan.peek() != 'T') {
    const auto amount = read_amount(scan, negative);
    if (!amount) return false;
    while (next < N && scan.peek() != letters[next].letter) ++next;
    if (next == N) return false;
    scan.accept(letters[next].letter);
    sum.add(letters[next++].unit, amount->whole, amount->fraction);
    any = true;
  }
  return true;
}

bool read_with_letters(Scanner& scan, bool negative, DurationSum& sum) {
  bool any = false;
  if (!read_units(scan, kDayLetters, negative, sum, any)) return false;
  if (!scan.accept('T')) return any;
  any = false;
  return read_units(scan, kClockLetters, negative, sum, any) && any && scan.at_end();
}

/// 2012-02-02T14:37:21.545 and 20120202T143721.545: years, months and so on, not a date.
bool read_like_date(Scanner scan, DurationSum& sum) {
  const auto year = scan.number(4);
  const bool hyphens = scan.accept('-');
  const auto month = scan.number(2);
  if (hyphens && !scan.accept('-')) return false;
  const auto day = scan.number(2);
  if (!year || !month || !day || *month > 12 || *day > 31) return false;
  sum.add("years", *year, 0);
  sum.add("months", *month, 0);
  sum.add("days", *day, 0);
  if (scan.at_end()) return true;
  const auto clock =
      scan.accept('T') ? read_moment(MomentKind::local_time, scan.rest()) : bad_moment("no clock");
  if (!clock) return false;
  sum.add("seconds", clock->nano / kNanosPerSecond, 0);
  sum.add("nanoseconds", clock->nano % kNanosPerSecond, 0);
  return true;
}

}  // namespace

Result<Duration> read_duration(std::string_view text) {
  Scanner scan(text);
  const bool negative = scan.accept('-');
  if (scan.accept('P')) {
    DurationSum like_date;
    if (!negative && read_like_date(scan, like_date)) return like_date.result();
    DurationSum sum;
    if (read_with_letters(scan, negative, sum)) return sum.result();
  }
  return bad_moment("'" + std::string(text.substr(0, 80)) + "' is no duration");
}

}  // namespace entente::query
