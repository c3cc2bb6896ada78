// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "base/result.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::app {

/// How much of what a graph holds.
struct Stats {
  std::size_t documents = 0, entities = 0, facts = 0, evidence = 0;
  std::size_t plain_facts = 0;  ///< asserted and not negated
  std::size_t negated_facts = 0;
  std::map<std::string, std::size_t> classes;                         ///< entities by class
  std::map<std::string, std::size_t> relations;                       ///< facts by relation
  std::map<std::string, std::size_t> modalities;                      ///< facts by modality
  std::map<std::string, std::size_t> imported_nodes, imported_edges;  ///< by the name of the file
};

[[nodiscard]] Stats stats_of(const FactBase& base);

/// The same of a graph file, with what was imported into it.
[[nodiscard]] Result<Stats> stats_of_file(const std::filesystem::path& file,
                                          const ontology::Vocabulary& vocabulary);

}  // namespace entente::app
