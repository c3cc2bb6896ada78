// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "query/match_step.hpp"
#include "query/memory_use.hpp"
#include "query/path_automaton.hpp"

namespace entente::query {

/// The product of graph and automaton, searched by breadth from one end of the pattern: at which nodes, in
/// which states a walk can stand after 0, 1, 2 ... relationships. What depends on the whole path (a mode,
/// conditions over several elements) is left out, so that more may be reached than a path exists for.
class PathLayers {
 public:
  /// forward: from the start to the goal, else from the goal to the start. again: a place is in every layer
  /// that reaches it, else in the first one only.
  PathLayers(const PathAutomaton& automaton, bool forward, bool reuse_edges, bool again, Range range,
             Context& context)
      : automaton_(automaton),
        forward_(forward),
        reuse_edges_(reuse_edges),
        again_(again),
        memory_(context, range) {}

  void begin(graph::NodeId origin, MatchState& state);
  /// Makes the next layer; false when it is empty or the query must stop.
  bool grow(MatchState& state);
  [[nodiscard]] std::size_t last() const { return ends_.size() - 1; }

  /// Nodes at which a walk of the last layer is complete, in the order in which they are met.
  [[nodiscard]] const std::vector<graph::NodeId>& ends() const { return ends_.back(); }
  /// Whether a walk of that length can stand there. The layer must have been made.
  [[nodiscard]] bool has(std::size_t length, graph::NodeId node, int at) const;

 private:
  struct Place {
    graph::NodeId node;
    int state;
  };
  [[nodiscard]] static std::uint64_t key(graph::NodeId node, int at) {
    return static_cast<std::uint64_t>(node) << 32 | static_cast<std::uint32_t>(at);
  }
  bool add(graph::NodeId node, int at);
  void stand(MatchState& state);
  void walk(const Place& place, const PathMove& move, MatchState& state);
  [[nodiscard]] const std::vector<int>& moves_at(int at) const;

  const PathAutomaton& automaton_;
  bool forward_, reuse_edges_, again_;
  MemoryUse memory_;
  std::vector<Place> places_, before_;                    // of the layer that is made, of the one before it
  std::unordered_map<std::uint64_t, std::size_t> first_;  // looked up, never walked, as those of layers_
  std::vector<std::unordered_set<std::uint64_t>> layers_;
  std::vector<std::vector<graph::NodeId>> ends_;
};

/// Whether a node may stand at this place of the path, as far as it is known without the rest of the path.
[[nodiscard]] bool admits(const PathNode& node, graph::NodeId candidate, MatchState& state);

}  // namespace entente::query
