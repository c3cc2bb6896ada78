// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "extract/extract.hpp"

namespace entente::test {

/// What reading a text takes: the model and the project's own ontology.
struct ReadingTools {
  ontology::Vocabulary vocabulary;
  ontology::Frames frames;
  ontology::Gazetteer gazetteer;
  ontology::Nouns nouns;
  nlp::Pipeline pipeline;

  [[nodiscard]] extract::Resources resources() const {
    return {&pipeline, &vocabulary, &gazetteer, &frames, &nouns};
  }
};

/// Loaded once for a test program, from the source tree's root. Null, said as "skipped", where there is no
/// model.
[[nodiscard]] const ReadingTools* reading_tools();

/// The *.test files of a folder, sorted; at least one.
[[nodiscard]] std::vector<std::filesystem::path> test_files(const std::filesystem::path& folder);

/// Without the spaces around it.
[[nodiscard]] std::string trimmed(const std::string& text);

/// The fields of a line, divided by '|', each trimmed.
[[nodiscard]] std::vector<std::string> bar_fields(const std::string& line);

}  // namespace entente::test
