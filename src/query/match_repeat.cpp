// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "query/match_step.hpp"

// A relationship repeated: all trails of the allowed lengths, depth first.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

namespace {

constexpr std::size_t kEdgesPerStep = 8;  // copied in the time of one step

class Repeat : public MatchStep {
 public:
  Repeat(const Hop& hop, EdgeTest edge, NodeTest to) : hop_(hop), edge_(std::move(edge)), to_(std::move(to)) {
    const auto& length = *hop_.pattern->length;
    min_ = static_cast<std::size_t>(length.min.value_or(1));
    max_ = length.max ? static_cast<std::size_t>(*length.max) : std::numeric_limits<std::size_t>::max();
  }

  Repeat(const Repeat&) = delete;
  Repeat& operator=(const Repeat&) = delete;

  void prepare(Context& context) override {
    edge_.prepare(context);
    to_.prepare(context);
    stack_.clear();
  }

  void open(MatchState& state) override {
    stack_.clear();
    base_ = state.used.size();
    state_ = State::done;
    const auto* from = state.slot(hop_.from).as<NodeId>();
    if (!from || (hop_.to_bound && !state.slot(hop_.to).as<NodeId>())) return;
    start_ = *from;
    state_ = State::fresh;
  }

  bool next(MatchState& state) override {
    if (state_ == State::done) return false;
    if (state_ == State::fresh) {
      state_ = State::walking;
      if (max_ > 0) push(start_, state.context);
      if (min_ == 0 && arrive(start_, state)) return true;
    }
    while (!stack_.empty()) {
      if (const auto* step = forward(state)) {
        if (state.used.size() - base_ >= min_ && arrive(*step, state)) return true;
        continue;
      }
      if (state.context.failed()) return false;
      stack_.pop_back();
      // The relationship that led to the node just left; the start has none.
      if (state.used.size() > base_ && state.used.size() - base_ >= std::max<std::size_t>(stack_.size(), 1))
        state.used.pop_back();
    }
    state.used.shrink(base_);
    state_ = State::done;
    return false;
  }

 private:
  enum class State { fresh, walking, done };

  void push(NodeId node, Context& context) {
    stack_.emplace_back(edge_, hop_.direction());
    stack_.back().open(node, context);
  }

  /// One relationship further, as far as lengths allow: the node reached, or null when the last node has no
  /// more.
  const NodeId* forward(MatchState& state) {
    // Below the greatest length every taken relationship has a walk of its own on the stack; at it, the last
    // one has none.
    if (state.used.size() - base_ == stack_.size()) state.used.pop_back();
    while (const auto* step = stack_.back().next(state.context)) {
      if (state.is_used(step->edge)) continue;
      if (edge_.is_hidden(step->edge, state.context)) {
        state.context.note_hidden(step->edge);
        continue;
      }
      state.used.push_back(step->edge);
      reached_ = step->node;
      if (state.used.size() - base_ < max_) push(reached_, state.context);
      return &reached_;
    }
    return nullptr;
  }

  bool arrive(NodeId node, MatchState& state) {
    if (hop_.to_bound ? *state.slot(hop_.to).as<NodeId>() != node : !to_.admits(node, state.context))
      return false;
    if (!hop_.to_bound) state.slot(hop_.to) = Value(node);
    if (!hop_.record) return true;
    if (!state.context.steps((state.used.size() - base_) / kEdgesPerStep)) return false;
    List list(state.used.from(base_), state.used.end());
    if (!hop_.forward) std::reverse(list.begin(), list.end());
    state.slot(edge_.pattern.slot) = Value(std::move(list));
    return true;
  }

  Hop hop_;
  EdgeTest edge_;
  NodeTest to_;
  std::size_t min_ = 1, max_ = 1;
  State state_ = State::done;
  NodeId start_{}, reached_{};
  std::size_t base_ = 0;           // relationships taken before this step
  std::vector<Neighbours> stack_;  // one a node of the trail, beginning with the start
};

}  // namespace

MatchStepPtr make_repeat(const Hop& hop, EdgeTest edge, NodeTest to) {
  return std::make_unique<Repeat>(hop, std::move(edge), std::move(to));
}

}  // namespace entente::query
