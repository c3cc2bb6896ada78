// SPDX-License-Identifier: Apache-2.0
#include "query/temporal.hpp"
#include "query/temporal_scan.hpp"

// Moments from ISO 8601 text.

namespace entente::query {

namespace {

using Found = std::optional<std::int64_t>;

/// Behind the year: week, quarter, month and day, or the day of the year; hyphens may be left out.
Found day_in_year(Scanner& scan, std::int64_t year) {
  const bool hyphen = scan.accept('-');
  const bool short_form = !hyphen;
  const auto has_more = [&] { return short_form ? is_digit(scan.peek()) : scan.accept('-'); };
  if (scan.accept('W')) {
    const auto week = scan.number(2);
    const auto day = week && has_more() ? scan.number(1) : Found(1);
    return week && day ? day_of_week_date(year, *week, *day) : Found();
  }
  if (scan.accept('Q')) {
    const auto quarter = scan.number(1);
    const auto day = quarter && has_more() ? scan.number(2) : Found(1);
    return quarter && day ? day_of_quarter(year, *quarter, *day) : Found();
  }
  if (!hyphen && !is_digit(scan.peek())) return day_of(year, 1, 1);
  if (scan.digits_ahead() == 3) return day_of_ordinal(year, *scan.number(3));
  const auto month = scan.number(2);
  const auto day = month && has_more() ? scan.number(2) : Found(1);
  return month && day ? day_of(year, *month, *day) : Found();
}

Found read_day(Scanner& scan) {
  const auto sign = scan.accept('-') ? -1 : scan.accept('+') ? 1 : 0;
  const auto digits = sign == 0 ? 4 : scan.digits_ahead();
  const auto year = digits <= 9 ? scan.number(digits) : Found();
  return year ? day_in_year(scan, sign < 0 ? -*year : *year) : Found();
}

/// The nanosecond of the day.
Found read_clock(Scanner& scan) {
  const auto hour = scan.number(2);
  if (!hour || *hour > 23) return {};
  std::int64_t seconds = *hour * 3600;
  for (std::int64_t unit = 60; unit >= 1; unit /= 60) {
    if (!scan.accept(':') && !is_digit(scan.peek())) return seconds * kNanosPerSecond;
    const auto part = scan.number(2);
    if (!part || *part > 59) return {};
    seconds += *part * unit;
  }
  const auto fraction = scan.fraction();
  return fraction ? Found(seconds * kNanosPerSecond + *fraction) : Found();
}

/// An offset, a zone in square brackets, or both; false where they do not fit each other.
bool read_zone_part(Scanner& scan, Moment& moment) {
  const auto offset = scan.offset();
  moment.offset = offset.value_or(0);
  if (!scan.accept('[')) return true;
  const auto close = scan.rest().find(']');
  if (close == std::string_view::npos || close + 1 != scan.rest().size()) return false;
  const auto zone = read_zone(scan.rest().substr(0, close));
  if (!zone || moment.kind != MomentKind::date_time) return false;
  set_zone(moment, *zone, offset);
  scan = Scanner({});
  return !offset || *offset == moment.offset;
}

bool read_parts(Scanner& scan, Moment& moment) {
  if (has_day(moment.kind)) {
    const auto day = read_day(scan);
    if (!day) return false;
    moment.day = *day;
    if (!has_clock(moment.kind) || (!scan.accept('T') && !scan.accept('t'))) return true;
  }
  const auto nano = read_clock(scan);
  if (!nano) return false;
  moment.nano = *nano;
  return true;
}

}  // namespace

Result<Moment> read_moment(MomentKind kind, std::string_view text) {
  Moment moment;
  moment.kind = kind;
  Scanner scan(text);
  bool good = read_parts(scan, moment);
  if (good && has_zone(kind)) good = read_zone_part(scan, moment);
  if (good && scan.at_end()) return moment;
  return bad_moment("'" + std::string(text.substr(0, 80)) + "' is no " + std::string(name_of(kind)));
}

}  // namespace entente::query
