// SPDX-License-Identifier: Apache-2.0
#include "resolve/decisions.hpp"

#include <algorithm>

#include "resolve/merge.hpp"
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

Entity named(const std::string& id, const std::string& cls = "Country") {
  Entity entity;
  entity.id = id;
  entity.label = "The " + id;
  entity.cls = cls;
  entity.mentions = 2;
  return entity;
}

Fact said(const std::string& subject, const std::string& relation, const std::string& object) {
  Fact fact;
  fact.relation = relation;
  fact.subject = subject;
  fact.object = object;
  fact.id = fact_id(fact);
  fact.confidence = 0.6;
  return fact;
}

DocumentFacts document(const std::string& text, const Strings& entities, std::vector<Fact> facts) {
  DocumentFacts reading;
  reading.document = make_document(text, text + ".txt");
  for (const std::string& id : entities) reading.entities.push_back(named(id));
  for (Fact& fact : facts) {
    fact.evidence = {Evidence{reading.document.id, 0, 10, 0, text, "aid", "aid/active", 0.6, "c"}};
    reading.facts.push_back(std::move(fact));
  }
  std::sort(reading.facts.begin(), reading.facts.end(),
            [](const Fact& a, const Fact& b) { return a.id < b.id; });
  return reading;
}

Decision decided(DecisionKind kind, const std::string& subject, const std::string& value = {}) {
  Decision decision;
  decision.kind = kind;
  decision.subject = subject;
  decision.value = value;
  return decision;
}

struct Applied {
  FactBase base;
  std::vector<DecisionOutcome> outcomes;
};

/// With ids for the decisions, as a log gives them.
Applied apply(std::vector<Decision> log, std::vector<DocumentFacts> readings) {
  for (std::size_t i = 0; i < log.size(); ++i)
    if (log[i].id.empty()) log[i].id = decision_id(log[i], i);
  Decisions decisions(log, vocabulary());
  for (DocumentFacts& reading : readings) decisions.rewrite(reading);
  Applied applied{merge(readings, vocabulary()), {}};
  decisions.finish(applied.base);
  applied.outcomes = decisions.outcomes();
  return applied;
}

std::vector<DocumentFacts> texts() {
  return {document("one", {"a", "b", "c"}, {said("a", "providedAidTo", "c"), said("a", "metWith", "b")}),
          document("two", {"b", "c"}, {said("b", "providedAidTo", "c")}),
          document("three", {"a", "d"}, {said("d", "providedAidTo", "a")})};
}

std::string id_of(const std::string& subject, const std::string& relation, const std::string& object) {
  return said(subject, relation, object).id;
}

}  // namespace

TEST_CASE("confirmed facts are certain, denied ones are not asserted") {
  const auto id = id_of("a", "providedAidTo", "c"), other = id_of("b", "providedAidTo", "c");
  const auto [base, outcomes] =
      apply({decided(DecisionKind::confirm, id), decided(DecisionKind::deny, other),
             decided(DecisionKind::note, other, "no"), decided(DecisionKind::note, other, "never")},
            texts());
  CHECK(base.fact(id)->confidence == 1);
  CHECK(is_plain(*base.fact(id)));
  CHECK(base.fact(other)->confidence == 0);
  CHECK_FALSE(is_plain(*base.fact(other)));
  CHECK(base.fact(other)->notes == Strings{"no", "never"});
}

TEST_CASE("merged entities are one, and so are facts that come to say the same") {
  const auto [base, outcomes] = apply({decided(DecisionKind::merge, "a", "b")}, texts());
  CHECK(base.entity("a") == nullptr);
  REQUIRE(base.entity("b") != nullptr);
  CHECK(base.entity("b")->label == "The b");
  CHECK(base.entity("b")->aliases == Strings{"The a"});
  const Fact* fact = base.fact(id_of("b", "providedAidTo", "c"));
  REQUIRE(fact != nullptr);
  CHECK(fact->evidence.size() == 2);
  CHECK(fact->confidence == Approx(0.84));
  CHECK(base.fact(id_of("d", "providedAidTo", "b")) != nullptr);
  CHECK(base.facts.size() == 2);  // a met with b: no fact any longer
}

TEST_CASE("verdicts follow a fact whose id a merge has changed") {
  const auto old = id_of("a", "providedAidTo", "c"), now = id_of("b", "providedAidTo", "c");
  const auto loop = id_of("a", "metWith", "b");
  auto [base, outcomes] = apply({decided(DecisionKind::deny, old), decided(DecisionKind::merge, "a", "b"),
                                 decided(DecisionKind::confirm, loop)},
                                texts());
  CHECK(base.fact(now)->verdict == Verdict::denied);
  CHECK(outcomes[2].state == DecisionState::idle);
  CHECK(outcomes[2].reason == "both ends of the fact are one entity now");
  std::tie(base, outcomes) = [&] {
    auto applied = apply({decided(DecisionKind::deny, old), decided(DecisionKind::merge, "a", "b"),
                          decided(DecisionKind::confirm, now)},
                         texts());
    return std::pair(std::move(applied.base), std::move(applied.outcomes));
  }();
  CHECK(base.fact(now)->verdict == Verdict::confirmed);
  CHECK(outcomes[0].state == DecisionState::overridden);
  CHECK(outcomes[0].conflict);
}

TEST_CASE("ends of a symmetric relation stay in order when an entity is moved") {
  const auto [base, outcomes] = apply({decided(DecisionKind::merge, "a", "z")}, texts());
  const Fact* fact = base.fact(id_of("b", "metWith", "z"));
  REQUIRE(fact != nullptr);
  CHECK(fact->subject == "b");
  CHECK(base.entity("z")->label == "The a");  // nothing else is called so
}

TEST_CASE("a split moves what the facts and documents say, and no more") {
  Decision split = decided(DecisionKind::split, "a", "Other A");
  split.documents = {make_document("three", "").id};
  const std::string other = split_id("a", "Other A");
  const auto [base, outcomes] = apply({split}, texts());
  CHECK(base.fact(id_of("d", "providedAidTo", other)) != nullptr);
  CHECK(base.fact(id_of("a", "providedAidTo", "c")) != nullptr);
  REQUIRE(base.entity(other) != nullptr);
  CHECK(base.entity(other)->label == "Other A");
  CHECK(base.entity(other)->cls == "Country");

  Decision by_fact = decided(DecisionKind::split, "a", "Other A");
  by_fact.facts = {id_of("a", "providedAidTo", "c")};
  const auto [second, ignored] = apply({by_fact}, texts());
  CHECK(second.fact(id_of(other, "providedAidTo", "c")) != nullptr);
  CHECK(second.fact(id_of("a", "metWith", "b")) != nullptr);
}

TEST_CASE("a split behind a merge knows facts by the ids that the merge gave them") {
  Decision split = decided(DecisionKind::split, "b", "Third");
  split.facts = {id_of("d", "providedAidTo", "b")};
  const auto [base, outcomes] = apply({decided(DecisionKind::merge, "a", "b"), split}, texts());
  CHECK(base.fact(id_of("d", "providedAidTo", split_id("b", "Third"))) != nullptr);
  CHECK(outcomes[1].state == DecisionState::stands);
}

TEST_CASE("names and classes: the later one stands, and the earlier is told") {
  const auto [base, outcomes] = apply(
      {decided(DecisionKind::rename, "a", "First"), decided(DecisionKind::rename, "a", "Second"),
       decided(DecisionKind::set_class, "a", "Company"), decided(DecisionKind::set_class, "b", "NoSuchClass"),
       decided(DecisionKind::rename, "nobody", "X")},
      texts());
  CHECK(base.entity("a")->label == "Second");
  CHECK(base.entity("a")->aliases == Strings{"The a"});
  CHECK(base.entity("a")->cls == "Company");
  CHECK(outcomes[0].state == DecisionState::overridden);
  CHECK(outcomes[3].reason == "the vocabulary has no class NoSuchClass");
  CHECK(outcomes[4].conflict);
}

TEST_CASE("a withdrawn decision is as if it had not been made") {
  Decision merge_them = decided(DecisionKind::merge, "a", "b");
  merge_them.id = "0123456789abcdef";
  const auto [base, outcomes] = apply({merge_them, decided(DecisionKind::withdraw, "0123456789abcdef"),
                                       decided(DecisionKind::withdraw, "fedcba9876543210")},
                                      texts());
  CHECK(base.entity("a") != nullptr);
  CHECK(outcomes[0].state == DecisionState::withdrawn);
  CHECK_FALSE(outcomes[0].conflict);
  CHECK(outcomes[2].conflict);
}

TEST_CASE("of two merges in opposite directions the later one stands") {
  const auto [base, outcomes] =
      apply({decided(DecisionKind::merge, "a", "b"), decided(DecisionKind::merge, "b", "a")}, texts());
  CHECK(base.entity("b") == nullptr);
  CHECK(base.entity("a") != nullptr);
  CHECK(outcomes[0].state == DecisionState::overridden);
}

TEST_CASE("a ring of merges ends in one entity") {
  const auto [base, outcomes] =
      apply({decided(DecisionKind::merge, "a", "b"), decided(DecisionKind::merge, "b", "c"),
             decided(DecisionKind::merge, "c", "a")},
            texts());
  CHECK(base.entity("b") == nullptr);
  CHECK(base.entity("c") == nullptr);
  CHECK(base.entities.size() == 2);
}

TEST_CASE("the order of the readings does not matter to decisions") {
  Decision split = decided(DecisionKind::split, "b", "Third");
  split.documents = {make_document("two", "").id};
  const std::vector<Decision> log = {decided(DecisionKind::merge, "a", "b"), split,
                                     decided(DecisionKind::confirm, id_of("a", "providedAidTo", "c")),
                                     decided(DecisionKind::deny, id_of("b", "providedAidTo", "c"))};
  auto forward = texts();
  auto backward = forward;
  std::reverse(backward.begin(), backward.end());
  const auto first = apply(log, forward), second = apply(log, backward);
  REQUIRE(first.base.facts.size() == second.base.facts.size());
  for (std::size_t i = 0; i < first.base.facts.size(); ++i) {
    CHECK(first.base.facts[i].id == second.base.facts[i].id);
    CHECK(first.base.facts[i].verdict == second.base.facts[i].verdict);
    CHECK(first.base.facts[i].confidence == second.base.facts[i].confidence);
  }
}
