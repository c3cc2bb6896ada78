// SPDX-License-Identifier: Apache-2.0
#include "query/match_step.hpp"

// Steps for relationships that an earlier clause has bound.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

namespace {

/// Checks or binds an end of the relationship.
bool settle_end(Slot slot, bool bound, const NodeTest& test, NodeId node, MatchState& state) {
  if (bound) {
    const auto* there = state.slot(slot).as<NodeId>();
    return there && *there == node;
  }
  if (!test.admits(node, state.context)) return false;
  state.slot(slot) = Value(node);
  return true;
}

/// What both steps know: the pattern, and the tests of the ends that they bind.
class BoundStep : public MatchStep {
 public:
  BoundStep(const Hop& hop, EdgeTest edge, bool from_bound, NodeTest from, NodeTest to)
      : hop_(hop),
        edge_(std::move(edge)),
        from_(std::move(from)),
        to_(std::move(to)),
        from_bound_(from_bound) {}

  void prepare(Context& context) override {
    edge_.prepare(context);
    from_.prepare(context);
    to_.prepare(context);
  }

 protected:
  /// Checks or binds both ends.
  bool bind(NodeId from, NodeId to, MatchState& state) {
    if (!settle_end(hop_.from, from_bound_, from_, from, state)) return false;
    const bool loop = hop_.from == hop_.to;
    return settle_end(hop_.to, hop_.to_bound || loop, to_, to, state);
  }

  Hop hop_;
  EdgeTest edge_;
  int tried_ = 0;  ///< directions

 private:
  NodeTest from_, to_;
  bool from_bound_;
};

/// A relationship from an earlier clause: its ends are bound or checked, in one or both directions.
class BoundEdge : public BoundStep {
 public:
  using BoundStep::BoundStep;

  void prepare(Context& context) override {
    BoundStep::prepare(context);
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
    const auto verdict = edge_.types.admits(context.graph.type_id(*edge));
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
  Taken taken_;
};

/// A list of relationships from an earlier clause: it must be a walk in the direction of the pattern.
class BoundRepeat : public BoundStep {
 public:
  using BoundStep::BoundStep;

  void open(MatchState& state) override {
    tried_ = 0;
    base_ = state.used.size();
  }

  bool next(MatchState& state) override {
    state.used.shrink(base_);
    const auto* list = state.slot(edge_.pattern.slot).as<List>();
    if (!list || list->empty() || !has_right_length(list->size())) return false;
    const auto* first = list->front().as<EdgeId>();
    if (!first) return false;
    const auto& graph = state.context.graph;
    while (tried_ < 2) {
      const auto start = tried_++ == 0 ? graph.source(*first) : graph.target(*first);
      if (tried_ == 2 && graph.source(*first) == start) return false;
      state.used.shrink(base_);
      const auto end = walk(*list, start, state);
      if (end && bind(start, *end, state)) return true;
    }
    state.used.shrink(base_);
    return false;
  }

 private:
  [[nodiscard]] bool has_right_length(std::size_t size) const {
    const auto& length = *hop_.pattern->length;
    const auto count = static_cast<std::int64_t>(size);
    return count >= length.min.value_or(1) && (!length.max || count <= *length.max);
  }

  /// The node at which the list ends when it is walked from `start`, or nothing.
  std::optional<NodeId> walk(const List& list, NodeId start, MatchState& state) {
    auto here = start;
    for (const auto& element : list) {
      const auto* edge = element.as<EdgeId>();
      if (!edge || state.is_used(*edge) || !state.context.step()) return {};
      const auto& graph = state.context.graph;
      const auto verdict = edge_.types.admits(graph.type_id(*edge));
      if (!verdict.admitted || !edge_.admits_properties(*edge, state.context)) return {};
      const bool along = graph.source(*edge) == here, against = graph.target(*edge) == here;
      const bool both = hop_.direction() == Direction::either || verdict.symmetric;
      const bool fits_along = along && (both || hop_.direction() == Direction::right);
      const bool fits_against = against && (both || hop_.direction() == Direction::left);
      if (!fits_along && !fits_against) return {};
      here = fits_along ? graph.target(*edge) : graph.source(*edge);
      state.used.push_back(*edge);
    }
    return here;
  }

  std::size_t base_ = 0;
};

}  // namespace

MatchStepPtr make_bound_edge(const Hop& hop, EdgeTest edge, bool from_bound, NodeTest from, NodeTest to) {
  if (hop.pattern->length)
    return std::make_unique<BoundRepeat>(hop, std::move(edge), from_bound, std::move(from), std::move(to));
  return std::make_unique<BoundEdge>(hop, std::move(edge), from_bound, std::move(from), std::move(to));
}

}  // namespace entente::query
