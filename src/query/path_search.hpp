// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "query/path_layers.hpp"

namespace entente::query {

/// One move of a run through the automaton: the node at which it ends, the relationship that it takes.
struct RunStep {
  int move = 0;
  graph::NodeId node{};
  graph::EdgeId edge{};
};

/// Runs of an automaton through the graph that keep to the path mode, depth first, one after the other.
class PathSearch {
 public:
  PathSearch(const PathAutomaton& automaton, PathMode mode, bool forward)
      : automaton_(automaton), mode_(mode), forward_(forward) {}

  /// What is looked for: runs from a node to `end` if it is given. With a guide, made in the other direction
  /// from `end`, runs of exactly `length` relationships.
  struct Aim {
    graph::NodeId begin{};
    std::optional<graph::NodeId> end;
    std::size_t length = 0;
    const PathLayers* guide = nullptr;
  };
  void start(const Aim& aim);
  /// The next complete run; false when there is none left and after an error.
  bool next(MatchState& state);

  [[nodiscard]] graph::NodeId end() const { return frames_.back().node; }
  /// The moves in the order of the pattern, each with the node behind it; and the node before the first one.
  [[nodiscard]] std::vector<RunStep> run() const;
  [[nodiscard]] graph::NodeId first() const { return forward_ ? aim_.begin : end(); }

 private:
  struct Frame {
    graph::NodeId node;
    int state;
    std::size_t at = 0;  ///< move that is tried
    bool fresh = true;
    std::optional<Neighbours> walk;
  };

  [[nodiscard]] const std::vector<int>& moves_at(int at) const;
  [[nodiscard]] bool is_complete() const;
  bool advance(MatchState& state);
  bool take_edge(const PathMove& move, int index, MatchState& state);
  bool stand(const PathMove& move, int index, MatchState& state);
  [[nodiscard]] bool keeps_mode(const graph::Step& step, const MatchState& state) const;
  [[nodiscard]] bool was_at(graph::NodeId node, bool leave_out_first) const;
  [[nodiscard]] bool is_circle(int to) const;
  bool repetition_holds(const PathMove& last, MatchState& state) const;
  void push(const RunStep& step, int to);
  void pop();

  const PathAutomaton& automaton_;
  PathMode mode_;
  bool forward_;
  Aim aim_;
  std::vector<Frame> frames_;  // the begin, then one a step
  std::vector<RunStep> steps_;
  UsedEdges taken_;
};

/// Binds what a run gives: single variables, lists, the path. False when the same variable would stand for
/// two nodes, or a condition of the whole path fails.
class PathBinder {
 public:
  PathBinder(const PathAutomaton& automaton, Slot path) : automaton_(automaton), path_(path) {}
  /// The slots of both ends are bound already.
  bool bind(graph::NodeId first, const std::vector<RunStep>& run, Slot left, Slot right, MatchState& state);

 private:
  bool bind_node(const PathNode& node, graph::NodeId here, MatchState& state);
  void bind_edge(const PathMove& move, graph::EdgeId edge, MatchState& state);
  void begin_lists();
  void append(Slot list, Value value);

  const PathAutomaton& automaton_;
  Slot path_;
  std::vector<Slot> settled_;
  std::vector<std::pair<Slot, List>> lists_;
  std::size_t group_ = 0;
  bool in_group_ = false;
};

}  // namespace entente::query
