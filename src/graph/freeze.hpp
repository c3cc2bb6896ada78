// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graph/property_graph.hpp"
#include "graph/snapshot.hpp"
#include "graph/snapshot_builder.hpp"

namespace entente::graph {

/// Adds all nodes of a graph, in their order, to a builder that has none yet.
void add_nodes(const PropertyGraph& graph, SnapshotBuilder& builder);
/// Adds all its edges then, in their order.
void add_edges(const PropertyGraph& graph, SnapshotBuilder& builder);

/// A snapshot in memory of a graph. Nodes keep their ids; `edges`, unless null, gets the new id of each edge.
[[nodiscard]] Snapshot freeze(const PropertyGraph& graph, std::vector<EdgeId>* edges = nullptr);

}  // namespace entente::graph
