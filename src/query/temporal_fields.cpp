// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "query/temporal.hpp"

// Components of a map: the day and the time of day that they tell.

namespace entente::query {

namespace {

using Whole = std::optional<std::int64_t>;

constexpr std::array<const char*, 10> kDayNames = {
    "date", "datetime", "year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay"};
constexpr std::array<const char*, 8> kClockNames = {"time",   "datetime",    "hour",        "minute",
                                                    "second", "millisecond", "microsecond", "nanosecond"};
constexpr std::array<const char*, 3> kEpochNames = {"epochSeconds", "epochMillis", "timezone"};

template <std::size_t N>
bool is_in(const std::array<const char*, N>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(), [&](const char* known) { return name == known; });
}

/// All whole numbers of a map that are asked for, and the first error.
class Fields {
 public:
  explicit Fields(const Map& map) : map_(map) {}

  Whole operator[](const char* name) {
    auto found = whole_field(map_, name);
    if (found) return *found;
    if (status_) status_ = fail(found.error());
    return {};
  }
  [[nodiscard]] const Status& status() const { return status_; }

 private:
  const Map& map_;
  Status status_;
};

Whole day_of_month(Fields& fields, const Whole& year, const Whole& base) {
  const auto month = fields["month"], day = fields["day"];
  if (!base) return month || !day ? day_of(*year, month.value_or(1), day.value_or(1)) : Whole();
  const auto old = graph::civil_day(*base);
  const auto new_year = year.value_or(old.year), new_month = month.value_or(old.month);
  if (day) return day_of(new_year, new_month, *day);
  if (!day_of(new_year, new_month, 1)) return {};
  const int last = days_in_month(new_year, static_cast<int>(new_month));
  return day_of(new_year, new_month, std::min(old.day, last));
}

Whole day_of_some_quarter(Fields& fields, const Whole& year, const Whole& base) {
  const auto quarter = fields["quarter"], day = fields["dayOfQuarter"];
  if (!base) return quarter ? day_of_quarter(*year, *quarter, day.value_or(1)) : Whole();
  const auto old = graph::civil_day(*base);
  const auto new_year = year.value_or(old.year);
  const auto new_quarter = quarter.value_or((old.month + 2) / 3);
  if (day) return day_of_quarter(new_year, new_quarter, *day);
  if (!day_of_quarter(new_year, new_quarter, 1)) return {};
  const auto months = (new_year - old.year) * 12 + (new_quarter - (old.month + 2) / 3) * 3;
  return add_months(*base, months);
}

Whole day_of_week_fields(Fields& fields, const Whole& year, const Whole& base) {
  const auto week = fields["week"], day = fields["dayOfWeek"];
  if (!base) return week ? day_of_week_date(*year, *week, day.value_or(1)) : Whole();
  const auto old = week_date(*base);
  return day_of_week_date(year.value_or(old.year), week.value_or(old.week), day.value_or(old.day));
}

/// What stands below the second: given as nanoseconds, or part by part.
Whole below_second(Fields& fields, const Bases& bases) {
  const auto milli = fields["millisecond"], micro = fields["microsecond"], nano = fields["nanosecond"];
  const auto old = bases.nano.value_or(0) % kNanosPerSecond;
  if (!milli && !micro && !nano) return old;
  const auto fits = [](const Whole& part, std::int64_t most) {
    return !part || (*part >= 0 && *part < most);
  };
  const std::int64_t most_micro = milli ? 1000 : 1'000'000;
  const std::int64_t most_nano = micro ? 1000 : milli ? 1'000'000 : kNanosPerSecond;
  if (!fits(milli, 1000) || !fits(micro, most_micro) || !fits(nano, most_nano)) return {};
  const auto kept = bases.keep_nanos_above == 0 ? 0 : old / bases.keep_nanos_above * bases.keep_nanos_above;
  const auto given = milli.value_or(0) * 1'000'000 + micro.value_or(0) * 1000 + nano.value_or(0);
  return kept + given < kNanosPerSecond ? Whole(kept + given) : Whole();
}

}  // namespace

Result<Whole> whole_field(const Map& map, const std::string& name) {
  const auto found = map.find(name);
  if (found == map.end()) return Whole();
  if (const auto* whole = found->second.as<std::int64_t>()) return Whole(*whole);
  return bad_moment("'" + name + "' must be an integer");
}

Status check_names(MomentKind kind, const Map& map) {
  for (const auto& entry : map) {
    const auto& name = entry.first;
    const bool both = has_day(kind) && has_clock(kind);
    if (name == "datetime" && !both)
      return bad_moment("a " + std::string(name_of(kind)) + " has no 'datetime'");
    const bool known = (has_day(kind) && is_in(kDayNames, name)) ||
                       (has_clock(kind) && is_in(kClockNames, name)) ||
                       (has_zone(kind) && name == "timezone") || (both && is_in(kEpochNames, name));
    if (!known) return bad_moment("a " + std::string(name_of(kind)) + " has no '" + name + "'");
  }
  return {};
}

Result<std::int64_t> day_of_fields(const Map& map, std::optional<std::int64_t> base) {
  Fields fields(map);
  const auto year = fields["year"];
  const auto has = [&](const char* name) { return map.count(name) != 0; };
  const bool week = has("week") || has("dayOfWeek"), quarter = has("quarter") || has("dayOfQuarter");
  const bool ordinal = has("ordinalDay"), month = has("month") || has("day");
  if (week + quarter + ordinal + month > 1)
    return bad_moment(
        "a day is told by month, by week, by quarter or by its number in the year: by one of them");
  if (!base && !year && fields.status()) return bad_moment("a day needs a year");
  Whole found;
  if (fields.status()) {
    const auto base_year = base ? graph::civil_day(*base).year : 0;
    found = week      ? day_of_week_fields(fields, year, base)
            : quarter ? day_of_some_quarter(fields, year, base)
            : ordinal ? day_of_ordinal(year.value_or(base_year), fields["ordinalDay"].value_or(0))
                      : day_of_month(fields, year, base);
  }
  if (!fields.status()) return fail(fields.status().error());
  if (!found) return bad_moment("there is no such day");
  return *found;
}

Result<std::int64_t> clock_of_fields(const Map& map, const Bases& bases) {
  Fields fields(map);
  const auto old = bases.nano.value_or(0) / kNanosPerSecond;
  const auto hour = fields["hour"], minute = fields["minute"], second = fields["second"];
  const bool below = map.count("millisecond") + map.count("microsecond") + map.count("nanosecond") != 0;
  const auto part = below_second(fields, bases);
  if (!fields.status()) return fail(fields.status().error());
  const bool gap = (minute && !hour) || (second && !minute) || (below && !second);
  if (!bases.nano && gap) return bad_moment("a time of day needs the larger units, too, from the hour on");
  const auto h = hour.value_or(old / 3600), m = minute.value_or(old / 60 % 60), s = second.value_or(old % 60);
  const bool fits = h >= 0 && h < 24 && m >= 0 && m < 60 && s >= 0 && s < 60 && part;
  if (!fits) return bad_moment("there is no such time of day");
  return (h * 3600 + m * 60 + s) * kNanosPerSecond + *part;
}

}  // namespace entente::query
