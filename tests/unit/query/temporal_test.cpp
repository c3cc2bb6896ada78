// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <limits>

#include "query/compare.hpp"
#include "query/temporal.hpp"
#include "support/catch.hpp"
#include "unit/query/random_text.hpp"

using namespace entente;
using namespace entente::query;

namespace {

constexpr std::array<MomentKind, 5> kKinds = {MomentKind::date, MomentKind::local_time, MomentKind::time,
                                              MomentKind::local_date_time, MomentKind::date_time};

/// Any day of the calendar, most often one near to now.
std::int64_t random_day(test::Dice& dice) {
  const auto near = std::int64_t{dice.roll(800'000)} - 400'000;
  return dice.chance(80) ? near : near * 900'000;
}

Moment random_moment(test::Dice& dice, MomentKind kind) {
  static constexpr std::array<const char*, 4> kZones = {"Europe/Stockholm", "America/New_York",
                                                        "Australia/Eucla", "Pacific/Honolulu"};
  Moment moment;
  moment.kind = kind;
  if (has_day(kind)) moment.day = random_day(dice);
  if (has_clock(kind))
    moment.nano = std::int64_t{dice.roll(86'400)} * kNanosPerSecond + dice.roll(1'000'000'000);
  if (has_zone(kind)) moment.offset = (dice.roll(2161) - 1080) * 60;
  if (kind == MomentKind::date_time && dice.chance(50))
    set_zone(moment, *read_zone(kZones[static_cast<std::size_t>(dice.roll(4))]));
  return moment;
}

Duration random_duration(test::Dice& dice) {
  Duration out;
  out.months = dice.roll(2000) - 1000;
  out.days = dice.roll(2000) - 1000;
  out.seconds = std::int64_t{dice.roll(2'000'000)} - 1'000'000;
  out.nanos = dice.chance(50) ? dice.roll(1'000'000'000) : 0;
  return out;
}

}  // namespace

TEST_CASE("days and their names") {
  test::Dice dice(1);
  for (int i = 0; i < 20'000; ++i) {
    const auto day = random_day(dice);
    const auto civil = graph::civil_day(day);
    const auto week = week_date(day);
    REQUIRE(day_of(civil.year, civil.month, civil.day) == day);
    REQUIRE(day_of_week_date(week.year, week.week, week.day) == day);
    REQUIRE(day_of_ordinal(civil.year, day - *day_of(civil.year, 1, 1) + 1) == day);
    const auto next = graph::civil_day(day + 1);
    REQUIRE((next.day == 1 || (next.day == civil.day + 1 && next.month == civil.month)));
    REQUIRE(weekday(day + 1) == weekday(day) % 7 + 1);
  }
  CHECK(graph::day_number({1970, 1, 1}) == 0);
  CHECK(graph::day_number({2000, 2, 29}) == 11'016);
  CHECK_FALSE(day_of(1900, 2, 29).has_value());
  CHECK_FALSE(day_of_week_date(2025, 53, 1).has_value());
  CHECK(day_of_week_date(2026, 53, 1).has_value());
}

TEST_CASE("what is written is read again") {
  test::Dice dice(2);
  for (int i = 0; i < 5'000; ++i) {
    const auto moment = random_moment(dice, kKinds[static_cast<std::size_t>(dice.roll(5))]);
    const auto text = graph::to_text(moment);
    const auto again = read_moment(moment.kind, text);
    INFO(text);
    REQUIRE(again.has_value());
    REQUIRE(graph::to_text(*again) == text);
    REQUIRE(*again == moment);
    const auto duration = random_duration(dice);
    INFO(graph::to_text(duration));
    REQUIRE(read_duration(graph::to_text(duration)) == duration);
  }
}

TEST_CASE("what lies between two moments leads from one to the other") {
  test::Dice dice(3);
  for (int i = 0; i < 5'000; ++i) {
    const auto kind = dice.chance(50) ? MomentKind::local_date_time : MomentKind::date_time;
    auto from = random_moment(dice, kind), to = random_moment(dice, kind);
    if (kind == MomentKind::date_time) move_to_zone(to, zone_of(from));
    INFO(graph::to_text(from) << " " << graph::to_text(to));
    const auto seconds = between(from, to, Span::seconds);
    REQUIRE(seconds.has_value());
    REQUIRE(add(from, *seconds) == to);
    const auto whole = between(from, to, Span::whole);
    REQUIRE(whole.has_value());
    if (!from.zone) REQUIRE(add(from, *whole) == to);
  }
}

TEST_CASE("durations add, subtract and scale") {
  test::Dice dice(4);
  for (int i = 0; i < 5'000; ++i) {
    const auto a = random_duration(dice), b = random_duration(dice);
    INFO(graph::to_text(a) << " " << graph::to_text(b));
    const auto sum = add(a, b);
    REQUIRE(sum.has_value());
    REQUIRE(add(*sum, *negate(b)) == a);
    REQUIRE(scale(a, 2) == *add(a, a));
    REQUIRE(scale(a, -1) == *negate(a));
    REQUIRE(scale(*scale(a, 4), 0.25L) == a);
  }
}

TEST_CASE("the order of moments and durations is total") {
  test::Dice dice(5);
  List values;
  for (int i = 0; i < 40; ++i) {
    values.emplace_back(random_moment(dice, kKinds[static_cast<std::size_t>(dice.roll(5))]));
    values.emplace_back(random_duration(dice));
  }
  values.push_back(values[0]);
  for (const auto& a : values)
    for (const auto& b : values) {
      REQUIRE(order(a, b) == -order(b, a));
      if (order(a, b) == 0) REQUIRE(hash(a) == hash(b));
      for (const auto& c : values)
        if (order(a, b) <= 0 && order(b, c) <= 0) REQUIRE(order(a, c) <= 0);
    }
}

TEST_CASE("text that is no moment is refused") {
  test::Dice dice(6);
  static constexpr std::string_view kLetters = "0123456789-+:.,TWQZP[]YMDHS/a ";
  for (int i = 0; i < 100'000; ++i) {
    std::string text;
    for (int n = dice.roll(24); n > 0; --n)
      text += kLetters[static_cast<std::size_t>(
          dice.roll(dice.chance(60) ? 10 : static_cast<int>(kLetters.size())))];
    for (const auto kind : kKinds)
      if (const auto moment = read_moment(kind, text))
        REQUIRE(read_moment(kind, graph::to_text(*moment)) == *moment);
    if (const auto duration = read_duration(text))
      REQUIRE(read_duration(graph::to_text(*duration)) == *duration);
  }
  for (const auto* bad : {"", "P", "PT", "P1", "1D", "P1D2Y", "P1DT", "P-", "P1.D"})
    CHECK_FALSE(read_duration(bad));
  for (const auto* bad : {"", "2026-1-1", "2026-13", "2026-W54", "2026-11-22T10", "20261122x", "-", "26"})
    CHECK_FALSE(read_moment(MomentKind::date, bad));
}

TEST_CASE("any numbers give a value or an error") {
  test::Dice dice(7);
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max(),
                 kLeast = std::numeric_limits<std::int64_t>::min();
  const auto any = [&]() -> std::int64_t {
    const auto small = std::int64_t{dice.roll(200)} - 100;
    if (dice.chance(40)) return small;
    if (dice.chance(50)) return dice.chance(50) ? kMost - dice.roll(100) : kLeast + dice.roll(100);
    return small * 91'000'000'000'000'000 / (dice.roll(1'000'000) + 1);
  };
  const auto day_names = {"year",      "month",   "day",          "week",
                          "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay"};
  for (int i = 0; i < 20'000; ++i) {
    const Duration a{any(), any(), any(), dice.roll(1'000'000'000)}, b{any(), any(), any(), 0};
    const auto moment = random_moment(dice, kKinds[static_cast<std::size_t>(dice.roll(5))]);
    for (const auto& change : {Result<Duration>(a), add(a, b), negate(a), scale(a, 0.5L), scale(b, 1e9L)}) {
      if (!change) continue;
      REQUIRE(graph::to_text(*change).front() == 'P');
      for (const auto* name : {"hours", "milliseconds", "microseconds", "nanoseconds", "nanosecondsOfSecond"})
        REQUIRE(component(*change, name).has_value());
      if (const auto sum = add(moment, *change)) REQUIRE(sum->kind == moment.kind);
    }
    Map map;
    for (const auto* name : day_names)
      if (dice.chance(20)) map[name] = any();
    if (dice.chance(50)) map["date"] = random_moment(dice, MomentKind::date);
    if (const auto made = build(MomentKind::date, map, {})) REQUIRE(made->kind == MomentKind::date);
    for (const auto* name : {"epochSeconds", "epochMillis"})
      if (const auto made = build(MomentKind::date_time, {{name, any()}}, {}))
        REQUIRE(read_moment(MomentKind::date_time, graph::to_text(*made)) == *made);
    for (const auto* unit : {"millennium", "weekYear", "week", "day"})
      if (const auto cut = truncate(MomentKind::date, unit, moment, {}))
        REQUIRE(order(*cut, *convert(MomentKind::date, moment)) <= 0);
  }
}
