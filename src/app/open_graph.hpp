// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "app/resources.hpp"
#include "base/result.hpp"
#include "graph/snapshot.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "store/store.hpp"

namespace entente::app {

/// A graph file as the commands that ask it see it: a frozen graph, with its vocabulary. The facts behind it
/// are read when they are first asked for. Not for several threads at once.
class OpenGraph {
 public:
  OpenGraph(ontology::Vocabulary vocabulary, graph::Snapshot graph, std::filesystem::path file);
  /// One whose facts are known already.
  OpenGraph(ontology::Vocabulary vocabulary, graph::Snapshot graph, FactBase facts);

  ontology::Vocabulary vocabulary;
  graph::Snapshot graph;

  /// The merged facts that the graph was made of; lives as long as this. A data error when the file was
  /// changed since it was opened.
  [[nodiscard]] Result<const FactBase*> facts() const;

 private:
  std::filesystem::path file_;
  mutable std::unique_ptr<FactBase> facts_;
};

/// Only the merged facts of a graph file.
[[nodiscard]] Result<FactBase> load_fact_base(const std::filesystem::path& file,
                                              const ontology::Vocabulary& vocabulary);

/// What a graph file was made with.
[[nodiscard]] Result<store::Provenance> load_provenance(const std::filesystem::path& file);

/// Opens a graph file read-only. A missing, foreign or damaged file, or an unusable ontology, is an Error
/// naming it.
[[nodiscard]] Result<OpenGraph> open_graph(const std::filesystem::path& file, const ResourcePaths& paths);

/// Writes the snapshot that the next open_graph() will want, where that can be done.
void refresh_snapshot(const std::filesystem::path& file, const ResourcePaths& paths);

}  // namespace entente::app
