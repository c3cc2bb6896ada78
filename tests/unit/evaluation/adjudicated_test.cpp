// SPDX-License-Identifier: Apache-2.0
#include "evaluation/adjudicated.hpp"

#include "evaluation/report.hpp"
#include "support/catch.hpp"

using namespace entente::evaluation;

namespace {

Adjudicated judged(const std::string& jsonl) {
  auto read = Adjudicated::read(jsonl);
  REQUIRE(read);
  return *read;
}

Row row(const std::string& subject, const std::string& relation, const std::string& object) {
  Row out;
  out.doc = "10";
  out.subject = subject;
  out.relation = relation;
  out.object = object;
  out.quantity = out.time = "\"\"";
  out.confidence = 0.9;
  return out;
}

}  // namespace

TEST_CASE("a verdict is found by document, names, relation, and polarity and modality where given") {
  const auto edges =
      judged(R"({"doc":"10","subject":"the Front","relation":"metWith","object":"Mali","verdict":true})"
             "\n\n"
             R"({"doc":"10","subject":"Mali","relation":"visited","object":"Chad","polarity":"negative",)"
             R"("modality":"called for","verdict":false})");
  auto met = row("Front", "metWith", "Mali");
  CHECK(edges.verdict("10", met) == true);
  CHECK(edges.verdict("11", met) == std::nullopt);
  met.modality = "planned";
  CHECK(edges.verdict("10", met) == true);
  auto visited = row("Mali", "visited", "Chad");
  CHECK(edges.verdict("10", visited) == std::nullopt);
  visited.polarity = "negative";
  visited.modality = "called-for";
  CHECK(edges.verdict("10", visited) == false);
  CHECK(edges.verdict("10", row("Mali", "metWith", "Chad")) == std::nullopt);
}

TEST_CASE("a line without a verdict is an error that names the line") {
  const auto broken = Adjudicated::read(
      "\n"
      R"({"doc":"10","subject":"a","relation":"metWith","object":"b"})"
      "\n");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().place.line == 2);
  CHECK_FALSE(Adjudicated::read("no json"));
  CHECK_FALSE(Adjudicated::load("no/such/file"));
}

TEST_CASE("an edge judged right is left out of precision and counts among the reliable ones") {
  const auto gold = load_gold({"gold/dev/10.json"});
  const auto table = RelationTable::load("gold/relations.json");
  REQUIRE(gold);
  REQUIRE(table);
  const std::vector<Row> rows{row("Zubrowka", "metWith", "Ruritania"),
                              row("Zubrowka", "visited", "Ruritania")};
  CHECK(score(*gold, rows, *table).overall.typed.system == 2);
  const auto report = score(
      *gold, rows, *table,
      judged(
          R"({"doc":"10","subject":"Zubrowka","relation":"metWith","object":"Ruritania","verdict":true})"
          "\n"
          R"({"doc":"10","subject":"Zubrowka","relation":"visited","object":"Ruritania","verdict":false})"));
  CHECK(report.overall.typed.system == 1);
  CHECK(report.overall.typed.right_system == 0);
  CHECK(reliability(report).back().right == Share{1, 2});
}
