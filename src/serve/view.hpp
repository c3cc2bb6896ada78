// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/graph_part.hpp"
#include "exporters/exporters.hpp"
#include "serve/live_graph.hpp"

namespace entente::serve {

/// A part of a graph as the explorer draws it: the JSON of exporters::page_data, with the ids of the facts of
/// each edge. Without all_facts only what is stated as done.
[[nodiscard]] std::string view_json(const FactBase& part, const LiveGraph& graph, bool all_facts,
                                    exporters::Measures measures = exporters::Measures::none);

/// The whole of a small graph; of a large one the best-linked nodes with the edges among them.
[[nodiscard]] std::string overview_json(const LiveGraph& graph, bool all_facts);

/// Edges at a node, at most so many: of each relation and direction in turn, so that every relation is seen.
[[nodiscard]] std::vector<graph::EdgeId> edges_at(const graph::Snapshot& graph, graph::NodeId node,
                                                  bool all_facts, std::size_t most);

/// An empty collection over the graph that takes imported nodes too.
[[nodiscard]] app::GraphPart part_of(const LiveGraph& graph);

}  // namespace entente::serve
