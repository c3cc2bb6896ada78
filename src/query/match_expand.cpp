// SPDX-License-Identifier: Apache-2.0
#include "query/match_step.hpp"

// Steps over one relationship.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

namespace {

/// From a bound node over one relationship to a node that is bound by it, or checked.
class Expand : public MatchStep {
 public:
  Expand(const Hop& hop, EdgeTest edge, NodeTest to)
      : hop_(hop),
        edge_(std::move(edge)),
        to_(std::move(to)),
        there_(edge_, hop.direction()),
        back_(edge_, flipped(hop.direction())) {}

  Expand(const Expand&) = delete;
  Expand& operator=(const Expand&) = delete;

  void prepare(Context& context) override {
    edge_.prepare(context);
    to_.prepare(context);
    taken_.forget();
  }

  void open(MatchState& state) override {
    taken_.forget();
    const auto* from = state.slot(hop_.from).as<NodeId>();
    const auto* to = hop_.to_bound ? state.slot(hop_.to).as<NodeId>() : nullptr;
    walk_ = nullptr;
    if (!from || (hop_.to_bound && !to)) return;
    // Between two bound nodes the one with fewer relationships is looked at.
    const auto& context = state.context;
    const bool from_there = to && back_.degree(*to, context) < there_.degree(*from, context);
    walk_ = from_there ? &back_ : &there_;
    if (to) wanted_ = from_there ? *from : *to;
    walk_->open(from_there ? *to : *from, context);
  }

  bool next(MatchState& state) override {
    taken_.give_back(state);
    if (!walk_) return false;
    while (const auto* step = walk_->next(state.context)) {
      if (hop_.to_bound ? step->node != wanted_ : !to_.admits(step->node, state.context)) continue;
      if (state.is_used(step->edge)) continue;
      taken_.take(step->edge, edge_.is_hidden(step->edge, state.context), state);
      state.slot(edge_.pattern.slot) = Value(step->edge);
      if (!hop_.to_bound) state.slot(hop_.to) = Value(step->node);
      return true;
    }
    return false;
  }

 private:
  Hop hop_;
  EdgeTest edge_;
  NodeTest to_;
  Neighbours there_, back_;
  Neighbours* walk_ = nullptr;
  NodeId wanted_{};
  Taken taken_;
};

}  // namespace

MatchStepPtr make_expand(const Hop& hop, EdgeTest edge, NodeTest to) {
  return std::make_unique<Expand>(hop, std::move(edge), std::move(to));
}

}  // namespace entente::query
