// SPDX-License-Identifier: Apache-2.0
#include "query/path_layers.hpp"

#include "query/evaluate.hpp"

namespace entente::query {

using graph::NodeId;

namespace {

constexpr std::size_t kPlaceBytes = 64;  // about what a place takes in the tables

}  // namespace

bool admits(const PathNode& node, NodeId candidate, MatchState& state) {
  if (!node.test.admits(candidate, state.context)) return false;
  if (node.bound) {
    const auto* there = state.slot(node.slot).as<NodeId>();
    if (!there || *there != candidate) return false;
  }
  if (!node.where) return true;
  if (!node.bound) state.slot(node.slot) = Value(candidate);
  return passes(*node.where, state.context);
}

void PathLayers::begin(NodeId origin, MatchState& state) {
  memory_.clear();
  first_.clear();
  layers_.clear();
  ends_.assign(1, {});
  if (again_) layers_.emplace_back();
  places_.clear();
  add(origin, forward_ ? automaton_.start : automaton_.goal);
  stand(state);
}

bool PathLayers::grow(MatchState& state) {
  std::swap(before_, places_);
  places_.clear();
  ends_.emplace_back();
  if (again_) layers_.emplace_back();
  for (const auto& place : before_) {
    for (const auto index : moves_at(place.state)) {
      const auto& move = automaton_.moves[static_cast<std::size_t>(index)];
      if (move.kind == PathMove::Kind::edge) walk(place, move, state);
    }
    if (state.context.failed()) return false;
  }
  stand(state);
  return !places_.empty() && !state.context.failed();
}

bool PathLayers::has(std::size_t length, NodeId node, int at) const {
  if (again_) return layers_[length].count(key(node, at)) != 0;
  const auto found = first_.find(key(node, at));
  return found != first_.end() && found->second == length;
}

bool PathLayers::add(NodeId node, int at) {
  const bool fresh =
      again_ ? layers_.back().insert(key(node, at)).second : first_.emplace(key(node, at), last()).second;
  if (!fresh) return true;
  places_.push_back({node, at});
  if (at == (forward_ ? automaton_.goal : automaton_.start)) ends_.back().push_back(node);
  return memory_.add(kPlaceBytes);
}

/// All places of the layer that moves without a relationship lead to.
void PathLayers::stand(MatchState& state) {
  for (std::size_t i = 0; i < places_.size() && !state.context.failed(); ++i) {
    const auto place = places_[i];
    for (const auto index : moves_at(place.state)) {
      const auto& move = automaton_.moves[static_cast<std::size_t>(index)];
      if (move.kind == PathMove::Kind::edge) continue;
      if (move.kind == PathMove::Kind::node && !admits(automaton_.nodes[move.element], place.node, state))
        continue;
      if (!add(place.node, forward_ ? move.to : move.from)) return;
    }
  }
}

void PathLayers::walk(const Place& place, const PathMove& move, MatchState& state) {
  const auto& edge = automaton_.edges[move.element];
  Neighbours steps(edge.test, forward_ ? edge.direction : flipped(edge.direction));
  steps.open(place.node, state.context);
  while (const auto* step = steps.next(state.context)) {
    if (!reuse_edges_ && state.is_used(step->edge)) continue;
    if (edge.test.is_hidden(step->edge, state.context)) {
      state.context.note_hidden(step->edge);
    } else if (!add(step->node, forward_ ? move.to : move.from)) {
      return;
    }
  }
}

const std::vector<int>& PathLayers::moves_at(int at) const {
  return (forward_ ? automaton_.leaving : automaton_.arriving)[static_cast<std::size_t>(at)];
}

}  // namespace entente::query
