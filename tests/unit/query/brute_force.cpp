// SPDX-License-Identifier: Apache-2.0
#include "unit/query/brute_force.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "graph/freeze.hpp"

namespace entente::test {

namespace {

using graph::EdgeId;
using graph::NodeId;

bool is_hidden(const graph::PropertyGraph& graph, EdgeId edge) {
  return graph.properties(edge).count("modality") != 0;
}

/// Depth-first over the pattern with no plan, no index and no early end.
class PlainMatch {
 public:
  PlainMatch(const PlainPattern& pattern, const graph::PropertyGraph& graph)
      : pattern_(pattern), graph_(graph) {}

  PlainAnswer run() {
    for (std::size_t i = 0; i < graph_.node_count(); ++i) begin(static_cast<NodeId>(i));
    PlainAnswer answer;
    for (const auto& [ends, paths] : found_) {
      const auto least = std::min_element(paths.begin(), paths.end(), [](const auto& a, const auto& b) {
                           return a.length < b.length;
                         })->length;
      for (const auto& path : paths)
        if (!pattern_.shortest || path.length == least) {
          answer.paths.push_back(path.text);
          answer.rows.push_back(path.row);
        }
    }
    std::sort(answer.paths.begin(), answer.paths.end());
    answer.hidden = hidden_.size();
    return answer;
  }

 private:
  struct Found {
    PlainPath text;
    std::size_t length;
    PlainRow row;
  };

  void begin(NodeId start) {
    bound_.clear();
    trail_.clear();
    text_ = std::to_string(static_cast<unsigned>(start));
    arrive(0, start);
  }

  /// At the node of a pattern's place: check it, then go on.
  void arrive(std::size_t place, NodeId node) {
    const auto& label = pattern_.labels[place];
    if (!label.empty() && graph_.labels(node) != std::vector<std::string>{label}) return;
    const int same = pattern_.same_as[place];
    if (same >= 0 && bound_[static_cast<std::size_t>(same)] != node) return;
    bound_.push_back(node);
    if (place == pattern_.edges.size()) {
      finish();
    } else {
      walk(place, node, 0);
    }
    bound_.pop_back();
  }

  /// `taken` relationships of the place's edge pattern are behind us.
  void walk(std::size_t place, NodeId node, int taken) {
    const auto& edge = pattern_.edges[place];
    if (taken >= edge.min) arrive(place + 1, node);
    if (taken == edge.max) return;
    for (std::size_t i = 0; i < graph_.edge_count(); ++i) {
      const auto id = static_cast<EdgeId>(i);
      const bool along = graph_.source(id) == node && edge.direction >= 0;
      const bool against = graph_.target(id) == node && edge.direction <= 0;
      if (along) step(place, id, graph_.target(id), taken);
      if (against && !(along && graph_.source(id) == graph_.target(id)))
        step(place, id, graph_.source(id), taken);
    }
  }

  void step(std::size_t place, EdgeId id, NodeId to, int taken) {
    const auto& edge = pattern_.edges[place];
    if (!edge.type.empty() && graph_.type(id) != edge.type) return;
    if (std::find(trail_.begin(), trail_.end(), id) != trail_.end()) return;
    if (is_hidden(graph_, id) && edge.repeated) return;
    trail_.push_back(id);
    const auto size = text_.size();
    text_ +=
        "-e" + std::to_string(static_cast<unsigned>(id)) + "-" + std::to_string(static_cast<unsigned>(to));
    walk(place, to, taken + 1);
    text_.resize(size);
    trail_.pop_back();
  }

  void finish() {
    bool plain = true;
    for (const auto edge : trail_) plain = plain && !is_hidden(graph_, edge);
    if (!plain) {
      for (const auto edge : trail_)
        if (is_hidden(graph_, edge)) hidden_.insert(edge);
      return;
    }
    if (pattern_.shortest && bound_.front() == bound_.back() && !trail_.empty()) return;
    found_[{bound_.front(), bound_.back()}].push_back({text_, trail_.size(), {bound_, trail_}});
  }

  const PlainPattern& pattern_;
  const graph::PropertyGraph& graph_;
  std::vector<NodeId> bound_;
  std::vector<EdgeId> trail_;
  PlainPath text_;
  std::map<std::pair<NodeId, NodeId>, std::vector<Found>> found_;
  std::set<EdgeId> hidden_;
};

}  // namespace

std::string PlainPattern::match() const {
  std::string out = both_ends ? "MATCH (n0), (n1) MATCH p = " : "MATCH p = ";
  if (shortest) out += all ? "allShortestPaths(" : "shortestPath(";
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto name = same_as[i] >= 0 ? same_as[i] : static_cast<int>(i);
    out += "(n" + std::to_string(name) + (labels[i].empty() ? "" : ":" + labels[i]) + ")";
    if (i == edges.size()) break;
    const auto& edge = edges[i];
    out += edge.direction < 0 ? "<-[" : "-[";
    if (!edge.repeated) out += "e" + std::to_string(i);
    if (!edge.type.empty()) out += ":" + edge.type;
    if (edge.repeated) out += "*" + std::to_string(edge.min) + ".." + std::to_string(edge.max);
    out += edge.direction > 0 ? "]->" : "]-";
  }
  return out + (shortest ? ")" : "");
}

int comparisons(int usual) {
  const auto* asked = std::getenv("ENTENTE_COMPARISONS");
  return asked ? std::atoi(asked) : usual;
}

PlainPattern random_pattern(Dice& dice) {
  PlainPattern pattern;
  pattern.shortest = dice.chance(25);
  pattern.all = dice.chance(60);
  pattern.both_ends = pattern.shortest && dice.chance(50);
  const int edges = pattern.shortest ? 1 : 1 + dice.roll(3);
  for (int i = 0; i <= edges; ++i) {
    pattern.labels.push_back(dice.chance(40) ? std::string(1, "AB"[dice.roll(2)]) : "");
    pattern.same_as.push_back(i > 1 && dice.chance(20) ? 0 : -1);
  }
  for (int i = 0; i < edges; ++i) {
    PlainPattern::Edge edge;
    edge.direction = dice.roll(3) - 1;
    if (dice.chance(60)) edge.type = std::string(1, "TU"[dice.roll(2)]);
    edge.repeated = pattern.shortest || dice.chance(25);
    if (edge.repeated) {
      edge.min = dice.roll(3);
      edge.max = edge.min + dice.roll(3);
    }
    pattern.edges.push_back(edge);
  }
  return pattern;
}

graph::PropertyGraph in_snapshot_order(const graph::PropertyGraph& graph) {
  std::vector<EdgeId> places;
  (void)graph::freeze(graph, &places);
  std::vector<EdgeId> order(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    order[static_cast<std::size_t>(places[i])] = static_cast<EdgeId>(i);
  graph::PropertyGraph sorted;
  for (std::size_t i = 0; i < graph.node_count(); ++i)
    sorted.add_node(graph.labels(static_cast<NodeId>(i)), graph.properties(static_cast<NodeId>(i)));
  for (const EdgeId edge : order)
    sorted.add_edge(graph.source(edge), graph.target(edge), graph.type(edge), graph.properties(edge));
  return sorted;
}

graph::PropertyGraph random_graph(Dice& dice) {
  graph::PropertyGraph graph;
  const int nodes = 2 + dice.roll(4), edges = 2 + dice.roll(6);
  for (int i = 0; i < nodes; ++i) graph.add_node({std::string(1, "AB"[dice.roll(2)])}, {{"uid", i}});
  for (int i = 0; i < edges; ++i) {
    graph::Map properties;
    if (dice.chance(15)) properties.emplace("modality", "Planned");
    graph.add_edge(static_cast<NodeId>(dice.roll(nodes)), static_cast<NodeId>(dice.roll(nodes)),
                   std::string(1, "TU"[dice.roll(2)]), properties);
  }
  return in_snapshot_order(graph);
}

PlainAnswer match_plainly(const PlainPattern& pattern, const graph::PropertyGraph& graph) {
  return PlainMatch(pattern, graph).run();
}

}  // namespace entente::test
