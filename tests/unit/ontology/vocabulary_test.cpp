// SPDX-License-Identifier: Apache-2.0
#include "ontology/vocabulary.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace entente;
using namespace entente::ontology;

namespace {

const Vocabulary& published() {
  static const Vocabulary vocabulary = [] {
    auto loaded = Vocabulary::load("ontology");
    if (!loaded) FAIL(to_text(loaded.error()));
    return std::move(*loaded);
  }();
  return vocabulary;
}

}  // namespace

TEST_CASE("the published vocabulary loads, sorted by name") {
  const auto& classes = published().classes();
  const auto& relations = published().relations();
  REQUIRE(classes.size() == 27);
  REQUIRE(relations.size() == 61);
  const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
  REQUIRE(std::is_sorted(classes.begin(), classes.end(), by_name));
  REQUIRE(std::is_sorted(relations.begin(), relations.end(), by_name));
  REQUIRE(std::count_if(relations.begin(), relations.end(), [](const Relation& r) { return r.abstract; }) ==
          10);
  REQUIRE(published().find_class("Fact") == nullptr);
  REQUIRE(published().hash().size() == 64);
}

TEST_CASE("a relation has label, inverse, classes and triggers") {
  const Relation* aid = published().find_relation("providedAidTo");
  REQUIRE(aid != nullptr);
  REQUIRE(aid->label == "provided aid to");
  REQUIRE(aid->inverse == "receivedAidFrom");
  REQUIRE(aid->inverse_label == "received aid from");
  REQUIRE_FALSE(aid->abstract);
  REQUIRE_FALSE(aid->symmetric);
  REQUIRE(aid->domains == std::vector<std::string>{"Agent"});
  REQUIRE(aid->ranges == std::vector<std::string>{"Agent", "Place"});
  REQUIRE(std::find(aid->triggers.begin(), aid->triggers.end(), "donate") != aid->triggers.end());
  REQUIRE(published().find_relation("metWith")->symmetric);
  REQUIRE(published().find_relation("cooperated")->abstract);
  REQUIRE(published().find_relation("nothing") == nullptr);
}

TEST_CASE("hierarchies are transitive and hold for unknown names alone") {
  const Vocabulary& v = published();
  REQUIRE(v.is_class("Country", "Agent"));
  REQUIRE(v.is_class("Country", "Place"));
  REQUIRE(v.is_class("Country", "Entity"));
  REQUIRE(v.is_class("Country", "Country"));
  REQUIRE_FALSE(v.is_class("Agent", "Country"));
  REQUIRE(v.is_relation("sentPersonnelTo", "cooperated"));
  REQUIRE_FALSE(v.is_relation("praised", "cooperated"));
  REQUIRE(v.is_class("Unheard", "Unheard"));
  REQUIRE_FALSE(v.is_class("Unheard", "Entity"));
}

TEST_CASE("a name stands for itself and all below it") {
  const Vocabulary& v = published();
  REQUIRE(v.class_and_below("Collective") ==
          std::vector<std::string>{"Collective", "CountedGroup", "GroupOfCountries", "Population"});
  REQUIRE(v.relation_and_below("consultedWith") ==
          std::vector<std::string>{"consultedWith", "metWith", "negotiatedWith", "visited"});
  REQUIRE(v.class_and_below("Unheard") == std::vector<std::string>{"Unheard"});
}

TEST_CASE("domain and range admit subclasses, and an empty object") {
  const Vocabulary& v = published();
  const Relation& attended = *v.find_relation("attended");
  REQUIRE(v.admits(attended, "Person", "Meeting"));
  REQUIRE(v.admits(attended, "Person", ""));
  REQUIRE_FALSE(v.admits(attended, "Person", "Country"));
  REQUIRE_FALSE(v.admits(attended, "Meeting", "Meeting"));
}

TEST_CASE("a directory without vocabulary is an input error that names the file") {
  const auto loaded = Vocabulary::load("tests/data/ontology/nowhere");
  REQUIRE_FALSE(loaded);
  REQUIRE(loaded.error().kind == ErrorKind::input_output);
  REQUIRE(loaded.error().place.file == "tests/data/ontology/nowhere/core.ttl");
}
