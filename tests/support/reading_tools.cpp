// SPDX-License-Identifier: Apache-2.0
#include "support/reading_tools.hpp"

#include <algorithm>
#include <memory>
#include <sstream>

#include "support/catch.hpp"

namespace entente::test {

namespace {

template <class T>
T sound(Result<T> result) {
  if (!result) FAIL(to_text(result.error()));
  return std::move(*result);
}

std::unique_ptr<ReadingTools> load() {
  const auto model = nlp::find_model("");
  if (!model) return nullptr;
  auto vocabulary = sound(ontology::Vocabulary::load("ontology"));
  auto gazetteer = sound(ontology::Gazetteer::load("ontology", vocabulary));
  auto nouns = sound(ontology::Nouns::load("ontology", vocabulary));
  return std::make_unique<ReadingTools>(
      ReadingTools{std::move(vocabulary), sound(ontology::Frames::load("ontology")), std::move(gazetteer),
                   std::move(nouns), sound(nlp::Pipeline::load(*model))});
}

}  // namespace

const ReadingTools* reading_tools() {
  static const std::unique_ptr<ReadingTools> kept = load();
  if (!kept) WARN("skipped: no model");
  return kept.get();
}

std::vector<std::filesystem::path> test_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".test") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE_FALSE(files.empty());
  return files;
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> bar_fields(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream rest(line);
  for (std::string field; std::getline(rest, field, '|');) fields.push_back(trimmed(field));
  return fields;
}

}  // namespace entente::test
