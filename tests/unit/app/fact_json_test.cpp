// SPDX-License-Identifier: Apache-2.0
#include "app/fact_json.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "small_base.hpp"
#include "support/catch.hpp"

using namespace entente;

TEST_CASE("every fact is a line with all fields of the format") {
  const FactBase base = test::small_base();
  DocumentFacts facts{base.documents[0], 1, base.entities, base.facts, {}};
  facts.facts[0].evidence.push_back(facts.facts[0].evidence[0]);
  facts.facts[0].when = TimeSpan{"2020-06-08", "", "", "2020-06-08", "day", "on Monday"};
  std::istringstream lines(app::facts_as_json_lines(facts, "given-id", "0123456789abcdef"));
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line); ++number) {
    const auto row = nlohmann::json::parse(line);
    for (const char* field :
         {"doc",        "fact",          "claim",    "subject", "relation", "object",   "modality", "negated",
          "confidence", "when",          "place",    "meeting", "quantity", "resource", "topic",    "office",
          "content",    "attributed_to", "sentence", "begin",   "end",      "trigger",  "rule"}) {
      CHECK(row.contains(field));
    }
    const Fact& fact = facts.facts[number];
    CHECK(row["doc"] == "given-id");
    CHECK(row["fact"] == fact.id);
    CHECK(row["subject"]["name"] == "China");
    CHECK(row["modality"] == to_text(fact.modality));
    CHECK(row["negated"] == fact.negated);
    CHECK(row.contains("more_evidence") == (number == 0));
    CHECK(row["when"].is_null() == (number != 0));
  }
  CHECK(number == 3);
}

TEST_CASE("a fact without an object has none") {
  DocumentFacts facts;
  Fact fact;
  fact.relation = "stated";
  fact.subject = "nobody-known";
  facts.facts.push_back(fact);
  const auto row = nlohmann::json::parse(app::facts_as_json_lines(facts, "d", {}));
  CHECK(row["object"].is_null());
  CHECK(row["subject"]["id"] == "nobody-known");
}
