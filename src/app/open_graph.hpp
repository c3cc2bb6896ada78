// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/resources.hpp"
#include "base/result.hpp"
#include "graph/snapshot.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "store/store.hpp"

namespace entente::app {

/// A graph file as the commands that ask it see it: merged, as a property graph, with its vocabulary.
/// Immutable.
struct OpenGraph {
  ontology::Vocabulary vocabulary;
  FactBase base;
  graph::Snapshot graph;
};

/// Only the merged facts of a graph file.
[[nodiscard]] Result<FactBase> load_fact_base(const std::filesystem::path& file,
                                              const ontology::Vocabulary& vocabulary);

/// What a graph file was made with.
[[nodiscard]] Result<store::Provenance> load_provenance(const std::filesystem::path& file);

/// Opens a graph file read-only. A missing, foreign or damaged file, or an unusable ontology, is an Error
/// naming it.
[[nodiscard]] Result<OpenGraph> open_graph(const std::filesystem::path& file, const ResourcePaths& paths);

}  // namespace entente::app
