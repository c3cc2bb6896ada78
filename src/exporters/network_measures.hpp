// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "exporters/edge_groups.hpp"
#include "exporters/exporters.hpp"

namespace entente::exporters {

/// What the shape of a graph says of its nodes, one number a node; empty where it was left out.
struct NetworkMeasures {
  std::vector<std::uint32_t> communities;  ///< from 1, the largest first; 0 for a node without a neighbour
  std::vector<double> page_ranks;          ///< sum to 1
  std::vector<double> betweenness;         ///< 0 to 1
};

/// `Measures::automatic` leaves all out where nodes and edges are more than this together.
inline constexpr std::size_t kMeasuredByItself = 300'000;

/// Edges count by their weight for communities, once for PageRank, with their neighbours for betweenness.
[[nodiscard]] NetworkMeasures measure_network(std::size_t nodes, const std::vector<EdgeGroup>& edges,
                                              Measures which);

}  // namespace entente::exporters
