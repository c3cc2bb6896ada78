// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "app/session.hpp"
#include "base/result.hpp"
#include "nlp/pipeline.hpp"

namespace entente::app {

/// Directories that the user gave; empty ones are looked for.
struct ResourcePaths {
  std::filesystem::path ontology;
  std::filesystem::path model;
};

/// All that reading texts needs, loaded. Immutable; shared by threads.
struct Reader {
  std::unique_ptr<Knowledge> knowledge;
  nlp::Pipeline pipeline;
};

/// Where a resource directory ("ontology", "queries") may be, first found wins: the given one, the
/// environment variable, the working directory, <prefix>/share/entente beside the program, the source tree
/// whose build/PRESET/ holds the program. A given directory that is not there is an input_output error; so is
/// finding none, with all places tried in the hint.
[[nodiscard]] Result<std::filesystem::path> find_resource(const char* name, const char* variable,
                                                          const std::filesystem::path& given);

/// queries/ by the same rule, with $ENTENTE_QUERIES.
[[nodiscard]] Result<std::filesystem::path> find_queries(const std::filesystem::path& given);

[[nodiscard]] Result<ontology::Vocabulary> load_vocabulary(const ResourcePaths& paths);
[[nodiscard]] Result<nlp::Pipeline> load_pipeline(const ResourcePaths& paths);
[[nodiscard]] Result<Reader> load_reader(const ResourcePaths& paths);

}  // namespace entente::app
