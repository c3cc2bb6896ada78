// SPDX-License-Identifier: Apache-2.0
#include "query/match_step.hpp"

// Steps over one relationship.

namespace entente::query {

using graph::NodeId;
using graph::Steps;

namespace {

constexpr std::size_t kMany = 64;  // nodes that are worth a batch of their own
constexpr std::size_t kNodesPerStep =
    8;  // looked at in the time of one step, where nothing but the type counts

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
    may_hide_ = edge_.may_hide(context);
  }

  void open(MatchState& state) override {
    taken_.forget();
    const auto* from = state.slot(hop_.from).as<NodeId>();
    const auto* to = hop_.to_bound ? state.slot(hop_.to).as<NodeId>() : nullptr;
    walk_ = nullptr;
    if (!from || (hop_.to_bound && !to)) return;
    auto& context = state.context;
    walk_ = &there_;
    node_ = *from;
    if (!to) return walk_->open(*from, context);
    // Between two bound nodes: in the shorter of the two lists.
    if (back_.degree(*to, context) < there_.degree(*from, context)) {
      walk_ = &back_;
      walk_->open_between(*to, *from, context);
    } else {
      walk_->open_between(*from, *to, context);
    }
  }

  bool next(MatchState& state) override {
    taken_.give_back(state);
    if (!walk_) return false;
    while (const auto* step = walk_->next(state.context)) {
      if (!hop_.to_bound && !to_.admits(step->node, state.context)) continue;
      if (!hop_.alone && state.is_used(step->edge)) continue;
      const bool hidden = may_hide_ && edge_.is_hidden(step->edge, state.context);
      if (!hop_.alone || hidden) taken_.take(step->edge, hidden, state);
      if (hop_.record) state.slot(edge_.pattern.slot) = Value(step->edge);
      if (!hop_.to_bound) state.slot(hop_.to) = Value(step->node);
      return true;
    }
    return false;
  }

  bool next_batch(MatchState& state, Batch& batch) override {
    taken_.give_back(state);
    if (!walk_ || !edge_.is_plain() || may_hide_ || hop_.to_bound || hop_.record || clashes(state))
      return MatchStep::next_batch(state, batch);
    batch = {};
    if (!hop_.keeps_end && to_.empty()) {
      batch.rows = count(state.context);
      return batch.rows != 0;
    }
    if (hop_.keeps_end) batch.slot = hop_.to;
    gather(batch, state.context);
    return batch.rows != 0;
  }

 private:
  /// A relationship that the match has taken already is among those at the node.
  bool clashes(const MatchState& state) {
    NodeId other{};
    if (hop_.alone) return false;
    for (auto used = state.used.from(0); used != state.used.end(); ++used)
      if (there_.has(*used, node_, other, state.context)) return true;
    return false;
  }

  std::size_t count(Context& context) {
    std::size_t rows = 0, parts = 1;
    Steps steps;
    for (; walk_->next_steps(steps); ++parts) rows += steps.size();
    return context.steps(parts) ? rows : 0;
  }

  /// The next nodes: as they lie in the graph where they are many, else some parts together.
  void gather(Batch& batch, Context& context) {
    kept_.clear();
    Steps steps;
    while (kept_.size() < kMany && walk_->next_steps(steps)) {
      if (!context.steps(1 + steps.size() / kNodesPerStep)) return;
      if (kept_.empty() && to_.empty() && steps.size() >= kMany) {
        batch.nodes = steps.nodes().data();
        batch.rows = steps.size();
        return;
      }
      for (const auto node : steps.nodes())
        if (to_.empty() || to_.admits(node, context)) kept_.push_back(node);
    }
    batch.nodes = kept_.data();
    batch.rows = kept_.size();
  }

  Hop hop_;
  EdgeTest edge_;
  NodeTest to_;
  Neighbours there_, back_;
  Neighbours* walk_ = nullptr;
  NodeId node_{};
  Taken taken_;
  bool may_hide_ = true;
  std::vector<NodeId> kept_;
};

}  // namespace

MatchStepPtr make_expand(const Hop& hop, EdgeTest edge, NodeTest to) {
  return std::make_unique<Expand>(hop, std::move(edge), std::move(to));
}

}  // namespace entente::query
