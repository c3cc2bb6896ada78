// SPDX-License-Identifier: Apache-2.0
#include "extract/time.hpp"

#include "support/catch.hpp"
#include "unit/extract/words.hpp"

using namespace entente;
using test::Words;

namespace {

TimeSpan span_of(const std::string& words, const std::string& date = "2020-06-10") {
  const Words text(words, date);
  const auto span = extract::read_time(text.reading, 0, text.size());
  REQUIRE(span);
  return *span;
}

// Earliest begin, latest end and precision as one text.
std::string within(const std::string& words, const std::string& date = "2020-06-10") {
  const TimeSpan span = span_of(words, date);
  return span.earliest_begin + ".." + span.latest_end + " " + span.precision;
}

}  // namespace

TEST_CASE("days, months and years are read with their precision") {
  CHECK(within("on/IN 12 May/NNP 2017") == "2017-05-12..2017-05-12 day");
  CHECK(within("on/IN May/NNP 12 , 2017") == "2017-05-12..2017-05-12 day");
  CHECK(within("in/IN March/NNP 2019") == "2019-03-01..2019-03-31 month");
  CHECK(within("in/IN 2016/CD/DATE") == "2016-01-01..2016-12-31 year");
  CHECK(within("2015-02-03") == "2015-02-03..2015-02-03 day");
  CHECK(within("in/IN the late/JJ May/NNP 2017") == "2017-05-21..2017-05-31 part of month");
}

TEST_CASE("what the text leaves open is reckoned from the document's date") {
  CHECK(within("in/IN March/NNP") == "2020-03-01..2020-03-31 month");
  CHECK(within("in/IN November/NNP") == "2019-11-01..2019-11-30 month");  // the last one before June
  CHECK(within("yesterday/NN") == "2020-06-09..2020-06-09 day");
  CHECK(within("last/JJ week/NN") == "2020-06-01..2020-06-07 part of month");
  CHECK(within("on/IN Tuesday/NNP") == "2020-06-09..2020-06-09 day");
  CHECK(within("on/IN Wednesday/NNP") == "2020-06-10..2020-06-10 day");
  CHECK(within("next/JJ Friday/NNP") == "2020-06-12..2020-06-12 day");
  CHECK(within("two years ago") == "2018-01-01..2018-12-31 year");
  CHECK(within("last/JJ autumn/NN") == "2019-09-01..2019-11-30 part of year");
  CHECK(within("next/JJ month/NN") == "2020-07-01..2020-07-31 month");
}

TEST_CASE("without a date a relative time keeps its words and its precision") {
  const TimeSpan span = span_of("on/IN Tuesday/NNP", "");
  CHECK(span.text == "on Tuesday");
  CHECK(span.precision == "day");
  CHECK(span.earliest_begin.empty());
}

TEST_CASE("prepositions say which end is known") {
  const TimeSpan by = span_of("By/IN late/JJ May/NNP");
  CHECK(by.earliest_end == "2020-05-21");
  CHECK(by.latest_end == "2020-05-31");
  CHECK(by.earliest_begin.empty());
  CHECK(by.text == "By late May");
  const TimeSpan since = span_of("since/IN 2019/CD/DATE");
  CHECK(since.earliest_begin == "2019-01-01");
  CHECK(since.latest_begin == "2019-12-31");
  CHECK(since.latest_end.empty());
}

TEST_CASE("words that only look like times are none") {
  const Words modal("they/PRP may/MD march/VB");
  CHECK_FALSE(extract::read_time(modal.reading, 0, modal.size()));
  const Words count("2000/CD/CARDINAL people/NNS");
  CHECK_FALSE(extract::read_time(count.reading, 0, count.size()));
}

TEST_CASE("the calendar knows leap years and weekdays") {
  CHECK(extract::days_in_month(2020, 2) == 29);
  CHECK(extract::days_in_month(1900, 2) == 28);
  CHECK(extract::weekday({2020, 6, 8}) == 0);
  const extract::Date date = extract::civil_from_days(extract::days_from_civil({2000, 2, 29}) + 1);
  CHECK(extract::to_iso(date) == "2000-03-01");
  CHECK_FALSE(extract::parse_iso_date("2020-02-30"));
  CHECK_FALSE(extract::parse_iso_date("8 June 2020"));
}
