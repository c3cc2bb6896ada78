// SPDX-License-Identifier: Apache-2.0
#include "graph/links.hpp"

#include <algorithm>

namespace entente::graph {

Neighbourhoods::Neighbourhoods(std::size_t nodes, const std::vector<Link>& links) : begins(nodes + 1, 0) {
  struct Arc {
    std::uint32_t from, to, weight;
  };
  std::vector<Arc> arcs;
  arcs.reserve(2 * links.size());
  for (const Link& link : links) {
    if (link.source == link.target) continue;
    arcs.push_back({link.source, link.target, link.weight});
    arcs.push_back({link.target, link.source, link.weight});
  }
  std::sort(arcs.begin(), arcs.end(),
            [](const Arc& a, const Arc& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    const bool known = i > 0 && arcs[i].from == arcs[i - 1].from && arcs[i].to == arcs[i - 1].to;
    if (known) {
      weights.back() += arcs[i].weight;
      continue;
    }
    neighbours.push_back(arcs[i].to);
    weights.push_back(arcs[i].weight);
    ++begins[arcs[i].from + 1];
  }
  for (std::size_t node = 0; node < nodes; ++node) begins[node + 1] += begins[node];
}

}  // namespace entente::graph
