// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/links.hpp"

namespace entente::graph {

/// Groups of nodes with more links inside than chance would have, by the Louvain method (Blondel, Guillaume,
/// Lambiotte and Lefebvre 2008: modularity, weights, no direction), nodes in their order. Only whole numbers
/// are compared, so that the result is the same everywhere. Every group hangs together. Gives each node's
/// group from 1, the largest first (of equals the one with the first node); 0 for a node without a neighbour.
[[nodiscard]] std::vector<std::uint32_t> communities(const Neighbourhoods& graph);

/// How much more of the links lies inside the groups than chance would have: -0.5 to 1; 0 without links.
[[nodiscard]] double modularity(const Neighbourhoods& graph, const std::vector<std::uint32_t>& groups);

}  // namespace entente::graph
