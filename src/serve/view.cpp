// SPDX-License-Identifier: Apache-2.0
#include "serve/view.hpp"

#include <algorithm>

#include "exporters/page_data.hpp"

namespace entente::serve {

namespace {

constexpr std::size_t kMostEdges = 3'000;  // of a view: laid out in well under a second
constexpr std::size_t kMostNodes = 400;    // of the overview of a large graph

/// Whether a node is among those with most edges; of equals the first ones are.
std::vector<bool> best_linked(const graph::Snapshot& graph) {
  std::vector<std::pair<std::size_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    const auto node = static_cast<graph::NodeId>(i);
    order.emplace_back(~(graph.out_degree(node) + graph.in_degree(node)), i);
  }
  const std::size_t count = std::min(order.size(), kMostNodes);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end());
  std::vector<bool> nodes(order.size());
  for (std::size_t i = 0; i < count; ++i) nodes[order[i].second] = true;
  return nodes;
}

}  // namespace

std::string view_json(const FactBase& part, const LiveGraph& graph, bool all_facts,
                      exporters::Measures measures) {
  exporters::Options options;
  options.all_facts = all_facts;
  options.measures = measures;
  exporters::PageDataOptions detail;
  detail.most_edges = kMostEdges;
  detail.whole_texts = false;
  detail.fact_ids = true;
  return exporters::page_data(part, graph.vocabulary(), options, detail);
}

app::GraphPart part_of(const LiveGraph& graph) {
  return {graph.graph(), graph.base(), app::GraphPart::Imported::taken};
}

std::string overview_json(const LiveGraph& graph, bool all_facts) {
  const graph::Snapshot& frozen = graph.graph();
  app::GraphPart part = part_of(graph);
  const bool whole = frozen.edge_count() <= kMostEdges;
  const std::vector<bool> best = whole ? std::vector<bool>(frozen.node_count(), true) : best_linked(frozen);
  const auto wanted = [&](graph::EdgeId edge) {
    if (!all_facts && frozen.is_set_aside(edge)) return false;
    return best[static_cast<std::size_t>(frozen.source(edge))] &&
           best[static_cast<std::size_t>(frozen.target(edge))];
  };
  std::size_t taken = 0;
  for (std::uint32_t i = 0; i < frozen.edge_count() && taken < kMostEdges; ++i) {
    if (!wanted(static_cast<graph::EdgeId>(i))) continue;
    part.add_edge(static_cast<graph::EdgeId>(i));
    ++taken;
  }
  if (whole)
    for (std::uint32_t i = 0; i < std::min(frozen.node_count(), kMostEdges); ++i)
      part.add_node(static_cast<graph::NodeId>(i));
  return view_json(part.take(), graph, all_facts, exporters::Measures::automatic);
}

std::vector<graph::EdgeId> edges_at(const graph::Snapshot& graph, graph::NodeId node, bool all_facts,
                                    std::size_t most) {
  std::vector<graph::Steps> lists;
  for (const graph::TypeId type : graph.out_types(node)) lists.push_back(graph.out(node, type));
  for (const graph::TypeId type : graph.in_types(node)) lists.push_back(graph.in(node, type));
  std::vector<graph::EdgeId> edges;
  bool any = true;
  for (std::size_t place = 0; any && edges.size() < most; ++place) {
    any = false;
    for (const graph::Steps& list : lists) {
      if (place >= list.size()) continue;
      any = true;
      const graph::EdgeId edge = list.edge(place);
      if ((all_facts || !graph.is_set_aside(edge)) && edges.size() < most) edges.push_back(edge);
    }
  }
  return edges;
}

}  // namespace entente::serve
