// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/match_step.hpp"

// All relationships of some types, as they lie in the graph: sorted by type, source and target.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

namespace {

constexpr std::size_t kMost = 1U << 16U;  // rows of a batch
constexpr std::size_t kNodesPerStep =
    8;  // looked at in the time of one step, where nothing but the type counts

/// Binds both ends and the relationship. `hop.from` is the source of the relationship if `hop.forward`.
class ScanEdges : public MatchStep {
 public:
  ScanEdges(const Hop& hop, EdgeTest edge, NodeTest from, NodeTest to, bool keeps_from)
      : hop_(hop),
        edge_(std::move(edge)),
        from_(std::move(from)),
        to_(std::move(to)),
        keeps_from_(keeps_from),
        by_source_(!hop.alone || (keeps_from && hop.keeps_end)) {}

  ScanEdges(const ScanEdges&) = delete;
  ScanEdges& operator=(const ScanEdges&) = delete;

  void prepare(Context& context) override {
    edge_.prepare(context);
    from_.prepare(context);
    to_.prepare(context);
    taken_.forget();
    const auto& graph = context.graph;
    may_hide_ = edge_.may_hide(context);
    sources_ = graph.sources().data();
    targets_ = graph.targets().data();
    parts_.clear();
    for (std::size_t i = 0; i < graph.type_count(); ++i) {
      const auto type = static_cast<graph::TypeId>(i);
      const auto begin = static_cast<std::size_t>(graph.first_edge(type)),
                 end = static_cast<std::size_t>(graph.end_edge(type));
      if (edge_.types.admits(type).admitted && begin != end) parts_.push_back({begin, end});
    }
  }

  void open(MatchState&) override {
    taken_.forget();
    rest_ = parts_;
    part_ = 0;
    source_ = {};
    if (by_source_) next_source();
  }

  bool next(MatchState& state) override {
    taken_.give_back(state);
    auto& context = state.context;
    std::size_t at = 0;
    while (next_edge(at) && context.step()) {
      const auto edge = static_cast<EdgeId>(at);
      if (!hop_.alone && state.is_used(edge)) continue;
      const auto from = source_side() ? sources_[at] : targets_[at],
                 to = source_side() ? targets_[at] : sources_[at];
      if (!from_.admits(from, context) || !to_.admits(to, context) || !edge_.admits_properties(edge, context))
        continue;
      const bool hidden = may_hide_ && edge_.is_hidden(edge, context);
      if (!hop_.alone || hidden) taken_.take(edge, hidden, state);
      if (hop_.record) state.slot(edge_.pattern.slot) = Value(edge);
      state.slot(hop_.from) = Value(from);
      state.slot(hop_.to) = Value(to);
      return true;
    }
    return false;
  }

  bool next_batch(MatchState& state, Batch& batch) override {
    taken_.give_back(state);
    if (!edge_.is_plain() || may_hide_ || hop_.record || state.used.size() != 0)
      return MatchStep::next_batch(state, batch);
    return by_source_ ? source_batch(state, batch) : part_batch(state, batch);
  }

 private:
  /// Places of relationships that are still to be gone through.
  struct Part {
    std::size_t at, end;
  };

  /// Whether the source of a relationship is the `from` of the hop.
  [[nodiscard]] bool source_side() const { return hop_.direction() == Direction::right; }

  /// The next source of which any part has relationships.
  bool next_source() {
    bool found = false;
    for (const auto& part : rest_) {
      if (part.at == part.end || (found && sources_[part.at] >= source_)) continue;
      source_ = sources_[part.at];
      found = true;
    }
    part_ = found ? 0 : rest_.size();
    return found;
  }

  bool next_edge(std::size_t& at) {
    for (;;) {
      for (; part_ < rest_.size(); ++part_) {
        auto& part = rest_[part_];
        if (part.at == part.end || (by_source_ && sources_[part.at] != source_)) continue;
        at = part.at++;
        return true;
      }
      if (!by_source_ || !next_source()) return false;
    }
  }

  /// Rows of one end, or of none, as they lie in the graph.
  bool part_batch(MatchState& state, Batch& batch) {
    batch = {};
    const bool of_from = keeps_from_;
    if (of_from || hop_.keeps_end) batch.slot = of_from ? hop_.from : hop_.to;
    for (; batch.rows == 0 && part_ < rest_.size();) {
      auto& part = rest_[part_];
      if (part.at == part.end) {
        ++part_;
        continue;
      }
      const auto begin = part.at, end = std::min(part.end, begin + kMost);
      part.at = end;
      if (!state.context.steps((end - begin) / kNodesPerStep)) return false;
      take(begin, end, of_from == source_side(), state.context, batch);
    }
    return batch.rows != 0;
  }

  void take(std::size_t begin, std::size_t end, bool of_source, Context& context, Batch& batch) {
    const auto* nodes = of_source ? sources_ : targets_;
    batch.nodes = nodes + begin;
    batch.rows = end - begin;
    if (from_.empty() && to_.empty()) return;
    kept_.clear();
    for (auto at = begin; at < end; ++at)
      if (admits(at, context)) kept_.push_back(nodes[at]);
    batch.nodes = kept_.data();
    batch.rows = kept_.size();
  }

  [[nodiscard]] bool admits(std::size_t at, Context& context) const {
    const auto from = source_side() ? sources_[at] : targets_[at],
               to = source_side() ? targets_[at] : sources_[at];
    return from_.admits(from, context) && to_.admits(to, context);
  }

  /// The rows of one source.
  bool source_batch(MatchState& state, Batch& batch) {
    auto& context = state.context;
    batch = {};
    batch.slot = source_side() ? hop_.to : hop_.from;
    for (bool more = part_ < rest_.size(); more && batch.rows == 0; more = next_source()) {
      kept_.clear();
      const bool all = from_.empty() && to_.empty();
      for (auto& part : rest_) {
        const auto begin = part.at;
        for (; part.at < part.end && sources_[part.at] == source_; ++part.at)
          if (all || admits(part.at, context)) kept_.push_back(targets_[part.at]);
        if (!context.steps((part.at - begin) / kNodesPerStep)) return false;
      }
      if (!context.step()) return false;
      batch.nodes = kept_.data();
      batch.rows = kept_.size();
      state.slot(source_side() ? hop_.from : hop_.to) = Value(source_);
    }
    return batch.rows != 0;
  }

  Hop hop_;
  EdgeTest edge_;
  NodeTest from_, to_;
  bool keeps_from_, by_source_, may_hide_ = true;
  Taken taken_;
  const NodeId *sources_ = nullptr, *targets_ = nullptr;
  std::vector<Part> parts_, rest_;
  std::size_t part_ = 0;
  NodeId source_{};
  std::vector<NodeId> kept_;
};

}  // namespace

MatchStepPtr make_scan_edges(const Hop& hop, EdgeTest edge, NodeTest from, NodeTest to, bool keeps_from) {
  return std::make_unique<ScanEdges>(hop, std::move(edge), std::move(from), std::move(to), keeps_from);
}

}  // namespace entente::query
