// SPDX-License-Identifier: Apache-2.0
// Reads the sentences of tests/data/frames/*.test with the whole chain and looks for the facts that they must
// hold.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "resolve/link.hpp"
#include "support/catch.hpp"
#include "support/reading_tools.hpp"

namespace {

using namespace entente;

struct Expectation {
  std::string subject, relation, object, modality = "Asserted", line;
  bool negated = false;
  bool must = true;
};

struct Case {
  std::string text;
  std::vector<Expectation> expected;
};

Expectation read_expectation(const std::string& line) {
  Expectation expectation;
  expectation.line = line;
  expectation.must = line[0] != '!';
  const auto fields = test::bar_fields(expectation.must ? line : line.substr(1));
  if (fields.size() < 3) FAIL("not a fact: " << line);
  expectation.subject = fields[0];
  expectation.relation = fields[1];
  expectation.object = fields[2];
  for (std::size_t i = 3; i < fields.size(); ++i) {
    if (fields[i] == "not") {
      expectation.negated = true;
    } else {
      expectation.modality = fields[i];
    }
  }
  return expectation;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '>') {
      cases.push_back({test::trimmed(line.substr(1)), {}});
    } else if (!cases.empty()) {
      cases.back().expected.push_back(read_expectation(line));
    }
  }
  return cases;
}

std::string lower(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

DocumentFacts read(const Document& document, const test::ReadingTools& tools) {
  const auto resources = tools.resources();
  Reading reading = extract::annotate(document, resources);
  extract::find_mentions(reading, resources);
  resolve::link(reading, tools.vocabulary, tools.gazetteer);
  std::vector<std::string> unmatched;
  const std::vector<Claim> claims = extract::find_claims(reading, resources, unmatched);
  return resolve::to_facts(reading, claims, std::move(unmatched), tools.vocabulary);
}

// The label or another name holds the expected words, case-blind.
bool named(const DocumentFacts& facts, const std::string& id, const std::string& expected) {
  for (const Entity& entity : facts.entities) {
    if (entity.id != id) continue;
    if (lower(entity.label).find(lower(expected)) != std::string::npos) return true;
    return std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const std::string& alias) {
      return lower(alias).find(lower(expected)) != std::string::npos;
    });
  }
  return false;
}

bool holds(const DocumentFacts& facts, const Expectation& expectation,
           const ontology::Vocabulary& vocabulary) {
  const ontology::Relation* relation = vocabulary.find_relation(expectation.relation);
  if (relation == nullptr) FAIL("unknown relation: " << expectation.line);
  return std::any_of(facts.facts.begin(), facts.facts.end(), [&](const Fact& fact) {
    if (fact.relation != expectation.relation || fact.negated != expectation.negated) return false;
    if (to_text(fact.modality) != expectation.modality) return false;
    const bool as_said =
        named(facts, fact.subject, expectation.subject) && named(facts, fact.object, expectation.object);
    const bool turned =
        named(facts, fact.object, expectation.subject) && named(facts, fact.subject, expectation.object);
    return as_said || (relation->symmetric && turned);
  });
}

std::string all_of(const DocumentFacts& facts) {
  std::string text;
  const auto label = [&](const std::string& id) {
    for (const Entity& entity : facts.entities)
      if (entity.id == id) return entity.label;
    return id;
  };
  for (const Fact& fact : facts.facts)
    text += "  " + label(fact.subject) + " | " + fact.relation + " | " + label(fact.object) + " | " +
            std::string(to_text(fact.modality)) + (fact.negated ? " | not\n" : "\n");
  return text;
}

}  // namespace

TEST_CASE("sentences hold the facts that their files say") {
  const auto* loaded = test::reading_tools();
  if (loaded == nullptr) return;
  for (const auto& file : test::test_files("tests/data/frames")) {
    const auto cases = read_cases(file);
    CHECK(!cases.empty());
    for (const Case& each : cases) {
      const Document document = make_document(each.text, file.filename().string());
      const DocumentFacts facts = read(document, *loaded);
      for (const Expectation& expectation : each.expected) {
        INFO(file.filename().string() << ": " << each.text << "\nfound:\n"
                                      << all_of(facts) << expectation.line);
        CHECK(holds(facts, expectation, loaded->vocabulary) == expectation.must);
      }
    }
  }
}
