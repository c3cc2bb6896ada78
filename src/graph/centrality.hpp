// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "graph/links.hpp"

namespace entente::graph {

/// PageRank with a damping of 0.85 by Boost.Graph, 100 rounds; sums to 1, empty without nodes. Parallel links
/// count each, weights do not; what a node without an outgoing link holds goes to all alike.
[[nodiscard]] std::vector<double> page_rank(std::size_t nodes, const std::vector<Link>& links);

struct Betweenness {
  std::vector<double> shares;  ///< of each node, 0 to 1; empty when it would have taken too long
  std::size_t pivots = 0;      ///< nodes that paths were followed from
  bool sampled = false;        ///< not from all that have a link
};

/// Fewer starting nodes than this say too little.
inline constexpr std::size_t kFewestPivots = 100;

/// The share of shortest paths between two others that pass a node, without direction and weights (Brandes
/// 2001), of all pairs of nodes. At most `max_steps` links are looked at: where all starting nodes would take
/// more, evenly chosen ones stand for them (Brandes and Pich 2007), and fewer than kFewestPivots for none.
/// Boost.Graph has no such sampling, so that this is our own.
[[nodiscard]] Betweenness betweenness(const Neighbourhoods& graph, std::size_t max_steps);

}  // namespace entente::graph
