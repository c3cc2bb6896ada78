// SPDX-License-Identifier: Apache-2.0
// Reads the passages of tests/data/mentions/*.test and looks for the mentions and entities that they must
// hold.
#include <algorithm>
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
  std::string surface, cls, entity, office, line;
  int occurrence = 1;
  bool must = true;
};

struct Case {
  Document document;
  std::vector<Expectation> expected;
};

Expectation read_expectation(const std::string& line) {
  Expectation expectation;
  expectation.line = line;
  expectation.must = line[0] != '!';
  auto fields = test::bar_fields(expectation.must ? line : line.substr(1));
  fields.resize(4);
  expectation.surface = fields[0];
  expectation.cls = fields[1];
  expectation.entity = fields[2];
  expectation.office = fields[3];
  const std::size_t hash = expectation.surface.find('#');
  if (hash != std::string::npos) {
    expectation.occurrence = std::stoi(expectation.surface.substr(hash + 1));
    expectation.surface.resize(hash);
  }
  return expectation;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] != '>') {
      cases.back().expected.push_back(read_expectation(line));
      continue;
    }
    std::string text = test::trimmed(line.substr(1)), date;
    if (text[0] == '[') {
      date = text.substr(1, text.find(']') - 1);
      text = test::trimmed(text.substr(text.find(']') + 1));
    }
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n"))
      text.replace(at, 2, "\n");
    cases.push_back({make_document(text, "test"), {}});
    cases.back().document.date = date;
  }
  return cases;
}

// "label", "label + label", or "-" when the mention stands for nothing.
std::string entity_of(const Reading& reading, const Mention& mention) {
  if (mention.entity != kNone) return reading.entities[mention.entity].label;
  std::string labels;
  for (const std::uint32_t member : mention.members)
    labels += (labels.empty() ? "" : " + ") + reading.entities[member].label;
  return labels.empty() ? "-" : labels;
}

std::string class_of(const Reading& reading, const Mention& mention) {
  return mention.entity == kNone ? "" : reading.entities[mention.entity].cls;
}

std::string office_of(const Reading& reading, const Mention& mention) {
  if (mention.office_in == kNone) return mention.office;
  return mention.office + " in " + entity_of(reading, reading.mentions[mention.office_in]);
}

const Mention* find(const Reading& reading, const Expectation& expectation) {
  int seen = 0;
  for (const Mention& mention : reading.mentions) {
    if (mention.name == expectation.surface && ++seen == expectation.occurrence) return &mention;
  }
  return nullptr;
}

std::string all_of(const Reading& reading) {
  std::string all;
  for (const Mention& mention : reading.mentions) {
    all += "  " + mention.name + " | " + class_of(reading, mention) + " | " + entity_of(reading, mention) +
           " | " + office_of(reading, mention) + "\n";
  }
  return all;
}

void check(const Reading& reading, const Expectation& expectation) {
  INFO(expectation.line << "\nfound:\n" << all_of(reading));
  const Mention* mention = find(reading, expectation);
  if (!expectation.must) {
    CHECK(mention == nullptr);
    return;
  }
  CHECK(mention != nullptr);
  if (mention == nullptr) return;
  if (!expectation.cls.empty()) CHECK(class_of(reading, *mention) == expectation.cls);
  if (!expectation.entity.empty()) CHECK(entity_of(reading, *mention) == expectation.entity);
  if (!expectation.office.empty()) CHECK(office_of(reading, *mention) == expectation.office);
}

}  // namespace

TEST_CASE("passages hold the mentions and entities that they should") {
  const auto* tools = test::reading_tools();
  if (tools == nullptr) return;
  const auto resources = tools->resources();
  for (const auto& file : test::test_files("tests/data/mentions")) {
    for (const Case& one : read_cases(file)) {
      INFO(file.filename().string() << ": " << one.document.text);
      Reading reading = extract::annotate(one.document, resources);
      extract::find_mentions(reading, resources);
      resolve::link(reading, tools->vocabulary, tools->gazetteer);
      for (const Expectation& expectation : one.expected) check(reading, expectation);
    }
  }
}

// Share of the gazetteer's entities of a class that are found where a sentence names them by their label.
double share_found(const test::ReadingTools& tools, std::string_view cls, const std::string& article) {
  const auto resources = tools.resources();
  int all = 0, found = 0;
  for (const ontology::GazetteerEntity& entity : tools.gazetteer.entities()) {
    if (entity.cls != cls) continue;
    const bool plain = entity.label.find_first_of("[(,") == std::string::npos;
    if (!plain) continue;
    const Document document = make_document(
        "Officials said that " + article + entity.label + " had asked Norway for help.", "test");
    Reading reading = extract::annotate(document, resources);
    extract::find_mentions(reading, resources);
    resolve::link(reading, tools.vocabulary, tools.gazetteer);
    ++all;
    found += std::any_of(reading.mentions.begin(), reading.mentions.end(), [&](const Mention& mention) {
      return mention.entity != kNone && reading.entities[mention.entity].id == entity.id;
    });
  }
  return all == 0 ? 0 : static_cast<double>(found) / all;
}

TEST_CASE("what the gazetteer knows is found where a sentence names it") {
  const auto* tools = test::reading_tools();
  if (tools == nullptr) return;
  CHECK(share_found(*tools, "Country", "") >= 0.98);
  CHECK(share_found(*tools, "InternationalOrganization", "the ") >= 0.97);
  CHECK(share_found(*tools, "ArmedGroup", "the ") >= 0.9);
}

// Id of the entity of the first mention with a name, in a text that is read by itself.
std::string id_in(const test::ReadingTools& tools, const std::string& text, const std::string& name) {
  const Document document = make_document(text, "test");
  Reading reading = extract::annotate(document, tools.resources());
  extract::find_mentions(reading, tools.resources());
  resolve::link(reading, tools.vocabulary, tools.gazetteer);
  for (const Mention& mention : reading.mentions) {
    if (mention.name == name && mention.entity != kNone) return reading.entities[mention.entity].id;
  }
  return {};
}

TEST_CASE("state bodies of one name stay apart, and are one where the state is") {
  const auto* tools = test::reading_tools();
  if (tools == nullptr) return;
  const auto id = [&](const std::string& text, const std::string& name) {
    const std::string found = id_in(*tools, text, name);
    CHECK(!found.empty());
    return found;
  };
  const std::string ministry = "Ministry of Foreign Affairs";
  const std::string iraq = id("The Ministry of Foreign Affairs of Iraq thanked Jordan.", ministry);
  CHECK(iraq == id("Oman met Iraq's Ministry of Foreign Affairs.", ministry));
  CHECK(iraq != id("The Ministry of Foreign Affairs of Peru thanked Chile.", ministry));
  CHECK(id("The Supreme Court condemned Iran.", "Supreme Court") !=
        id("The Supreme Court condemned Chile.", "Supreme Court"));
  CHECK(id("The Harbour Relief Network met Iran.", "Harbour Relief Network") ==
        id("The Harbour Relief Network met Chile.", "Harbour Relief Network"));
}

TEST_CASE("an empty document and one of odd characters hold nothing and harm nothing") {
  const auto* tools = test::reading_tools();
  if (tools == nullptr) return;
  const auto resources = tools->resources();
  for (const char* text :
       {"", " \n\t ", "...", "((((", "“”—’", "\xE2\x80\x8B", "() [] ;;; :::", "A", "(A)"}) {
    const Document document = make_document(text, "test");
    Reading reading = extract::annotate(document, resources);
    extract::find_mentions(reading, resources);
    resolve::link(reading, tools->vocabulary, tools->gazetteer);
    CHECK(reading.original.size() == reading.analysis.text.size() + 1);
    CHECK(reading.mention_at.size() == reading.analysis.tokens.size());
  }
}
