// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/match_meet.hpp"

// One shortest path between two bound nodes that are not the same: by breadth from both, the side with fewer
// relationships ahead first (the first end where they are equal), until a step leads to a node of the other
// side. The path goes over the steps by which its nodes were first reached.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;
using graph::Steps;

namespace {

struct Reached {
  NodeId node;
  std::uint32_t before = 0;  ///< its place among those of its side
  EdgeId edge{};             ///< from there
};

/// The nodes reached from one end, layer by layer.
struct Side {
  std::vector<Reached> nodes;
  std::size_t layer = 0;   ///< where the last layer begins
  std::size_t depth = 0;   ///< of the last layer
  std::size_t weight = 0;  ///< how many relationships the next layer is behind

  void begin(NodeId node) {
    nodes.assign(1, {node});
    layer = depth = 0;
  }
  [[nodiscard]] bool is_over() const { return layer == nodes.size(); }
};

class MeetAny : public MeetBase {
 public:
  using MeetBase::MeetBase;

  void open(MatchState& state) override {
    path_.clear();
    marks_.reset();
    begin(state);
    found_ = false;
    const auto* from = state.slot(hop_.from).as<NodeId>();
    const auto* to = state.slot(hop_.to).as<NodeId>();
    if (!from || !to) return;
    if (*from == *to) {
      found_ = length_.min == 0;
      return;
    }
    marks_.emplace(state.context.index.scratch(), state.context.graph.node_count());
    (*marks_)->set(*from, 0);
    (*marks_)->set(*to, 1);
    sides_[0].begin(*from);
    sides_[1].begin(*to);
    search(state);
  }

  bool next(MatchState& state) override {
    state.used.shrink(base_);
    if (!found_ || state.context.failed()) return false;
    found_ = false;
    return give(path_, state);
  }

 private:
  void search(MatchState& state) {
    for (const std::size_t side : {0u, 1u}) weigh(side, state.context);
    while (!found_ && !sides_[0].is_over() && !sides_[1].is_over() && !state.context.failed()) {
      if (sides_[0].depth + sides_[1].depth >= length_.max) return;
      widen(sides_[0].weight <= sides_[1].weight ? 0 : 1, state);
    }
  }

  void weigh(std::size_t number, Context& context) {
    auto& side = sides_[number];
    side.weight = 0;
    for (auto at = side.layer; at < side.nodes.size(); ++at)
      side.weight += walks_[number].degree(side.nodes[at].node, context);
  }

  void widen(std::size_t number, MatchState& state) {
    auto& side = sides_[number];
    auto& marks = **marks_;
    const auto end = side.nodes.size();
    const auto begin = std::exchange(side.layer, end);
    ++side.depth;
    for (auto at = begin; at < end && !found_ && !state.context.failed(); ++at)
      each_step(walks_[number], side.nodes[at].node, state, [&](const Steps& steps, std::size_t place) {
        const auto node = steps.node(place);
        const auto own = static_cast<std::uint32_t>(side.nodes.size() << 1U | number);
        if (marks.add(node, own)) {
          side.nodes.push_back({node, static_cast<std::uint32_t>(at), steps.edge(place)});
          return true;
        }
        const auto mark = marks.get(node);
        if ((mark & 1U) == number) return true;
        meet(number, at, steps.edge(place), mark >> 1U);
        return false;
      });
    if (!found_) weigh(number, state.context);
  }

  /// The path goes from the place on one side over an edge to the place on the other one.
  void meet(std::size_t number, std::size_t at, EdgeId edge, std::size_t other) {
    found_ = true;
    add_way(number == 0 ? at : other, sides_[0]);
    std::reverse(path_.begin(), path_.end());
    path_.push_back(edge);
    add_way(number == 0 ? other : at, sides_[1]);
  }

  void add_way(std::size_t at, const Side& side) {
    for (; at != 0; at = side.nodes[at].before) path_.push_back(side.nodes[at].edge);
  }

  bool found_ = false;
  Side sides_[2];
  std::optional<Scratch::Lease> marks_;  ///< twice the place among the nodes of a side, and which side
  std::vector<EdgeId> path_;
};

}  // namespace

MatchStepPtr make_meet_any(const Hop& hop, EdgeTest edge) {
  return std::make_unique<MeetAny>(hop, std::move(edge));
}

}  // namespace entente::query
