// SPDX-License-Identifier: Apache-2.0
#include "app/stats.hpp"

#include "small_base.hpp"
#include "support/catch.hpp"

using namespace entente;

TEST_CASE("stats count what there is, by kind") {
  const app::Stats stats = app::stats_of(test::small_base());
  CHECK(stats.documents == 1);
  CHECK(stats.entities == 3);
  CHECK(stats.facts == 3);
  CHECK(stats.plain_facts == 1);
  CHECK(stats.negated_facts == 1);
  CHECK(stats.evidence == 3);
  CHECK(stats.classes.at("Country") == 2);
  CHECK(stats.relations.at("attended") == 1);
  CHECK(stats.modalities.at("Asserted") == 2);
}
