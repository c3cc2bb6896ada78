// SPDX-License-Identifier: Apache-2.0
#include "evaluation/row.hpp"

#include "base/sha256.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::evaluation;

namespace {

Entity entity(std::string id, std::string label) {
  Entity out;
  out.id = std::move(id);
  out.label = std::move(label);
  return out;
}

Fact fact(std::string relation, std::string sentence) {
  Fact out;
  out.relation = std::move(relation);
  out.subject = "norway";
  out.object = "mali";
  Evidence evidence;
  evidence.text = std::move(sentence);
  evidence.rule = "some-rule";
  out.evidence = {evidence};
  out.confidence = 0.5;
  return out;
}

DocumentFacts facts_of(const std::string& text, std::vector<Fact> facts) {
  DocumentFacts out;
  out.document.id = short_hash(text);
  out.document.name = "mali.txt";
  out.entities = {entity("mali", "Mali"), entity("norway", "Norway")};
  out.facts = std::move(facts);
  return out;
}

GoldDocument gold(std::string id, std::string text) {
  return GoldDocument(std::move(id), std::move(text), {}, {}, {}, {});
}

}  // namespace

TEST_CASE("read_rows takes the modality's other names and says which line is wrong") {
  const auto rows =
      read_rows(R"({"subject":"A","relation":"met_with","object":"B","modality":"must","polarity":"Neg"}

{"subject":"A","relation":"met_with","object":"C","quantity":["2 teams"]})");
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK(rows->at(0).modality == "obligation");
  CHECK(rows->at(0).polarity == "negative");
  CHECK(rows->at(0).quantity == "\"\"");
  CHECK(rows->at(1).quantity == "[\"2 teams\"]");
  CHECK_FALSE(rows->at(1).doc);

  const auto wrong = read_rows("{}\n{");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().place.line == 1);
}

TEST_CASE("rows_of finds the gold document by its text, else by the name's beginning") {
  const auto facts = facts_of("the text", {fact("metWith", "They met.")});
  const auto by_text = rows_of({facts}, {gold("007", "another"), gold("008", "the text")});
  REQUIRE(by_text.size() == 1);
  CHECK(by_text.front().doc == "008");
  CHECK(by_text.front().subject == "Norway");
  CHECK(by_text.front().object == "Mali");
  CHECK(by_text.front().confidence == 0.5);
  CHECK(by_text.front().rule == "some-rule");

  CHECK(rows_of({facts}, {gold("mal", "another")}).front().doc == "mal");
  CHECK(rows_of({facts}, {gold("007", "another")}).empty());
}

TEST_CASE("rows_of leaves out facts without an object and reads a lifted sanction as the gold does") {
  auto lifted = fact("deescalatedToward", "Norway lifted its sanctions on Mali.");
  auto released = fact("deescalatedToward", "Norway's urban police released the men.");
  auto bare = fact("stated", "Norway said so.");
  bare.object.clear();
  const auto rows = rows_of({facts_of("t", {lifted, released, bare})}, {gold("1", "t")});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].relation == "imposed_on");
  CHECK(rows[0].polarity == "negative");
  CHECK(rows[1].relation == "deescalatedToward");
  CHECK(rows[1].polarity == "positive");
}
