// SPDX-License-Identifier: Apache-2.0
// What the exporters wrote comes back: exported again it is the same, as far as the file holds it.
#include <algorithm>
#include <sstream>

#include "../exporters/sample_base.hpp"
#include "importers/graphml_import.hpp"
#include "importers/turtle_facts.hpp"
#include "support/catch.hpp"

using namespace entente;

namespace {

std::string turtle(const FactBase& base) {
  std::ostringstream out;
  REQUIRE(exporters::write_turtle(base, exporters::vocabulary(), exporters::sample_options(), out));
  return out.str();
}

std::string graphml(const FactBase& base, bool all_facts) {
  std::ostringstream out;
  exporters::Options options = exporters::sample_options();
  options.all_facts = all_facts;
  REQUIRE(exporters::write_graphml(base, exporters::vocabulary(), options, out));
  return out.str();
}

/// Lines that need the texts of the documents, which no export holds.
std::string without_hashes(const std::string& text) {
  std::istringstream in(text);
  std::string line, kept;
  while (std::getline(in, line)) {
    if (line.find("ent:sha256") != std::string::npos) continue;
    while (!line.empty() && (line.back() == ';' || line.back() == '.' || line.back() == ' ')) line.pop_back();
    kept += line + "\n";
  }
  return kept;
}

/// Characters that XML cannot hold come back as U+FFFD.
bool has_forbidden(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n'; });
}

}  // namespace

TEST_CASE("Turtle comes back as it was written, evidence included") {
  const FactBase base = exporters::sample_base();
  const std::string written = turtle(base);
  const auto read = importers::read_turtle_facts(written, "sample.ttl");
  REQUIRE(read);
  CHECK(read->facts.size() == base.facts.size());
  CHECK(without_hashes(turtle(*read)) == without_hashes(written));
  for (const Fact& fact : read->facts) {
    const Fact* original = base.fact(fact.id);
    REQUIRE(original != nullptr);
    CHECK(fact.evidence.front().text == original->evidence.front().text);
  }
}

TEST_CASE("GraphML comes back with entities, facts, modality and sentences") {
  const FactBase base = exporters::sample_base();
  const std::string written = graphml(base, true);
  REQUIRE(importers::is_own_graphml(written));
  const auto read = importers::read_graphml_facts(written, "sample.graphml");
  REQUIRE(read);
  CHECK(read->entities.size() == base.entities.size());
  for (const Entity& entity : base.entities) {
    const Entity* again = read->entity(entity.id);
    REQUIRE(again != nullptr);
    if (!has_forbidden(entity.label)) CHECK(again->label == entity.label);
    CHECK(again->cls == entity.cls);
    CHECK(again->mentions == entity.mentions);
  }
  std::size_t edges = 0;
  for (const Fact& fact : base.facts) {
    if (fact.object.empty()) continue;
    ++edges;
    const Fact* again = read->fact(fact.id);
    REQUIRE(again != nullptr);
    CHECK(again->relation == fact.relation);
    CHECK(again->modality == fact.modality);
    CHECK(again->negated == fact.negated);
    CHECK(again->evidence.empty() == fact.evidence.empty());
  }
  CHECK(read->facts.size() == edges);
}

TEST_CASE("only plain facts come back from GraphML without the others") {
  const auto read = importers::read_graphml_facts(graphml(exporters::sample_base(), false), "sample.graphml");
  REQUIRE(read);
  REQUIRE_FALSE(read->facts.empty());
  for (const Fact& fact : read->facts) CHECK(is_plain(fact));
}

TEST_CASE("facts under other names than those of exports are refused") {
  std::string text = turtle(exporters::sample_base());
  const std::size_t at = text.find("/id/fact/>");
  REQUIRE(at != std::string::npos);
  text.replace(at + 4, 4, "other");
  const auto read = importers::read_turtle_facts(text, "sample.ttl");
  REQUIRE_FALSE(read);
  CHECK_THAT(read.error().message, Catch::Contains("is no name for a Fact"));
  CHECK(read.error().place.line > 1);
}

TEST_CASE("Turtle of others and Turtle that was cut are refused with a place") {
  const auto foreign = importers::read_turtle_facts("<http://e/a> <http://e/b> <http://e/c> .", "a.ttl");
  REQUIRE_FALSE(foreign);
  CHECK_THAT(to_text(foreign.error()), Catch::StartsWith("a.ttl:1:1: this Turtle is no export of entente"));
  std::string written = turtle(exporters::sample_base());
  const std::size_t evidence = written.find("\ta ent:Evidence ;");
  written.replace(evidence, 17, "\ta ent:Entity ;  ");
  const std::size_t document = written.find("ent:inDocument doc:");
  written.replace(document, 19, "ent:inDocument fact:");
  const auto broken = importers::read_turtle_facts(written, "b.ttl");
  REQUIRE_FALSE(broken);
  CHECK_THAT(broken.error().message, Catch::Contains("names no document"));
  CHECK(broken.error().place.line > 1);
}
