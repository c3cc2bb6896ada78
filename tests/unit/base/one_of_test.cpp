// SPDX-License-Identifier: Apache-2.0
#include "base/one_of.hpp"

#include "support/catch.hpp"

TEST_CASE("a word is one of a list when it is equal to one of its words") {
  using entente::one_of;
  CHECK(one_of("at", {"in", "at"}));
  CHECK_FALSE(one_of("a", {"in", "at"}));
  CHECK_FALSE(one_of("att", {"in", "at"}));
  CHECK(one_of("", {"in", ""}));
  CHECK_FALSE(one_of("", {"in"}));
  const auto passed_on = [](std::initializer_list<std::string_view> list) {
    return entente::is_among("at", list);
  };
  CHECK(passed_on({"in", "at"}));
  CHECK_FALSE(passed_on({}));
}
