// SPDX-License-Identifier: Apache-2.0
#include "query/path_search.hpp"

#include <algorithm>

#include "query/evaluate.hpp"

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;
using Kind = PathMove::Kind;

void PathSearch::start(const Aim& aim) {
  aim_ = aim;
  frames_.clear();
  steps_.clear();
  taken_.shrink(0);
  frames_.push_back({aim.begin, forward_ ? automaton_.start : automaton_.goal, 0, true, {}});
}

bool PathSearch::next(MatchState& state) {
  while (!frames_.empty() && state.context.step()) {
    auto& top = frames_.back();
    if (top.fresh) {
      top.fresh = false;
      if (is_complete()) return true;
    }
    if (!advance(state)) pop();
  }
  return false;
}

std::vector<RunStep> PathSearch::run() const {
  if (forward_) return steps_;
  std::vector<RunStep> turned;
  turned.reserve(steps_.size());
  for (std::size_t i = steps_.size(); i-- > 0;)
    turned.push_back({steps_[i].move, i == 0 ? aim_.begin : steps_[i - 1].node, steps_[i].edge});
  return turned;
}

const std::vector<int>& PathSearch::moves_at(int at) const {
  return (forward_ ? automaton_.leaving : automaton_.arriving)[static_cast<std::size_t>(at)];
}

bool PathSearch::is_complete() const {
  const auto& top = frames_.back();
  if (top.state != (forward_ ? automaton_.goal : automaton_.start)) return false;
  return (!aim_.end || *aim_.end == top.node) && (!aim_.guide || taken_.size() == aim_.length);
}

/// Tries moves of the last frame until one leads on; false when there is none left.
bool PathSearch::advance(MatchState& state) {
  while (true) {
    auto& top = frames_.back();
    const auto& moves = moves_at(top.state);
    if (top.at == moves.size() || state.context.failed()) return false;
    const int index = moves[top.at];
    const auto& move = automaton_.moves[static_cast<std::size_t>(index)];
    if (move.kind == Kind::edge) {
      if (take_edge(move, index, state)) return true;
      frames_.back().walk.reset();
    }
    ++frames_.back().at;
    if (move.kind != Kind::edge && stand(move, index, state)) return true;
  }
}

bool PathSearch::take_edge(const PathMove& move, int index, MatchState& state) {
  const auto& edge = automaton_.edges[move.element];
  auto& top = frames_.back();
  const auto length = taken_.size() + 1;
  if (length > automaton_.max_length || (aim_.guide && length > aim_.length)) return false;
  if (!top.walk) {
    top.walk.emplace(edge.test, forward_ ? edge.direction : flipped(edge.direction));
    top.walk->open(top.node, state.context);
  }
  const int to = forward_ ? move.to : move.from;
  while (const auto* step = top.walk->next(state.context)) {
    if (!keeps_mode(*step, state)) continue;
    if (aim_.guide && !aim_.guide->has(aim_.length - length, step->node, to)) continue;
    if (edge.test.is_hidden(step->edge, state.context)) {
      state.context.note_hidden(step->edge);
      continue;
    }
    push({index, step->node, step->edge}, to);
    return true;
  }
  return false;
}

bool PathSearch::stand(const PathMove& move, int index, MatchState& state) {
  const auto here = frames_.back().node;
  const int to = forward_ ? move.to : move.from;
  if (is_circle(to)) return false;
  if (aim_.guide && !aim_.guide->has(aim_.length - taken_.size(), here, to)) return false;
  if (move.kind == Kind::node && !admits(automaton_.nodes[move.element], here, state)) return false;
  if (move.kind == (forward_ ? Kind::leave : Kind::enter) && !repetition_holds(move, state)) return false;
  push({index, here, {}}, to);
  return true;
}

bool PathSearch::keeps_mode(const graph::Step& step, const MatchState& state) const {
  if (mode_ == PathMode::walk) return true;
  if (state.is_used(step.edge) || taken_.contains(step.edge)) return false;
  if (mode_ == PathMode::acyclic) return !was_at(step.node, false);
  if (mode_ != PathMode::simple) return true;
  const bool closed = taken_.size() != 0 && frames_.back().node == aim_.begin;
  return !closed && !was_at(step.node, true);
}

bool PathSearch::was_at(NodeId node, bool leave_out_first) const {
  if (!leave_out_first && aim_.begin == node) return true;
  return std::any_of(steps_.begin(), steps_.end(), [&](const RunStep& step) {
    const auto kind = automaton_.moves[static_cast<std::size_t>(step.move)].kind;
    return kind == Kind::edge && step.node == node;
  });
}

/// Whether the state was passed already since the last relationship.
bool PathSearch::is_circle(int to) const {
  for (std::size_t i = frames_.size(); i-- > 0;) {
    if (frames_[i].state == to) return true;
    if (i > 0 && automaton_.moves[static_cast<std::size_t>(steps_[i - 1].move)].kind == Kind::edge)
      return false;
  }
  return false;
}

/// Binds the variables of the repetition that has been gone through and tests its conditions.
bool PathSearch::repetition_holds(const PathMove& last, MatchState& state) const {
  const auto opening = forward_ ? Kind::enter : Kind::leave;
  std::vector<std::pair<Slot, NodeId>> bound;
  for (std::size_t i = steps_.size(); i-- > 0;) {
    const auto& move = automaton_.moves[static_cast<std::size_t>(steps_[i].move)];
    if (move.kind == opening) break;
    if (move.kind == Kind::edge) state.slot(automaton_.edges[move.element].slot) = Value(steps_[i].edge);
    if (move.kind != Kind::node) continue;
    const auto slot = automaton_.nodes[move.element].slot;
    for (const auto& [known, node] : bound)
      if (known == slot && node != steps_[i].node) return false;
    bound.emplace_back(slot, steps_[i].node);
    state.slot(slot) = Value(steps_[i].node);
  }
  const auto& conditions = automaton_.groups[last.element].conditions;
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const Expr* condition) { return passes(*condition, state.context); });
}

void PathSearch::push(const RunStep& step, int to) {
  if (automaton_.moves[static_cast<std::size_t>(step.move)].kind == Kind::edge) taken_.push_back(step.edge);
  steps_.push_back(step);
  frames_.push_back({step.node, to, 0, true, {}});
}

void PathSearch::pop() {
  frames_.pop_back();
  if (steps_.empty()) return;
  if (automaton_.moves[static_cast<std::size_t>(steps_.back().move)].kind == Kind::edge) taken_.pop_back();
  steps_.pop_back();
}

}  // namespace entente::query
