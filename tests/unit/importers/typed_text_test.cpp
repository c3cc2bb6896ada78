// SPDX-License-Identifier: Apache-2.0
#include "importers/typed_text.hpp"

#include "support/catch.hpp"

using namespace entente;
using importers::typed_value;
using importers::ValueType;

TEST_CASE("texts become values of their type") {
  CHECK(typed_value(" 42 ", ValueType::integer) == graph::Value(42));
  CHECK(typed_value("+7", ValueType::integer) == graph::Value(7));
  CHECK(typed_value("-9223372036854775808", ValueType::integer)->data.index() == 2);
  CHECK(typed_value("1e3", ValueType::real) == graph::Value(1000.0));
  CHECK(typed_value("TRUE", ValueType::boolean) == graph::Value(true));
  CHECK(typed_value(" x ", ValueType::text) == graph::Value(" x "));
  CHECK(std::get<graph::Moment>(typed_value("1970-01-02", ValueType::date)->data).day == 1);
  CHECK(std::get<graph::Moment>(typed_value("2020-02-29", ValueType::date)->data).day == 18'321);
}

TEST_CASE("texts of another type become none") {
  for (const char* text : {"", "4.0", "9223372036854775808", "+-1", "0x10", "1 2"})
    CHECK_FALSE(typed_value(text, ValueType::integer));
  for (const char* text : {"", "1,5", "1.5.2", "x"}) CHECK_FALSE(typed_value(text, ValueType::real));
  for (const char* text : {"2021-02-29", "2020-13-01", "2020-6-8", "20200608", "2020-06-08T", "-020-06-08"})
    CHECK_FALSE(typed_value(text, ValueType::date));
  CHECK_FALSE(typed_value("yes", ValueType::boolean));
}
