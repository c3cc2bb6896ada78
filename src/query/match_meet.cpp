// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "query/match_meet.hpp"

// All shortest paths between two bound nodes that are not the same: by breadth from both, the lesser side
// first.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;
using graph::Steps;

namespace {

constexpr std::size_t kMostPaths = std::size_t{1} << 62;

/// The nodes reached from one end, layer by layer, and how many shortest walks lead to each.
struct Side {
  std::vector<NodeId> nodes;
  std::vector<std::uint32_t> distance;
  std::vector<std::size_t> walks;
  std::size_t layer = 0;   ///< where the last layer begins
  std::size_t depth = 0;   ///< of the last layer
  std::size_t weight = 0;  ///< how many relationships the next layer is behind

  void begin(NodeId node, NodeMarks& marks) {
    nodes.assign(1, node);
    distance.assign(1, 0);
    walks.assign(1, 1);
    layer = depth = 0;
    marks.set(node, 0);
  }
  [[nodiscard]] bool is_over() const { return layer == nodes.size(); }
};

class MeetAll : public MeetBase {
 public:
  using MeetBase::MeetBase;

  void open(MatchState& state) override {
    stack_.clear();
    path_.clear();
    marks_[0].reset();
    marks_[1].reset();
    begin(state);
    count_ = 0;
    same_ = found_ = false;
    const auto* from = state.slot(hop_.from).as<NodeId>();
    const auto* to = state.slot(hop_.to).as<NodeId>();
    if (!from || !to) return;
    if (*from == *to) {
      same_ = length_.min == 0;
      return;
    }
    for (auto& marks : marks_) marks.emplace(state.context.index.scratch(), state.context.graph.node_count());
    sides_[0].begin(*from, **marks_[0]);
    sides_[1].begin(*to, **marks_[1]);
    search(state);
    if (!found_ || state.context.failed()) return;
    if (hop_.record) begin_path(state);
  }

  bool next(MatchState& state) override {
    state.used.shrink(base_);
    if (std::exchange(same_, false)) return give({}, state);
    if (!found_ || state.context.failed()) return false;
    if (hop_.record) return next_path(state) && give(answer_, state);
    if (count_ == 0 || !state.context.step()) return false;
    --count_;
    return true;
  }

  bool next_batch(MatchState& state, Batch& batch) override {
    if (hop_.record || same_ || !found_) return MatchStep::next_batch(state, batch);
    batch = {};
    batch.rows = std::exchange(count_, 0);
    return batch.rows != 0 && !state.context.failed();
  }

 private:
  struct Frame {
    NodeId node;
    std::vector<graph::Step> steps;  ///< that go on along a shortest path
    std::size_t at = 0;
  };

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
      side.weight += walks_[number].degree(side.nodes[at], context);
  }

  void widen(std::size_t number, MatchState& state) {
    auto& side = sides_[number];
    const auto end = side.nodes.size();
    const auto begin = std::exchange(side.layer, end);
    ++side.depth;
    for (auto at = begin; at < end && !state.context.failed(); ++at)
      each_step(walks_[number], side.nodes[at], state, [&](const Steps& steps, std::size_t place) {
        reach(number, at, steps.node(place));
        return true;
      });
    if (!found_) return weigh(number, state.context);
    const auto& other = sides_[1 - number];
    for (auto at = end; at < side.nodes.size(); ++at)
      if (marks_[1 - number]->operator*().has(side.nodes[at]))
        add_count(side.walks[at], other.walks[(**marks_[1 - number]).get(side.nodes[at])], state.context);
  }

  void add_count(std::size_t before, std::size_t behind, Context& context) {
    const bool fits =
        before <= kMostPaths / std::max<std::size_t>(behind, 1) && count_ <= kMostPaths - before * behind;
    if (fits) {
      count_ += before * behind;
    } else if (!hop_.record) {
      context.wrong(edge_.pattern.range, "TooLarge", "there are more shortest paths than can be counted");
    }
  }

  void reach(std::size_t number, std::size_t before, NodeId node) {
    auto& side = sides_[number];
    auto& marks = **marks_[number];
    if (marks.add(node, static_cast<std::uint32_t>(side.nodes.size()))) {
      side.nodes.push_back(node);
      side.distance.push_back(static_cast<std::uint32_t>(side.depth));
      side.walks.push_back(side.walks[before]);
      found_ = found_ || (**marks_[1 - number]).has(node);
      return;
    }
    const auto at = marks.get(node);
    if (side.distance[at] == side.depth)
      side.walks[at] = std::min(side.walks[at] + side.walks[before], kMostPaths);
  }

  // The paths: forward from the first end. Nodes of its own side count where a shortest path goes through
  // them.

  void begin_path(MatchState& state) {
    mark_on_path(state);
    goal_ = sides_[0].depth + sides_[1].depth;
    stack_.push_back(frame(sides_[0].nodes[0], 0, state));
  }

  /// Back from where the sides meet to the first end.
  void mark_on_path(MatchState& state) {
    const auto& side = sides_[0];
    on_path_.assign(side.nodes.size(), 0);
    for (std::size_t at = 0; at < side.nodes.size(); ++at)
      on_path_[at] = side.distance[at] == side.depth && meets(side.nodes[at]) ? 1 : 0;
    for (std::size_t at = side.nodes.size(); at-- > 0;) {
      if (on_path_[at] == 0) continue;
      each_step(walks_[1], side.nodes[at], state, [&](const Steps& steps, std::size_t place) {
        const auto node = steps.node(place);
        if (!(**marks_[0]).has(node)) return true;
        const auto before = (**marks_[0]).get(node);
        if (side.distance[before] + 1 == side.distance[at]) on_path_[before] = 1;
        return true;
      });
    }
  }

  [[nodiscard]] bool meets(NodeId node) const {
    if (!(**marks_[1]).has(node)) return false;
    return sides_[1].distance[(**marks_[1]).get(node)] == sides_[1].depth;
  }

  [[nodiscard]] bool goes_on(NodeId node, std::size_t distance) const {
    if (distance <= sides_[0].depth) {
      if (!(**marks_[0]).has(node)) return false;
      const auto at = (**marks_[0]).get(node);
      return sides_[0].distance[at] == distance && on_path_[at] != 0;
    }
    return (**marks_[1]).has(node) && sides_[1].distance[(**marks_[1]).get(node)] + distance == goal_;
  }

  Frame frame(NodeId node, std::size_t distance, MatchState& state) {
    Frame made{node, {}, 0};
    auto& walk = walks_[0];
    walk.open(node, state.context);
    while (const auto* step = walk.next(state.context))
      if (goes_on(step->node, distance + 1) && may_take(step->edge, state)) made.steps.push_back(*step);
    return made;
  }

  bool next_path(MatchState& state) {
    while (!stack_.empty() && state.context.step()) {
      auto& top = stack_.back();
      if (top.at == top.steps.size()) {
        stack_.pop_back();
        if (!path_.empty()) path_.pop_back();
        continue;
      }
      const auto step = top.steps[top.at++];
      path_.push_back(step.edge);
      if (path_.size() == goal_) {
        answer_ = path_;
        path_.pop_back();
        return true;
      }
      stack_.push_back(frame(step.node, path_.size(), state));
    }
    return false;
  }

  bool same_ = false, found_ = false;
  Side sides_[2];
  std::optional<Scratch::Lease> marks_[2];
  std::size_t count_ = 0, goal_ = 0;
  std::vector<char> on_path_;
  std::vector<Frame> stack_;
  std::vector<EdgeId> path_, answer_;
};

}  // namespace

MatchStepPtr make_meet_all(const Hop& hop, EdgeTest edge) {
  return std::make_unique<MeetAll>(hop, std::move(edge));
}

}  // namespace entente::query
