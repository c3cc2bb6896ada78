// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/evaluate.hpp"
#include "query/path_search.hpp"

// The values that a run gives to the variables of its pattern.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

bool PathBinder::bind(NodeId first, const std::vector<RunStep>& run, Slot left, Slot right,
                      MatchState& state) {
  settled_ = {left, right};
  in_group_ = false;
  begin_lists();
  Path path;
  path.nodes.push_back(first);
  for (const auto& step : run) {
    const auto& move = automaton_.moves[static_cast<std::size_t>(step.move)];
    if (move.kind == PathMove::Kind::enter) in_group_ = true, group_ = move.element;
    if (move.kind == PathMove::Kind::leave) in_group_ = false;
    if (move.kind == PathMove::Kind::node && !bind_node(automaton_.nodes[move.element], step.node, state))
      return false;
    if (move.kind != PathMove::Kind::edge) continue;
    bind_edge(move, step.edge, state);
    path.nodes.push_back(step.node);
    path.edges.push_back(step.edge);
  }
  if (!state.context.steps(run.size() / 8)) return false;
  if (path_ != kNoSlot) state.slot(path_) = Value(std::move(path));
  for (auto& [slot, list] : lists_) state.slot(slot) = Value(std::move(list));
  return std::all_of(automaton_.conditions.begin(), automaton_.conditions.end(),
                     [&](const Expr* condition) { return passes(*condition, state.context); });
}

bool PathBinder::bind_node(const PathNode& node, NodeId here, MatchState& state) {
  if (node.grouped) {
    append(node.list, Value(here));
    return true;
  }
  auto& value = state.slot(node.slot);
  const bool known = node.bound || std::find(settled_.begin(), settled_.end(), node.slot) != settled_.end();
  if (known) {
    const auto* there = value.as<NodeId>();
    return there && *there == here;
  }
  settled_.push_back(node.slot);
  value = Value(here);
  return true;
}

void PathBinder::bind_edge(const PathMove& move, EdgeId edge, MatchState& state) {
  const auto& element = automaton_.edges[move.element];
  append(element.list, Value(edge));
  if (in_group_) append(automaton_.groups[group_].list, Value(edge));
  if (!element.grouped && element.slot != kNoSlot) state.slot(element.slot) = Value(edge);
}

void PathBinder::begin_lists() {
  lists_.clear();
  const auto add = [&](Slot slot) {
    const bool known =
        std::any_of(lists_.begin(), lists_.end(), [&](const auto& l) { return l.first == slot; });
    if (slot != kNoSlot && !known) lists_.emplace_back(slot, List());
  };
  for (const auto& node : automaton_.nodes) add(node.list);
  for (const auto& edge : automaton_.edges) add(edge.list);
  for (const auto& group : automaton_.groups) add(group.list);
}

void PathBinder::append(Slot list, Value value) {
  for (auto& [slot, values] : lists_)
    if (slot == list) return values.push_back(std::move(value));
}

}  // namespace entente::query
