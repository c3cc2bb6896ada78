// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "query/match_step.hpp"

namespace entente::query {

/// How often a repeated relationship may come.
struct Repetition {
  std::size_t min = 1, max = 1;
};
[[nodiscard]] inline Repetition repetition_of(const EdgePattern& edge) {
  Repetition out;
  if (!edge.length) return out;
  out.min = static_cast<std::size_t>(edge.length->min.value_or(1));
  out.max = edge.length->max ? static_cast<std::size_t>(*edge.length->max)
                             : std::numeric_limits<std::size_t>::max();
  return out;
}

/// A search by breadth for nodes alone, from one node or from many at once: whatever a walk over up to so
/// many relationships leads to. Least lengths are 0 or 1.
class Flood {
 public:
  Flood(const EdgeTest& edge, Direction direction) : edge_(edge), walk_(edge, direction) {}

  /// Fills ends(): each node once, in the order in which it is reached. A start counts as reached by length 0
  /// where that is allowed, else when an edge leads to it.
  void run(const std::vector<graph::NodeId>& starts, Repetition length, MatchState& state);

  [[nodiscard]] std::span<const graph::NodeId> ends() const {
    return {queue_.data() + first_, queue_.size() - first_};
  }
  [[nodiscard]] bool is_one_way(Context& context) { return walk_.is_one_way(context); }

 private:
  void widen(graph::NodeId node, MatchState& state);
  void reach(graph::NodeId node);

  const EdgeTest& edge_;
  Neighbours walk_;
  bool plain_ = false;
  std::vector<std::uint64_t> bits_;  ///< the nodes reached
  std::vector<graph::NodeId>
      queue_;              ///< the starts where their length is not allowed, then the nodes reached
  std::size_t first_ = 0;  ///< of those
};

}  // namespace entente::query
