// SPDX-License-Identifier: Apache-2.0
#include "evaluation/gold.hpp"

#include "support/catch.hpp"

using namespace entente::evaluation;

namespace {

GoldEntity entity(std::string id, std::string name, std::string cls, std::vector<std::string> mentions = {}) {
  GoldEntity out;
  out.id = std::move(id);
  out.canonical_name = std::move(name);
  out.cls = std::move(cls);
  out.mentions = std::move(mentions);
  return out;
}

GoldDocument document() {
  auto relief = entity("relief", "Harbour Relief Network", "Organization", {"the network"});
  relief.coref_mentions = {"we", "who"};
  auto seas = entity("seas", "Northern Seas Council", "Organization");
  return GoldDocument("d1", "A text.",
                      {relief, seas, entity("ana", "Ana Duarte", "Person"),
                       entity("teams", "two teams of engineers", "Group")},
                      {}, {}, {"Annex"});
}

}  // namespace

TEST_CASE("a name stands for the entity that is called so, by mention, acronym or behind a title") {
  const auto gold = document();
  CHECK(gold.ids("The Network") == Ids{"relief"});
  CHECK(gold.ids("NSC") == Ids{"seas"});
  CHECK(gold.ids("Foreign Minister Ana Duarte") == Ids{"ana"});
  CHECK(gold.ids("Head of the Harbour Authority Ana Duarte") == Ids{"ana"});
}

TEST_CASE("likeness counts for what is no person and no country, and numbers must agree") {
  const auto gold = document();
  CHECK(gold.ids("two engineers teams") == Ids{"teams"});
  CHECK(gold.ids("three teams of engineers").empty());
  CHECK(gold.ids("Ana Duarte Lima").empty());
}

TEST_CASE("pronouns stand for nothing") {
  const auto gold = document();
  CHECK(gold.ids("we").empty());
  CHECK(gold.ids("who").empty());
  CHECK(gold.ids("").empty());
}

TEST_CASE("names that must not become nodes are known, ids without an entity are their own name") {
  const auto gold = document();
  CHECK(gold.is_bad("annex"));
  CHECK(gold.name_of("seas") == "Northern Seas Council");
  CHECK(gold.name_of("nobody") == "nobody");
}

TEST_CASE("load_gold reads the seeds' gold and names a file that is none") {
  const auto gold = load_gold({"gold/seeds.json"});
  REQUIRE(gold);
  REQUIRE(gold->size() == 2);
  CHECK(gold->front().id() == "000");
  CHECK_FALSE(gold->front().edges().empty());

  const auto missing = load_gold({"gold/no-such.json"});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == entente::ErrorKind::input_output);

  const auto wrong = load_gold({"gold/relations.json"});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().kind == entente::ErrorKind::data);
  CHECK(wrong.error().place.file == "gold/relations.json");
}
