// SPDX-License-Identifier: Apache-2.0
#include "query/match_step.hpp"

// Steps over one relationship.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

namespace {

/// Takes a relationship for the match, and gives it back.
class Taken {
 public:
  void take(EdgeId edge, bool hidden, MatchState& state) {
    state.used.push_back(edge);
    if (hidden) state.hidden.push_back(edge);
    taken_ = true;
    hidden_ = hidden;
  }
  void give_back(MatchState& state) {
    if (!taken_) return;
    state.used.pop_back();
    if (hidden_) state.hidden.pop_back();
    taken_ = false;
  }
  void forget() { taken_ = false; }

 private:
  bool taken_ = false, hidden_ = false;
};

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
    const bool from_there = to && Neighbours::degree(*to, flipped(hop_.direction()), context) <
                                      Neighbours::degree(*from, hop_.direction(), context);
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

/// A relationship from an earlier clause: its ends are bound or checked, in one or both directions.
class BoundEdge : public MatchStep {
 public:
  BoundEdge(const Hop& hop, EdgeTest edge, bool from_bound, NodeTest from, NodeTest to)
      : hop_(hop), edge_(std::move(edge)), from_bound_(from_bound), from_(std::move(from)), to_(std::move(to)) {}

  void prepare(Context& context) override {
    edge_.prepare(context);
    from_.prepare(context);
    to_.prepare(context);
    taken_.forget();
  }

  void open(MatchState&) override {
    taken_.forget();
    tried_ = 0;
  }

  bool next(MatchState& state) override {
    taken_.give_back(state);
    const auto* edge = state.slot(edge_.pattern.slot).as<EdgeId>();
    if (!edge || state.is_used(*edge)) return false;
    auto& context = state.context;
    const auto verdict = edge_.types.admits(context.graph.type(*edge));
    if (!verdict.admitted || !edge_.admits_properties(*edge, context)) return false;
    const auto source = context.graph.source(*edge), target = context.graph.target(*edge);
    while (tried_ < 2) {
      const bool along = tried_++ == 0;
      if (!along && source == target) continue;
      const auto wanted = along ? Direction::right : Direction::left;
      if (hop_.direction() != wanted && hop_.direction() != Direction::either && !verdict.symmetric) continue;
      if (!bind(along ? source : target, along ? target : source, state)) continue;
      taken_.take(*edge, false, state);
      return true;
    }
    return false;
  }

 private:
  bool bind(NodeId from, NodeId to, MatchState& state) {
    if (!end(hop_.from, from_bound_, from_, from, state)) return false;
    const bool loop = hop_.from == hop_.to;
    return end(hop_.to, hop_.to_bound || loop, to_, to, state);
  }

  static bool end(Slot slot, bool bound, const NodeTest& test, NodeId node, MatchState& state) {
    if (bound) {
      const auto* there = state.slot(slot).as<NodeId>();
      return there && *there == node;
    }
    if (!test.admits(node, state.context)) return false;
    state.slot(slot) = Value(node);
    return true;
  }

  Hop hop_;
  EdgeTest edge_;
  bool from_bound_;
  NodeTest from_, to_;
  int tried_ = 0;
  Taken taken_;
};

}  // namespace

MatchStepPtr make_expand(const Hop& hop, EdgeTest edge, NodeTest to) {
  return std::make_unique<Expand>(hop, std::move(edge), std::move(to));
}

MatchStepPtr make_bound_edge(const Hop& hop, EdgeTest edge, bool from_bound, NodeTest from, NodeTest to) {
  return std::make_unique<BoundEdge>(hop, std::move(edge), from_bound, std::move(from), std::move(to));
}

}  // namespace entente::query
