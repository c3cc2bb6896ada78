// SPDX-License-Identifier: Apache-2.0
#include "query/evaluate.hpp"
#include "query/flood.hpp"
#include "query/path_task.hpp"

namespace entente::query {

namespace {

/// The shortest paths over one repeated relationship: between different nodes by the plain search by breadth,
/// from a node back to itself by the search that keeps to the path mode.
class AnyEnds : public MatchStep {
 public:
  AnyEnds(const PathTask& task, MatchStepPtr between, MatchStepPtr around, NodeTest to, bool with_path)
      : task_(task), between_(std::move(between)), around_(std::move(around)), to_(std::move(to)) {
    if (with_path) path_ = make_bind_path(*task.pattern);
  }

  void prepare(Context& context) override {
    between_->prepare(context);
    around_->prepare(context);
    to_.prepare(context);
  }

  void open(MatchState& state) override {
    const auto* from = state.slot(task_.from).as<graph::NodeId>();
    const auto* to = task_.to_bound ? state.slot(task_.to).as<graph::NodeId>() : nullptr;
    const bool same = from && to && *from == *to;
    circle_ = from && (to ? same : to_.admits(*from, state.context)) &&
              task_.pattern->edges[0].length->min.value_or(1) > 0;
    if (from) from_ = *from;
    phase_ = same && circle_ ? Phase::begin_around : Phase::between;
    if (phase_ == Phase::between) between_->open(state);
  }

  bool next(MatchState& state) override {
    if (phase_ == Phase::between) {
      if (between_->next(state)) {
        if (!path_) return true;
        path_->open(state);
        return path_->next(state);
      }
      phase_ = circle_ ? Phase::begin_around : Phase::done;
    }
    if (phase_ == Phase::begin_around) {
      state.slot(task_.to) = Value(from_);
      around_->open(state);
      phase_ = Phase::around;
    }
    return phase_ == Phase::around && around_->next(state);
  }

  bool next_batch(MatchState& state, Batch& batch) override {
    if (phase_ != Phase::between || path_ || circle_) return MatchStep::next_batch(state, batch);
    return between_->next_batch(state, batch);
  }

 private:
  enum class Phase { between, begin_around, around, done };
  PathTask task_;
  MatchStepPtr between_, around_, path_;
  NodeTest to_;
  Phase phase_ = Phase::done;
  bool circle_ = false;
  graph::NodeId from_{};
};

}  // namespace

bool is_plain_shortest(const PathPattern& pattern) {
  using Kind = Selector::Kind;
  const auto kind = pattern.selector.kind;
  const bool one = kind == Kind::any_shortest || kind == Kind::all_shortest ||
                   (kind == Kind::any && pattern.selector.count == 1);
  if (!one || pattern.mode != PathMode::trail || pattern.edges.size() != 1) return false;
  const auto& edge = pattern.edges[0];
  return edge.length && !edge.inner && edge.length->min.value_or(1) <= 1;
}

MatchStepPtr make_plain_shortest(PathTask task, EdgeTest edge, const NodeTest& to, const Asked& asked,
                                 Context& context) {
  const auto& pattern = *task.pattern;
  const bool all = pattern.selector.kind == Selector::Kind::all_shortest;
  Hop hop;
  hop.pattern = pattern.edges.data();
  hop.from = task.from;
  hop.to = task.to;
  hop.forward = task.forward;
  hop.to_bound = task.to_bound;
  hop.record = asked.relationships || asked.path;
  hop.keeps_end = asked.end;
  const auto length = repetition_of(*hop.pattern);
  const bool ends_only = !hop.to_bound && !hop.record && !all;
  const bool one_way = Neighbours(edge, hop.direction()).is_one_way(context);
  if (ends_only && (one_way || length.min == 0)) return make_reach(hop, std::move(edge), to);
  auto between = hop.to_bound && all ? make_meet_all(hop, std::move(edge))
                 : hop.to_bound      ? make_meet_any(hop, std::move(edge))
                 : ends_only         ? make_reach(hop, std::move(edge), to)
                                     : make_shortest(hop, std::move(edge), to, all);
  auto around_task = task;
  around_task.to_bound = true;
  auto around = make_path_step(around_task, to, context);
  return std::make_unique<AnyEnds>(task, std::move(between), std::move(around), to, asked.path);
}

}  // namespace entente::query
