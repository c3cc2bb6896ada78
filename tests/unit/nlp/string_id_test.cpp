// SPDX-License-Identifier: Apache-2.0
#include "nlp/string_id.hpp"

#include "support/catch.hpp"

using entente::nlp::string_id;

TEST_CASE("string ids are spaCy's") {
  CHECK(string_id("") == 0);
  CHECK(string_id("China") == 13385439009439644888ULL);
  CHECK(string_id("china") == 10603582739829208913ULL);
  CHECK(string_id("C") == 149303876845869574ULL);
  CHECK(string_id("Xxxxx") == 16072095006890171862ULL);
}

TEST_CASE("fixed symbols keep their small numbers") {
  CHECK(string_id("punct") == 445);
  CHECK(string_id("ORTH") == 65);
  CHECK(string_id("NOUN") == 92);
}
