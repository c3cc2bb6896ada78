// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/flood.hpp"

// Which nodes a repeated relationship leads to, where the way does not matter.

namespace entente::query {

using graph::NodeId;

namespace {

class Reach : public MatchStep {
 public:
  Reach(const Hop& hop, EdgeTest edge, NodeTest to)
      : hop_(hop),
        edge_(std::move(edge)),
        to_(std::move(to)),
        length_(repetition_of(*hop.pattern)),
        flood_(edge_, hop.direction()) {}

  Reach(const Reach&) = delete;
  Reach& operator=(const Reach&) = delete;

  void prepare(Context& context) override {
    edge_.prepare(context);
    to_.prepare(context);
  }

  void open(MatchState& state) override {
    at_ = 0;
    kept_.clear();
    ends_ = {};
    const auto* from = state.slot(hop_.from).as<NodeId>();
    if (!from) return;
    const auto start = *from;
    auto& context = state.context;
    flood_.run({start}, length_, state);
    // Where relationships are walked both ways, a walk back to the start may take one twice: not for this
    // step.
    const bool circles = flood_.is_one_way(context) || length_.min == 0;
    ends_ = flood_.ends();
    if (circles && to_.empty()) return;
    for (const auto node : flood_.ends())
      if ((circles || node != start) && to_.admits(node, context)) kept_.push_back(node);
    ends_ = kept_;
  }

  bool next(MatchState& state) override {
    if (at_ == ends_.size() || !state.context.step()) return false;
    state.slot(hop_.to) = Value(ends_[at_++]);
    return true;
  }

  bool next_batch(MatchState& state, Batch& batch) override {
    batch = {};
    if (state.context.failed()) return false;
    batch.rows = ends_.size() - at_;
    batch.nodes = ends_.data() + at_;
    if (hop_.keeps_end) batch.slot = hop_.to;
    at_ = ends_.size();
    return batch.rows != 0;
  }

 private:
  Hop hop_;
  EdgeTest edge_;
  NodeTest to_;
  Repetition length_;
  Flood flood_;
  std::vector<NodeId> kept_;
  std::span<const NodeId> ends_;
  std::size_t at_ = 0;
};

}  // namespace

MatchStepPtr make_reach(const Hop& hop, EdgeTest edge, NodeTest to) {
  return std::make_unique<Reach>(hop, std::move(edge), std::move(to));
}

}  // namespace entente::query
