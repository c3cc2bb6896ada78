// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/snapshot_builder.hpp"
#include "importers/node_ids.hpp"
#include "store/store.hpp"

namespace entente::app {

/// How the store names what it keeps of an imported file: nodes and edges in blocks.
inline constexpr const char* kGraphFormat = "graph";

/// The graph made of the facts of a graph file, on its way into a builder.
class OwnGraph {
 public:
  virtual ~OwnGraph() = default;
  [[nodiscard]] virtual bool empty() const = 0;
  /// The node that an entity is.
  [[nodiscard]] virtual std::optional<graph::NodeId> node_of(std::string_view entity_id) const = 0;
  /// Labels and properties that the node does not have yet.
  virtual void enrich(graph::NodeId node, const std::vector<std::string>& labels,
                      const graph::Map& properties) = 0;
  /// All nodes, which are the builder's first; then, after the imported ones, all edges.
  virtual void add_nodes(graph::SnapshotBuilder& builder) = 0;
  [[nodiscard]] virtual Status add_edges(graph::SnapshotBuilder& builder) = 0;
};

/// Adds to a builder that has nothing yet: the graph's nodes, the imported ones, the graph's edges, the
/// imported ones. An imported node whose id, in no space of its own, is that of an entity is that entity:
/// what is known of it stays, labels and properties that it lacks are added to it. The blocks are read twice
/// and held one at a time, but for the nodes.
[[nodiscard]] Status add_all(const store::Store& store, OwnGraph& own, graph::SnapshotBuilder& builder);

/// The ids of all imported nodes of a graph file, in the order that their edges count them in.
[[nodiscard]] Result<importers::NodeIds> imported_ids(const store::Store& store);

}  // namespace entente::app
