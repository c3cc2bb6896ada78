// SPDX-License-Identifier: Apache-2.0
#include "resolve/merge.hpp"

#include <algorithm>
#include <random>
#include <sstream>

#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::resolve;
using Strings = std::vector<std::string>;

const ontology::Vocabulary& vocabulary() {
  static const auto loaded = ontology::Vocabulary::load("ontology");
  REQUIRE(loaded);
  return *loaded;
}

Entity named(std::string id, std::string label, std::string cls, int mentions) {
  Entity entity;
  entity.id = std::move(id);
  entity.label = std::move(label);
  entity.cls = std::move(cls);
  entity.mentions = mentions;
  return entity;
}

DocumentFacts document(const std::string& text, std::vector<Entity> entities, std::vector<Fact> facts = {}) {
  DocumentFacts reading;
  reading.document = make_document(text, text + ".txt");
  reading.entities = std::move(entities);
  reading.facts = std::move(facts);
  for (Fact& fact : reading.facts)
    for (Evidence& evidence : fact.evidence) evidence.document = reading.document.id;
  return reading;
}

Fact said(const std::string& subject, const std::string& object, double confidence, std::uint32_t begin = 0) {
  Fact fact;
  fact.relation = "providedAidTo";
  fact.subject = subject;
  fact.object = object;
  fact.id = fact_id(fact);
  fact.confidence = confidence;
  fact.evidence = {Evidence{"", begin, begin + 10, 0, "some words", "aid", "aid/active", confidence, "c"}};
  return fact;
}

std::string to_text(const FactBase& base) {
  std::ostringstream out;
  out.precision(17);
  for (const Document& d : base.documents) out << d.id << '|' << d.name << '|' << d.text << '\n';
  for (const Entity& e : base.entities) {
    out << e.id << '|' << e.label << '|' << e.cls << '|' << e.mentions << '|' << e.wikidata;
    for (const std::string& alias : e.aliases) out << '|' << alias;
    out << '\n';
  }
  for (const Fact& f : base.facts) {
    out << f.id << '|' << f.subject << '|' << f.object << '|' << f.mode << '|' << f.office << '|'
        << f.confidence;
    for (const std::string& id : f.resources) out << '|' << id;
    for (const Evidence& e : f.evidence) out << '|' << e.document << ' ' << e.begin << ' ' << e.confidence;
    out << '\n';
  }
  return out.str();
}

FactBase merged(const std::vector<DocumentFacts>& documents) {
  return merge(documents, vocabulary());
}

std::string class_of(std::vector<std::pair<std::string, int>> votes) {
  std::vector<DocumentFacts> documents;
  for (const auto& [cls, mentions] : votes)
    documents.push_back(document(cls + std::to_string(mentions), {named("x", "X", cls, mentions)}));
  return merged(documents).entities.at(0).cls;
}

TEST_CASE("nothing merges to nothing") {
  const FactBase base = merged({});
  CHECK(base.documents.empty());
  CHECK(base.entities.empty());
  CHECK(base.facts.empty());
}

TEST_CASE("the class has most mentions behind it") {
  CHECK(class_of({{"Person", 2}, {"City", 3}}) == "City");
  CHECK(class_of({{"Person", 4}, {"City", 3}}) == "Person");
}

TEST_CASE("a closer class wins over the wider one, unless others have more") {
  CHECK(class_of({{"Organization", 9}, {"Company", 1}}) == "Company");
  CHECK(class_of({{"Entity", 9}, {"Organization", 2}, {"Company", 1}}) == "Company");
  CHECK(class_of({{"Organization", 2}, {"Company", 1}, {"City", 9}}) == "City");
}

TEST_CASE("of classes with equal votes the deeper, then the first by name, is taken") {
  CHECK(class_of({{"Company", 1}, {"Person", 1}}) == "Company");
  CHECK(class_of({{"Meeting", 1}, {"Agreement", 1}}) == "Agreement");
  CHECK(class_of({{"", 5}}) == "Entity");
}

TEST_CASE("label by mentions, the others are aliases, mentions add up") {
  Entity first = named("who", "WHO", "InternationalOrganization", 3);
  first.aliases = {"the health body"};
  first.wikidata = "Q7817";
  const Entity second = named("who", "World Health Organization", "InternationalOrganization", 2);
  const Entity third = named("who", "World Health Organization", "InternationalOrganization", 2);
  const FactBase base = merged({document("a", {first}), document("b", {second}), document("c", {third})});
  REQUIRE(base.entities.size() == 1);
  CHECK(base.entities[0].label == "World Health Organization");
  CHECK(base.entities[0].aliases == Strings{"WHO", "the health body"});
  CHECK(base.entities[0].wikidata == "Q7817");
  CHECK(base.entities[0].mentions == 7);
}

TEST_CASE("labels with equal votes: first by name") {
  const FactBase base =
      merged({document("a", {named("x", "Beta", "", 1)}), document("b", {named("x", "Alpha", "", 1)})});
  CHECK(base.entities.at(0).label == "Alpha");
}

TEST_CASE("the same fact is one fact with all evidence, and surer for it") {
  const std::vector<Entity> both = {named("china", "China", "Country", 1),
                                    named("kenya", "Kenya", "Country", 1)};
  const FactBase base = merged({document("a", both, {said("china", "kenya", 0.8)}),
                                document("b", both, {said("china", "kenya", 0.5)}),
                                document("c", both, {said("kenya", "china", 0.7)})});
  REQUIRE(base.facts.size() == 2);
  const Fact* fact = base.fact(said("china", "kenya", 0).id);
  REQUIRE(fact != nullptr);
  CHECK(fact->evidence.size() == 2);
  CHECK(std::is_sorted(fact->evidence.begin(), fact->evidence.end()));
  CHECK(fact->confidence == 0.9);
  CHECK(base.fact(said("kenya", "china", 0).id)->confidence == 0.7);
}

TEST_CASE("two readings in one document make a fact no surer, and many documents not certain") {
  Fact twice = said("a", "b", 0.6);
  twice.evidence.push_back(said("a", "b", 0.4, 50).evidence[0]);
  CHECK(merged({document("a", {}, {twice})}).facts.at(0).confidence == 0.6);

  std::vector<DocumentFacts> many;
  for (int i = 0; i < 30; ++i) many.push_back(document(std::to_string(i), {}, {said("a", "b", 0.6)}));
  CHECK(merged(many).facts.at(0).confidence == kHighestConfidence);
  CHECK(merged({document("a", {}, {said("a", "b", 1.0)})}).facts.at(0).confidence == 1.0);
}

TEST_CASE("details come from the best evidence that has them, lists are joined") {
  Fact weak = said("a", "b", 0.5), strong = said("a", "b", 0.9);
  weak.mode = "by phone";
  weak.office = "Minister";
  strong.mode = "in person";
  weak.resources = {"masks", "money"};
  strong.resources = {"masks"};
  const Fact fact = merged({document("a", {}, {weak}), document("b", {}, {strong})}).facts.at(0);
  CHECK(fact.mode == "in person");
  CHECK(fact.office == "Minister");
  CHECK(fact.resources == Strings{"masks", "money"});
}

TEST_CASE("a reading given twice counts once") {
  const auto one = document("a", {named("x", "X", "Person", 4)}, {said("x", "x", 0.5)});
  CHECK(to_text(merged({one, one})) == to_text(merged({one})));
}

TEST_CASE("a document split in parts gives what it gave whole") {
  DocumentFacts whole = document("a", {named("x", "X", "Person", 4), named("y", "Y", "City", 1)},
                                 {said("x", "y", 0.5), said("y", "x", 0.5)});
  DocumentFacts first = whole, second = whole;
  first.facts.pop_back();
  second.facts.erase(second.facts.begin());
  second.entities.pop_back();
  CHECK(to_text(merged({first, second})) == to_text(merged({whole})));
}

TEST_CASE("every id in a fact is one of the base") {
  Fact call = said("a", "b", 0.5);
  call.meeting = "summit";
  call.content = {said("b", "c", 0.5).id, "0123456789abcdef"};
  Fact without_evidence = said("d", "e", 0.5);
  without_evidence.evidence.clear();
  const FactBase base = merged({document("a", {}, {call, without_evidence, said("b", "c", 0.5)})});
  CHECK(base.facts.size() == 2);
  CHECK(base.fact(call.id)->content == Strings{said("b", "c", 0.5).id});
  for (const char* id : {"a", "b", "c", "summit"}) {
    INFO(id);
    REQUIRE(base.entity(id) != nullptr);
    CHECK(base.entity(id)->label == id);
  }
  CHECK(base.entity("d") == nullptr);
}

TEST_CASE("an entity that no document classifies is what its facts admit") {
  const auto guessed = [](const Strings& relations, const std::string& cls = "") {
    std::vector<Fact> facts;
    for (const std::string& relation : relations) {
      Fact fact = said("china", "x", 0.5);
      fact.relation = relation;
      fact.id = fact_id(fact);
      facts.push_back(fact);
    }
    return merged({document("a", {named("x", "X", cls, 1)}, facts)}).entity("x")->cls;
  };
  CHECK(guessed({"metWith"}) == "Agent");
  CHECK(guessed({"attended"}) == "Meeting");
  CHECK(guessed({"hosted"}) == "Meeting");
  CHECK(guessed({"criticized"}) == "Entity");
  CHECK(guessed({"criticized", "metWith"}) == "Agent");
  CHECK(guessed({"attended", "criticized", "chaired", "metWith"}) == "Meeting");
  CHECK(guessed({}) == "Entity");
  CHECK(guessed({"metWith"}, "City") == "City");
}

TEST_CASE("places, meetings and resources of facts are of their class, too") {
  Fact fact = said("a", "b", 0.5);
  fact.where = "p";
  fact.meeting = "m";
  fact.resources = {"r"};
  const FactBase base = merged({document("a", {}, {fact})});
  CHECK(base.entity("p")->cls == "Place");
  CHECK(base.entity("m")->cls == "Meeting");
  CHECK(base.entity("r")->cls == "Resource");
  CHECK(base.entity("a")->cls == "Agent");
}

TEST_CASE("any order of the input gives the same base") {
  std::mt19937 random(5);
  const Strings ids = {"a", "b", "c", "d"}, classes = {"Person", "Company", "Organization", "Entity", ""};
  const auto pick = [&](const Strings& from) { return from[random() % from.size()]; };
  std::vector<DocumentFacts> documents;
  for (int i = 0; i < 40; ++i) {
    std::vector<Entity> entities;
    for (const std::string& id : ids)
      entities.push_back(
          named(id, id + std::to_string(random() % 3), pick(classes), static_cast<int>(random() % 4)));
    std::vector<Fact> facts;
    for (int k = 0; k < 5; ++k) {
      Fact fact = said(pick(ids), pick(ids), static_cast<double>(random() % 100) / 100,
                       static_cast<std::uint32_t>(random() % 50));
      fact.mode = pick({"", "x", "y"});
      fact.resources = {pick(ids)};
      facts.push_back(fact);
    }
    documents.push_back(document("text " + std::to_string(random() % 30), entities, facts));
  }
  const std::string expected = to_text(merged(documents));
  for (int round = 0; round < 10; ++round) {
    std::shuffle(documents.begin(), documents.end(), random);
    for (DocumentFacts& reading : documents) std::shuffle(reading.facts.begin(), reading.facts.end(), random);
    CHECK(to_text(merged(documents)) == expected);
  }
}
TEST_CASE("near copies are one source") {
  std::string report;
  for (int i = 0; i < 120; ++i) report += "word" + std::to_string(i * 7919 % 1000) + " ";
  const auto copy = [&](const std::string& headline, std::vector<Fact> facts) {
    return document(headline + " " + report,
                    {named("china", "China", "Country", 3), named("italy", "Italy", "Country", 1)},
                    std::move(facts));
  };
  const DocumentFacts one = copy("First paper", {said("china", "italy", 0.8)});
  const DocumentFacts two = copy("Second paper", {said("china", "italy", 0.8), said("china", "serbia", 0.6)});
  const DocumentFacts other = document("another text", {}, {said("china", "italy", 0.5)});
  const FactBase base = merge({one, two, other}, vocabulary());
  const Fact& aid = *base.fact(one.facts[0].id);
  REQUIRE(aid.evidence.size() == 2);  // of the copies the one whose id sorts first, and the other text
  const std::string& first = std::min(one.document.id, two.document.id);
  CHECK(std::count_if(aid.evidence.begin(), aid.evidence.end(),
                      [&](const Evidence& each) { return each.document == first; }) == 1);
  CHECK(aid.confidence == Approx(0.9));          // 1 - 0.2 * 0.5, not 1 - 0.2 * 0.2 * 0.5
  CHECK(base.fact(two.facts[1].id) != nullptr);  // what only one of them says is not lost
  CHECK(base.entity("china")->mentions == 3);    // not 6
  CHECK(base.documents.size() == 3);
  CHECK(to_text(merge({other, two, one}, vocabulary())) == to_text(base));
}

}  // namespace
