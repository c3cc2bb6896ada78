// SPDX-License-Identifier: Apache-2.0
#include "base/edit_distance.hpp"

#include "support/catch.hpp"

using namespace entente;

TEST_CASE("edit distance counts a transposition once and stops at its limit") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("metWith", "meWtith", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("kitten", "sitting", 1) == 2);
}

TEST_CASE("did_you_mean offers near names only") {
  CHECK(did_you_mean("providedAidTO", {"metWith", "providedAidTo"}) == "providedAidTo");
  CHECK(did_you_mean("metWiht", {"metWith", "providedAidTo"}) == "metWith");
  CHECK_FALSE(did_you_mean("zzz", {"metWith", "providedAidTo"}).has_value());
}
