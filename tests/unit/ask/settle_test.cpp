// SPDX-License-Identifier: Apache-2.0
#include "ask/settle.hpp"
#include "graph/freeze.hpp"

#include "support/catch.hpp"

using namespace entente;
using namespace entente::ask;

namespace {

struct World {
  graph::Snapshot graph;
  ontology::Vocabulary vocabulary;
  ontology::Gazetteer gazetteer;
};

const World& world() {
  static const World made = [] {
    auto vocabulary = ontology::Vocabulary::load("ontology");
    auto gazetteer = ontology::Gazetteer::load("ontology");
    REQUIRE(vocabulary);
    REQUIRE(gazetteer);
    graph::PropertyGraph graph;
    graph.add_node({"Person"}, {{"id", "ana"}, {"name", "Ana"}});
    graph.add_node({"Country"}, {{"id", "malta"}, {"name", "Malta"}});
    return World{graph::freeze(graph), std::move(*vocabulary), std::move(*gazetteer)};
  }();
  return made;
}

Phrase asked(Wh wh) {
  Phrase out;
  out.wh = wh;
  return out;
}

Phrase named(const std::string& name) {
  const NameIndex names(world().graph, world().gazetteer);
  Phrase out;
  out.names = {{name, names.find(name), false}};
  return out;
}

Phrase noun(const std::string& lemma) {
  Phrase out;
  out.head = lemma;
  out.lemmas = {lemma};
  return out;
}

Phrase pronoun(const std::string& word) {
  Phrase out;
  out.pronoun = word;
  return out;
}

Clause clause(const std::string& verb) {
  Clause out;
  if (!verb.empty()) out.verbs = {{verb, {}, verb}};
  return out;
}

std::vector<Clause> settled(std::vector<Clause> clauses) {
  const NameIndex names(world().graph, world().gazetteer);
  return settle({"", std::move(clauses)}, names, world().vocabulary).clauses;
}

}  // namespace

TEST_CASE("a fronted phrase goes behind the stranded preposition") {  // whom did Malta give aid to
  Clause give = clause("give");
  give.subject = named("Malta");
  give.object = asked(Wh::who);
  give.fronted = true;
  give.second = noun("aid");
  give.prepositions = {{"to", std::nullopt, false}};
  const auto out = settled({give}).front();
  CHECK(out.object->head == "aid");
  CHECK_FALSE(out.second);
  CHECK(out.prepositions.front().phrase->wh == Wh::who);
}

TEST_CASE("of two objects the first is the receiver") {  // who gave Malta aid
  Clause give = clause("give");
  give.subject = asked(Wh::who);
  give.object = named("Malta");
  give.second = noun("aid");
  const auto out = settled({give}).front();
  CHECK(out.object->head == "aid");
  CHECK(out.second->is_named());
}

TEST_CASE("a clause without a verb joins the one before it") {  // ..., to whom, how much and when
  Clause export_ = clause("export");
  export_.object = asked(Wh::what);
  Clause whom = clause("");
  whom.prepositions = {{"to", asked(Wh::who), false}};
  Clause much = clause("");
  much.object = asked(Wh::how_much);
  much.adjuncts = {Wh::when};
  const auto out = settled({export_, whom, much});
  REQUIRE(out.size() == 1);
  CHECK(out.front().prepositions.front().added);
  CHECK(out.front().attributes == std::vector<std::string>{"quantity"});
  CHECK(out.front().adjuncts == std::vector<Wh>{Wh::when});
}

TEST_CASE("pronouns take up names by kind, else what was asked for") {
  Clause met = clause("meet");
  met.subject = asked(Wh::who);
  met.object = named("Ana");
  Clause held = clause("hold");
  held.subject = pronoun("he");
  CHECK(settled({met, held})[1].subject->is_named());

  Clause praised = clause("praise");
  praised.subject = asked(Wh::who);
  praised.object = named("Malta");
  const auto out = settled({praised, held});
  CHECK_FALSE(out[1].subject->is_named());
  CHECK(out[1].subject->same_as == 0);
  CHECK(out[1].subject->same_as_subject);
}

TEST_CASE("a bare do or have repeats the verb before it") {  // who attended Malta, and who did not
  Clause attended = clause("attend");
  attended.subject = asked(Wh::who);
  attended.object = named("Malta");
  Clause did = clause("do");
  did.subject = asked(Wh::who);
  did.negated = true;
  const auto out = settled({attended, did});
  CHECK(out[1].verbs.front().lemma == "attend");
  CHECK(out[1].object->is_named());
  CHECK(out[1].negated);
}
