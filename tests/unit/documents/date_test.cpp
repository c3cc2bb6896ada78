// SPDX-License-Identifier: Apache-2.0
#include "documents/date.hpp"

#include "support/catch.hpp"

using entente::documents::day_of;

TEST_CASE("days as documents write them") {
  CHECK(day_of("2020-06-08") == "2020-06-08");
  CHECK(day_of("2020-06-08T23:59:59-08:00") == "2020-06-08");
  CHECK(day_of(" 2020/6/8 ") == "2020-06-08");
  CHECK(day_of("20200608") == "2020-06-08");
  CHECK(day_of("D:20200608103000+02'00'") == "2020-06-08");
  CHECK(day_of("Mon, 8 Jun 2020 10:00:00 +0200") == "2020-06-08");
  CHECK(day_of("June 8, 2020") == "2020-06-08");
  CHECK(day_of("8th June 2020, 10:15") == "2020-06-08");
  CHECK(day_of("Published Sept. 30th, 2019") == "2019-09-30");
  CHECK(day_of("2020-06") == "2020-06");
  CHECK(day_of("June 2020") == "2020-06");
  CHECK(day_of("2020") == "2020");
}

TEST_CASE("what is no day gives none") {
  for (const char* text :
       {"", "yesterday", "0000-00-00", "2020-02-30", "2020-13-01", "99999999", "31 April 2021", "08/06/2020",
        "1591574400", "D:", "May", "99999999999999999999"}) {
    INFO(text);
    CHECK(day_of(text).empty());
  }
}
