// SPDX-License-Identifier: Apache-2.0
#include "exporters/network_measures.hpp"

#include "graph/centrality.hpp"
#include "graph/communities.hpp"

namespace entente::exporters {

namespace {

// Links looked at for betweenness: about a second, or ten where it was asked for.
constexpr std::size_t kSteps = 100'000'000, kMostSteps = 1'000'000'000;

}  // namespace

NetworkMeasures measure_network(std::size_t nodes, const std::vector<EdgeGroup>& edges, Measures which) {
  const bool fits = nodes + edges.size() <= kMeasuredByItself;
  if (which == Measures::none || (which == Measures::automatic && !fits)) return {};
  std::vector<graph::Link> links;
  links.reserve(edges.size());
  for (const EdgeGroup& edge : edges)
    links.push_back({edge.source, edge.target, static_cast<std::uint32_t>(weight_of(edge)), edge.symmetric});
  const graph::Neighbourhoods around(nodes, links);
  const std::size_t steps = which == Measures::all ? kMostSteps : kSteps;
  return {graph::communities(around), graph::page_rank(nodes, links),
          graph::betweenness(around, steps).shares};
}

}  // namespace entente::exporters
