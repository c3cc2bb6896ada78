// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "app/imported_graph.hpp"
#include "app/streamed_facts.hpp"

namespace entente::app {

/// The graph of facts that lie on disk: its values go straight into the builder. Nodes and edges, and their
/// order, are those of graph::to_property_graph().
class StreamedGraph : public OwnGraph {
 public:
  explicit StreamedGraph(StreamedFacts facts) : facts_(std::move(facts)), empty_(facts_.entities.empty()) {}

  [[nodiscard]] bool empty() const override { return empty_; }
  [[nodiscard]] std::optional<graph::NodeId> node_of(std::string_view entity_id) const override;
  void enrich(graph::NodeId node, const std::vector<std::string>& labels,
              const graph::Map& properties) override;
  /// The entities are gone then, but for their names.
  void add_nodes(graph::SnapshotBuilder& builder) override;
  [[nodiscard]] Status add_edges(graph::SnapshotBuilder& builder) override;

 private:
  struct More {
    std::vector<std::string> labels;
    graph::Map properties;
  };
  [[nodiscard]] Status add_edge(const Fact& fact, graph::SnapshotBuilder& builder) const;

  StreamedFacts facts_;
  bool empty_;
  std::map<graph::NodeId, More> more_;  ///< what imported nodes add
};

}  // namespace entente::app
