// SPDX-License-Identifier: Apache-2.0
// Reads the passages of tests/data/mentions/*.test and looks for the mentions and entities that they must
// hold.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "resolve/link.hpp"
#include "support/catch.hpp"

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

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? std::string{}
                                    : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

Expectation read_expectation(const std::string& line) {
  Expectation expectation;
  expectation.line = line;
  expectation.must = line[0] != '!';
  std::string rest = expectation.must ? line : line.substr(1);
  std::vector<std::string> fields;
  for (std::size_t bar = rest.find('|'); bar != std::string::npos; bar = rest.find('|')) {
    fields.push_back(trimmed(rest.substr(0, bar)));
    rest.erase(0, bar + 1);
  }
  fields.push_back(trimmed(rest));
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
    std::string text = trimmed(line.substr(1)), date;
    if (text[0] == '[') {
      date = text.substr(1, text.find(']') - 1);
      text = trimmed(text.substr(text.find(']') + 1));
    }
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n"))
      text.replace(at, 2, "\n");
    cases.push_back({make_document(text, "test"), {}});
    cases.back().document.date = date;
  }
  return cases;
}

struct Tools {
  ontology::Vocabulary vocabulary;
  ontology::Gazetteer gazetteer;
  ontology::Nouns nouns;
  nlp::Pipeline pipeline;
};

std::unique_ptr<Tools> tools() {
  const auto model = nlp::find_model("");
  if (!model) return nullptr;
  auto pipeline = nlp::Pipeline::load(*model);
  auto vocabulary = ontology::Vocabulary::load("ontology");
  REQUIRE(pipeline);
  REQUIRE(vocabulary);
  auto gazetteer = ontology::Gazetteer::load("ontology", *vocabulary);
  auto nouns = ontology::Nouns::load("ontology", *vocabulary);
  REQUIRE(gazetteer);
  REQUIRE(nouns);
  return std::make_unique<Tools>(
      Tools{std::move(*vocabulary), std::move(*gazetteer), std::move(*nouns), std::move(*pipeline)});
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
  const auto with = tools();
  if (!with) {
    WARN("skipped: no language model");
    return;
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator("tests/data/mentions")) {
    if (entry.path().extension() == ".test") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE_FALSE(files.empty());
  for (const auto& file : files) {
    for (const Case& one : read_cases(file)) {
      INFO(file.filename().string() << ": " << one.document.text);
      const extract::Resources resources{&with->pipeline, &with->vocabulary, &with->gazetteer, nullptr,
                                         &with->nouns};
      Reading reading = extract::annotate(one.document, resources);
      extract::find_mentions(reading, resources);
      resolve::link(reading, with->vocabulary, with->gazetteer);
      for (const Expectation& expectation : one.expected) check(reading, expectation);
    }
  }
}

TEST_CASE("an empty document and one of odd characters hold nothing and harm nothing") {
  const auto with = tools();
  if (!with) {
    WARN("skipped: no language model");
    return;
  }
  for (const char* text :
       {"", " \n\t ", "...", "((((", "“”—’", "\xE2\x80\x8B", "() [] ;;; :::", "A", "(A)"}) {
    const Document document = make_document(text, "test");
    const extract::Resources resources{&with->pipeline, &with->vocabulary, &with->gazetteer, nullptr,
                                       &with->nouns};
    Reading reading = extract::annotate(document, resources);
    extract::find_mentions(reading, resources);
    resolve::link(reading, with->vocabulary, with->gazetteer);
    CHECK(reading.original.size() == reading.analysis.text.size() + 1);
    CHECK(reading.mention_at.size() == reading.analysis.tokens.size());
  }
}
