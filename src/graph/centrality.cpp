// SPDX-License-Identifier: Apache-2.0
#include "graph/centrality.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>

namespace entente::graph {

namespace {

constexpr double kDamping = 0.85;
constexpr std::size_t kRounds = 100;  // what is left then is 0.85^100, a ten-millionth

/// Shortest paths from one node after the other; its arrays are used again.
class PathCounter {
 public:
  explicit PathCounter(const Neighbourhoods& graph)
      : graph_(graph), distance_(graph.size()), paths_(graph.size()), passing_(graph.size()) {
    order_.reserve(graph.size());
  }

  /// Adds what each node carries of the paths from `start`.
  void follow(std::uint32_t start, std::vector<double>& shares) {
    find_paths(start);
    for (std::size_t i = order_.size(); i-- > 1;) {
      const std::uint32_t node = order_[i];
      const double each = (1 + passing_[node]) / paths_[node];
      for (std::size_t j = graph_.begins[node]; j < graph_.begins[node + 1]; ++j) {
        const std::uint32_t before = graph_.neighbours[j];
        if (distance_[before] + 1 == distance_[node]) passing_[before] += paths_[before] * each;
      }
      shares[node] += passing_[node];
    }
    for (const std::uint32_t node : order_) distance_[node] = 0;
  }

 private:
  /// Fills order, distances (1 is the start, 0 not met) and numbers of paths.
  void find_paths(std::uint32_t start) {
    order_.assign(1, start);
    distance_[start] = 1;
    paths_[start] = 1;
    passing_[start] = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::uint32_t node = order_[i];
      for (std::size_t j = graph_.begins[node]; j < graph_.begins[node + 1]; ++j) {
        const std::uint32_t next = graph_.neighbours[j];
        if (distance_[next] == 0) {
          distance_[next] = distance_[node] + 1;
          paths_[next] = passing_[next] = 0;
          order_.push_back(next);
        }
        if (distance_[next] == distance_[node] + 1) paths_[next] += paths_[node];
      }
    }
  }

  const Neighbourhoods& graph_;
  std::vector<std::uint32_t> distance_, order_;
  std::vector<double> paths_, passing_;
};

std::vector<std::uint32_t> linked_nodes(const Neighbourhoods& graph) {
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t node = 0; node < graph.size(); ++node)
    if (graph.begins[node] != graph.begins[node + 1]) nodes.push_back(node);
  return nodes;
}

}  // namespace

std::vector<double> page_rank(std::size_t nodes, const std::vector<Link>& links) {
  if (nodes == 0) return {};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
  for (const Link& link : links) {
    arcs.emplace_back(link.source, link.target);
    if (link.both_ways && link.source != link.target) arcs.emplace_back(link.target, link.source);
  }
  std::sort(arcs.begin(), arcs.end());
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                   boost::no_property, std::uint32_t, std::size_t>;
  const Graph graph(boost::edges_are_sorted, arcs.begin(), arcs.end(), static_cast<std::uint32_t>(nodes));
  std::vector<double> ranks(nodes), next(nodes);
  const auto index = get(boost::vertex_index, graph);
  boost::graph::page_rank(graph, boost::make_iterator_property_map(ranks.begin(), index),
                          boost::graph::n_iterations(kRounds), kDamping, static_cast<double>(nodes),
                          boost::make_iterator_property_map(next.begin(), index));
  // Boost lets what nodes without a way out hold go; what remains has the right ratios.
  double sum = 0;
  for (const double rank : ranks) sum += rank;
  for (double& rank : ranks) rank /= sum;
  return ranks;
}

Betweenness betweenness(const Neighbourhoods& graph, std::size_t max_steps) {
  const std::vector<std::uint32_t> starts = linked_nodes(graph);
  const std::size_t steps_each = std::max<std::size_t>(starts.size() + graph.neighbours.size(), 1);
  Betweenness result;
  result.pivots = std::min(starts.size(), max_steps / steps_each);
  result.sampled = result.pivots < starts.size();
  if (result.sampled && result.pivots < kFewestPivots) return {{}, 0, true};
  result.shares.assign(graph.size(), 0.0);
  PathCounter counter(graph);
  for (std::size_t i = 0; i < result.pivots; ++i)
    counter.follow(starts[i * starts.size() / result.pivots], result.shares);
  const auto others = static_cast<double>(graph.size()) - 1;
  const double pairs = std::max(others * (others - 1), 1.0);  // each pair is met from both sides
  const double scale = static_cast<double>(starts.size()) /
                       (static_cast<double>(std::max<std::size_t>(result.pivots, 1)) * pairs);
  for (double& share : result.shares) share *= scale;
  return result;
}

}  // namespace entente::graph
