// SPDX-License-Identifier: Apache-2.0
#include "ontology/gazetteer.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace entente;
using namespace entente::ontology;

namespace {

const Gazetteer& small() {
  static const Gazetteer gazetteer = [] {
    auto loaded = Gazetteer::load("tests/data/ontology/base");
    if (!loaded) FAIL(to_text(loaded.error()));
    return std::move(*loaded);
  }();
  return gazetteer;
}

const Gazetteer& published() {
  static const Gazetteer gazetteer = [] {
    auto loaded = Gazetteer::load("ontology");
    if (!loaded) FAIL(to_text(loaded.error()));
    return std::move(*loaded);
  }();
  return gazetteer;
}

/// "china(label) georgia(alias)": what a name means, as text.
std::string meaning(const Gazetteer& gazetteer, std::string_view name) {
  static const char* const kKinds[] = {"label",     "alias",   "acronym", "demonym",
                                       "adjective", "capital", "surname"};
  std::string text;
  for (const NameEntry& entry : gazetteer.names(name_key(name)))
    text += (text.empty() ? "" : " ") + gazetteer.entities()[entry.entity].id + "(" +
            kKinds[static_cast<std::size_t>(entry.kind)] + ")";
  return text;
}

bool means(std::string_view name, std::string_view one) {
  return (" " + meaning(published(), name) + " ").find(" " + std::string(one) + " ") != std::string::npos;
}

}  // namespace

TEST_CASE("a small gazetteer, read whole") {
  const Gazetteer& g = small();
  REQUIRE(g.entities().size() == 4);
  const GazetteerEntity* utopia = g.find("utopia");
  REQUIRE(utopia != nullptr);
  CHECK(utopia->label == "Utopia");
  CHECK(utopia->cls == "Country");
  CHECK(utopia->wikidata == "Q179587");
  const GazetteerEntity* raphael = g.find("raphael");
  REQUIRE(raphael != nullptr);
  CHECK(raphael->surname == "Hythloday");
  CHECK(raphael->country == "utopia");
  CHECK(g.find("council")->part_of == "utopia-league");
  CHECK(g.find("utopia-league")->members == std::vector<std::string>{"utopia"});
  CHECK(g.find("erewhon") == nullptr);
}

TEST_CASE("names have kinds, and keep all their senses in a fixed order") {
  const Gazetteer& g = small();
  CHECK(meaning(g, "Utopia") == "utopia(label)");
  CHECK(meaning(g, "Republic of Utopia") == "utopia(alias)");
  CHECK(meaning(g, "utopian") == "utopia(demonym) utopia(adjective)");
  CHECK(meaning(g, "Hythloday") == "raphael(surname)");
  CHECK(meaning(g, "Amaurot") == "utopia(capital)");
  CHECK(meaning(g, "UL") == "utopia-league(acronym)");
  CHECK(meaning(g, "ul").empty());
  CHECK(meaning(g, "The Council") == "council(label)");
  CHECK(meaning(g, "nobody").empty());
}

TEST_CASE("a prefix is whole words of some name") {
  const Gazetteer& g = small();
  CHECK(g.is_prefix("republic"));
  CHECK(g.is_prefix("republic of"));
  CHECK(g.is_prefix("republic of utopia"));
  CHECK_FALSE(g.is_prefix("republic of utopia now"));
  CHECK_FALSE(g.is_prefix("repub"));
  CHECK_FALSE(g.is_prefix("zzz"));
}

TEST_CASE("offices and word lists") {
  const Gazetteer& g = small();
  REQUIRE(g.offices().size() == 1);
  const Office& office = g.offices().front();
  CHECK(office.person == "raphael");
  CHECK(office.country == "utopia");
  CHECK(office.role == "Prince");
  CHECK(office.kind == "head_of_state");
  CHECK(office.first_seen == "1516-01-01");
  CHECK(office.last_seen == "1516-12-31");
  CHECK(g.in_list("agent-nouns", "syphogrant"));
  CHECK(g.in_list("agent-nouns", "slave"));
  CHECK_FALSE(g.in_list("agent-nouns", "Slave"));
  CHECK_FALSE(g.in_list("no-list", "slave"));
  CHECK(g.word_class("agent-nouns", "syphogrant") == "Person");
  CHECK(g.word_class("agent-nouns", "slave").empty());
  CHECK(g.word_class("agent-nouns", "nothing").empty());
}

TEST_CASE("loading says where the fault is") {
  const auto nowhere = Gazetteer::load("tests/data/ontology/nowhere");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().kind == ErrorKind::input_output);
}

TEST_CASE("the published gazetteer knows the world") {
  CHECK(means("China", "china(label)"));
  CHECK(means("Chinese", "china(adjective)"));
  CHECK(means("Beijing", "china(capital)"));
  CHECK(means("U.S.", "united-states(acronym)"));
  CHECK_FALSE(means("us", "united-states(acronym)"));
  CHECK(means("Danes", "denmark(demonym)"));
  CHECK(means("World Bank", "world-bank-group(alias)"));
  CHECK(means("UN Security Council", "unsc(alias)"));
  CHECK(published().find("unsc")->part_of == "un");
  CHECK(published().find("china")->wikidata == "Q148");
  CHECK(means("African countries", "african-countries(label)"));
  CHECK(published().find("african-countries")->members.size() >= 54);
  CHECK(published().find("arab-countries")->members.size() == 22);
  CHECK(means("CPC", "communist-party-of-china(acronym)"));
  CHECK(means("Kremlin", "kremlin(label)"));
  CHECK(means("Ebola", "ebola(label)"));
  CHECK(means("Nairobi", "kenya(capital)"));
  CHECK(published().word_class("agent-nouns", "rebels") == "ArmedGroup");
  CHECK(published().in_list("given-names", "maria"));
}

TEST_CASE("ambiguous names keep all their senses") {
  CHECK(means("Georgia", "georgia(label)"));
  CHECK(means("Georgia", "georgia-united-states(label)"));
  CHECK(means("Congo", "democratic-republic-of-the-congo(alias)"));
  CHECK(means("Congo", "republic-of-the-congo(alias)"));
  CHECK(means("Korean", "north-korea(adjective)"));
  CHECK(means("Korean", "south-korea(adjective)"));
  CHECK(means("Washington", "united-states(capital)"));
  CHECK(means("Washington", "washington-state(label)"));
  CHECK(means("Washington", "washington(label)"));
  CHECK_FALSE(means("Nigerian", "niger(adjective)"));
}

TEST_CASE("every office's person and country are there, and entities are sorted by id") {
  const auto& entities = published().entities();
  CHECK(entities.size() > 10000);
  CHECK(std::is_sorted(entities.begin(), entities.end(),
                       [](const auto& a, const auto& b) { return a.id < b.id; }));
  CHECK(published().offices().size() > 1000);
  for (const Office& office : published().offices()) {
    REQUIRE(published().find(office.person) != nullptr);
    REQUIRE(published().find(office.country) != nullptr);
  }
}
