// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "query/match_step.hpp"

// Two relationships that close a ring, counted.

namespace entente::query {

using graph::NodeId;
using graph::Steps;

namespace {

constexpr std::size_t kNodesPerStep = 8;  // looked at in the time of one step

/// The nodes that two bound nodes have in common, counted: the neighbours of the one are marked, as long as
/// it stays the same, and those of the other looked up.
class Close : public MatchStep {
 public:
  Close(const Hop& outer, EdgeTest outer_edge, const Hop& inner, EdgeTest inner_edge, NodeTest node)
      : outer_(outer),
        inner_(inner),
        outer_edge_(std::move(outer_edge)),
        inner_edge_(std::move(inner_edge)),
        test_(std::move(node)),
        outer_walk_(outer_edge_, outer.direction()),
        inner_walk_(inner_edge_, inner.direction()) {}

  Close(const Close&) = delete;
  Close& operator=(const Close&) = delete;

  ~Close() override {
    if (!scratch_) return;
    unmark();
    scratch_->give_zeros(std::move(marks_));
  }

  void prepare(Context& context) override {
    test_.prepare(context);
    if (!scratch_) marks_ = context.index.scratch().take_zeros(context.graph.node_count());
    scratch_ = &context.index.scratch();
    unmark();
  }

  void open(MatchState& state) override {
    left_ = 0;
    const auto* outer = state.slot(outer_.from).as<NodeId>();
    const auto* inner = state.slot(inner_.from).as<NodeId>();
    if (outer && inner) left_ = count(*outer, *inner, state);
  }

  bool next(MatchState& state) override {
    if (left_ == 0 || !state.context.step()) return false;
    --left_;
    return true;
  }

  bool next_batch(MatchState& state, Batch& batch) override {
    batch = {};
    batch.rows = std::exchange(left_, 0);
    return batch.rows != 0 && !state.context.failed();
  }

 private:
  std::size_t count(NodeId outer, NodeId inner, MatchState& state) {
    auto& context = state.context;
    if (outer == inner || may_clash(outer, inner, state)) return count_pairs(outer, inner, state);
    mark(outer, context);
    std::size_t sum = 0;
    const auto* marks = marks_.data();
    inner_walk_.open(inner, context);
    Steps steps;
    while (inner_walk_.next_steps(steps)) {
      if (!context.steps(1 + steps.size() / kNodesPerStep)) return 0;
      for (std::size_t i = 0; i < steps.size(); ++i) sum += marks[static_cast<std::size_t>(steps.node(i))];
    }
    return sum;
  }

  void mark(NodeId outer, Context& context) {
    if (marked_of_ && outer == *marked_of_) return;
    unmark();
    marked_of_ = outer;
    outer_walk_.open(outer, context);
    Steps steps;
    while (outer_walk_.next_steps(steps)) {
      if (!context.steps(1 + steps.size() / kNodesPerStep)) return;
      for (const auto node : steps.nodes()) {
        if (!test_.empty() && !test_.admits(node, context)) continue;
        ++marks_[static_cast<std::size_t>(node)];
        marked_.push_back(node);
      }
    }
  }

  void unmark() {
    for (const auto node : marked_) marks_[static_cast<std::size_t>(node)] = 0;
    marked_.clear();
    marked_of_.reset();
  }

  /// A relationship that the match has taken already could be one of the two.
  bool may_clash(NodeId outer, NodeId inner, MatchState& state) {
    NodeId other{};
    for (auto used = state.used.from(0); used != state.used.end(); ++used) {
      if (outer_walk_.has(*used, outer, other, state.context) &&
          leads(inner_walk_, inner, other, state.context))
        return true;
      if (inner_walk_.has(*used, inner, other, state.context) &&
          leads(outer_walk_, outer, other, state.context))
        return true;
    }
    return false;
  }

  static bool leads(Neighbours& walk, NodeId from, NodeId to, Context& context) {
    Steps steps;
    walk.open_between(from, to, context);
    return walk.next_steps(steps);
  }

  /// Pair by pair, so that none takes a relationship twice.
  std::size_t count_pairs(NodeId outer, NodeId inner, MatchState& state) {
    std::size_t sum = 0;
    auto& context = state.context;
    Neighbours first(outer_edge_, outer_.direction()), second(inner_edge_, inner_.direction());
    first.open(outer, context);
    while (const auto* one = first.next(context)) {
      if (state.is_used(one->edge) || !test_.admits(one->node, context)) continue;
      const auto edge = one->edge;
      second.open_between(inner, one->node, context);
      while (const auto* other = second.next(context))
        if (other->edge != edge && !state.is_used(other->edge)) ++sum;
    }
    return sum;
  }

  Hop outer_, inner_;
  EdgeTest outer_edge_, inner_edge_;
  NodeTest test_;
  Neighbours outer_walk_, inner_walk_;
  Scratch* scratch_ = nullptr;        ///< once marks_ are taken from there
  std::vector<std::uint32_t> marks_;  ///< how many relationships lead from the outer node to each
  std::vector<NodeId> marked_;
  std::optional<NodeId> marked_of_;
  std::size_t left_ = 0;
};

}  // namespace

MatchStepPtr make_close(const Hop& outer, EdgeTest outer_edge, const Hop& inner, EdgeTest inner_edge,
                        NodeTest node) {
  return std::make_unique<Close>(outer, std::move(outer_edge), inner, std::move(inner_edge), std::move(node));
}

}  // namespace entente::query
