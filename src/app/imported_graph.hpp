// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "graph/property_graph.hpp"
#include "importers/node_ids.hpp"
#include "model/fact_base.hpp"
#include "store/store.hpp"

namespace entente::app {

/// How the store names what it keeps of an imported file: nodes and edges in blocks.
inline constexpr const char* kGraphFormat = "graph";

/// Adds the imported nodes and edges of a graph file to the graph made of its facts (whose nodes are the
/// base's entities, in their order). An imported node whose id, in no space of its own, is that of an entity
/// is that entity: what is known of it stays, labels and properties that it lacks are added.
[[nodiscard]] Status add_imported(const store::Store& store, const FactBase& base,
                                  graph::PropertyGraph& graph);

/// The ids of all imported nodes of a graph file, in the order that their edges count them in.
[[nodiscard]] Result<importers::NodeIds> imported_ids(const store::Store& store);

}  // namespace entente::app
