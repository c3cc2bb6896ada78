// SPDX-License-Identifier: Apache-2.0
#include "graph/freeze.hpp"

#include <utility>

namespace entente::graph {

void add_nodes(const PropertyGraph& graph, SnapshotBuilder& builder) {
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    const auto node = static_cast<NodeId>(i);
    builder.add_node(graph.labels(node));
    for (const auto& [name, value] : graph.properties(node)) builder.set_of_node(builder.key(name), value);
  }
}

void add_edges(const PropertyGraph& graph, SnapshotBuilder& builder) {
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const auto edge = static_cast<EdgeId>(i);
    builder.add_edge(graph.source(edge), graph.target(edge), graph.type(edge));
    for (const auto& [name, value] : graph.properties(edge)) builder.set_of_edge(builder.key(name), value);
  }
}

Snapshot freeze(const PropertyGraph& graph, std::vector<EdgeId>* edges) {
  SnapshotBuilder builder;
  add_nodes(graph, builder);
  add_edges(graph, builder);
  auto snapshot = Snapshot::read(builder.finish({}, edges));
  return snapshot ? std::move(*snapshot) : Snapshot();  // what the builder wrote can be read
}

}  // namespace entente::graph
