// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "graph/property_graph.hpp"
#include "graph/snapshot_builder.hpp"
#include "importers/node_ids.hpp"
#include "model/fact_base.hpp"
#include "store/store.hpp"

namespace entente::app {

/// How the store names what it keeps of an imported file: nodes and edges in blocks.
inline constexpr const char* kGraphFormat = "graph";

/// Adds to a builder that has nothing yet: the graph made of the facts of a graph file (whose nodes are the
/// base's entities, in their order), then its imported nodes and edges. An imported node whose id, in no
/// space of its own, is that of an entity is that entity: what is known of it stays, labels and properties
/// that it lacks are added to `graph` first. The blocks are read twice and held one at a time, but for the
/// nodes.
[[nodiscard]] Status add_all(const store::Store& store, const FactBase& base, graph::PropertyGraph& graph,
                             graph::SnapshotBuilder& builder);

/// The ids of all imported nodes of a graph file, in the order that their edges count them in.
[[nodiscard]] Result<importers::NodeIds> imported_ids(const store::Store& store);

}  // namespace entente::app
