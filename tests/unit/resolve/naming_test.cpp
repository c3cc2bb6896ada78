// SPDX-License-Identifier: Apache-2.0
#include "resolve/naming.hpp"

#include "support/catch.hpp"

using namespace entente::resolve;

TEST_CASE("spellings of one name share a plain name") {
  CHECK(plain_name("The  Farmers’ Party") == plain_name("Farmers' party"));
  CHECK(plain_name("Valinskienė") == "valinskiene");
  CHECK(plain_name("Secretary-General") == "secretary general");
  CHECK(plain_name("Chad's army") == "chad army");
  CHECK(plain_name("U.S.") == "us");
  CHECK(plain_name("").empty());
}

TEST_CASE("a short form is the first or the last words of a name") {
  CHECK(is_short_form("front", "coastal front"));
  CHECK(is_short_form("anna", "anna lund"));
  CHECK(is_short_form("relief front", "coastal relief front"));
  CHECK_FALSE(is_short_form("relief", "coastal relief front"));
  CHECK_FALSE(is_short_form("ront", "coastal front"));
  CHECK_FALSE(is_short_form("coastal front", "coastal front"));
  CHECK_FALSE(is_short_form("", "coastal front"));
}

TEST_CASE("initials are those of capital words") {
  CHECK(initials_of("Organization of Lake States") == "OLS");
  CHECK(initials_of("North-South Fund") == "NSF");
}

TEST_CASE("ids hold a slug and six hex digits, and tell senses apart") {
  const std::string id = entity_id("côte d'azur", "");
  CHECK(id.rfind("cote-d-azur-", 0) == 0);
  CHECK(id.size() == std::string("cote-d-azur-").size() + 6);
  CHECK(entity_id("truce", "0011223344556677") != entity_id("truce", "8899aabbccddeeff"));
  CHECK(entity_id("truce", "") == entity_id("truce", ""));
  CHECK(entity_id("…", "").rfind("x-", 0) == 0);
  CHECK(entity_id(std::string(500, 'a'), "").size() < 80);
}
