// SPDX-License-Identifier: Apache-2.0
#include "evaluation/score.hpp"

#include "support/catch.hpp"

using namespace entente::evaluation;

namespace {

RelationTable table() {
  auto loaded = RelationTable::load("gold/relations.json");
  REQUIRE(loaded);
  return *loaded;
}

std::vector<GoldDocument> dev(const char* file) {
  auto loaded = load_gold({file});
  REQUIRE(loaded);
  return *loaded;
}

Row row(const GoldDocument& gold, const GoldEdge& edge) {
  Row out;
  out.doc = gold.id();
  out.subject = gold.name_of(edge.subject);
  out.relation = edge.relation;
  out.object = gold.name_of(edge.object);
  out.modality = edge.modality;
  out.polarity = edge.polarity;
  out.quantity = out.time = "\"\"";
  for (const auto& words : edge.quantities) out.quantity += " " + words;
  for (const auto& words : edge.times) out.time += " " + words;
  return out;
}

std::vector<Row> perfect(const std::vector<GoldDocument>& gold) {
  std::vector<Row> out;
  for (const auto& document : gold)
    for (const auto& edge : document.edges())
      if (!edge.optional) out.push_back(row(document, edge));
  return out;
}

}  // namespace

TEST_CASE("the gold scored against itself is perfect") {
  const auto gold = dev("gold/dev");
  REQUIRE(gold.size() == 12);
  const auto report = score(gold, perfect(gold), table());
  for (const auto measure : {&Counts::entity, &Counts::pair, &Counts::family, &Counts::typed}) {
    CHECK((report.overall.*measure).f1() == Approx(1));
    CHECK(report.macro_f1(measure) == Approx(1));
  }
  for (const auto share : {&Counts::core, &Counts::statement, &Counts::modality, &Counts::hard_modality,
                           &Counts::negative, &Counts::polarity, &Counts::quantity, &Counts::time})
    CHECK((report.overall.*share).value() == 1.0);
  CHECK(report.overall.traps.right == 0);
  CHECK(report.overall.traps.of == 172);
  CHECK(report.documents.front().missed.empty());
}

TEST_CASE("nothing scores nothing") {
  const auto gold = dev("gold/dev/01.json");
  const auto report = score(gold, {}, table());
  CHECK(report.overall.typed.f1() == 0);
  CHECK(report.overall.typed.precision() == 0);
  CHECK_FALSE(report.overall.modality.value());
  CHECK_FALSE(report.documents.front().missed.empty());
}

TEST_CASE("a lost edge costs recall, an invented one precision, both are named") {
  const auto gold = dev("gold/dev/01.json");
  auto rows = perfect(gold);
  const auto lost = rows.back();
  rows.pop_back();
  Row invented = rows.front();
  invented.subject = "Nowhere Land";
  invented.rule = "imagination";
  rows.push_back(invented);
  const auto report = score(gold, rows, table());
  CHECK(report.overall.typed.right_gold == report.overall.typed.gold - 1);
  CHECK(report.overall.typed.right_system == report.overall.typed.system - 1);
  REQUIRE(report.documents.front().missed.size() == 1);
  CHECK(report.documents.front().missed.front().object == lost.object);
  CHECK(report.documents.front().judged.back().row.rule == "imagination");
  CHECK_FALSE(report.documents.front().judged.back().right);
}

TEST_CASE("a plan told as a fact costs modality, a denial told as a fact the typed edge") {
  const auto gold = dev("gold/dev");
  auto rows = perfect(gold);
  for (auto& r : rows) r.modality = "asserted";
  auto report = score(gold, rows, table());
  CHECK(report.overall.typed.f1() == Approx(1));
  CHECK(report.overall.hard_modality.value() == 0.0);

  rows = perfect(gold);
  for (auto& r : rows) r.polarity = "positive";
  report = score(gold, rows, table());
  CHECK(report.overall.negative.value() == 0.0);
  CHECK(report.overall.typed.recall() < 1);
  CHECK(report.overall.traps.right > 0);
}

TEST_CASE("the ontology's names are right for the gold's relations") {
  const auto relations = table();
  CHECK(relations.accepts("provided_aid_to", "providedAidTo"));
  CHECK(relations.accepts("leader_of", "holdsOfficeIn"));
  CHECK(relations.accepts("fights", "combated"));
  CHECK_FALSE(relations.accepts("met_with", "providedAidTo"));
  CHECK_FALSE(relations.accepts("no_such_relation", "metWith"));
}
