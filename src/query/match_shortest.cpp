// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <limits>
#include <unordered_map>

#include "query/match_step.hpp"

// ANY SHORTEST and ALL SHORTEST: breadth first from the bound end. The two ends are different nodes, except
// for the path without relationships where length 0 is allowed.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

namespace {

/// Layers of a search by breadth: how far each node is, and over which relationships the layer before leads
/// to it. Allowed lengths begin at 0 or 1, so a shortest walk never takes a node or relationship twice.
class Layers {
 public:
  struct Entry {
    NodeId before;
    EdgeId edge;
  };

  void clear(NodeId start) {
    reached_.clear();
    order_.clear();
    reached_[start] = {};
    order_.push_back(start);
  }

  /// Searches up to `max` relationships deep, and to the end of the layer in which `target` stands.
  void search(EdgeTest& edge, Direction direction, std::size_t max, const NodeId* target, bool all,
              MatchState& state) {
    Neighbours walk(edge, direction);
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const auto node = order_[i];
      const auto distance = reached_[node].distance;
      if (distance >= max || (target && found(*target, distance, all))) return;
      walk.open(node, state.context);
      while (const auto* step = walk.next(state.context)) add(node, distance, *step, edge, all, state);
      if (state.context.failed()) return;
    }
  }

  [[nodiscard]] const std::vector<NodeId>& order() const { return order_; }
  [[nodiscard]] bool has(NodeId node) const { return reached_.count(node) != 0; }
  [[nodiscard]] std::size_t distance(NodeId node) const { return reached_.at(node).distance; }
  [[nodiscard]] const std::vector<Entry>& ways(NodeId node) const { return reached_.at(node).ways; }

 private:
  struct Reached {
    std::size_t distance = 0;
    std::vector<Entry> ways;
  };

  [[nodiscard]] bool found(NodeId target, std::size_t distance, bool all) const {
    const auto hit = reached_.find(target);
    return hit != reached_.end() && (!all || hit->second.distance <= distance);
  }

  void add(NodeId node, std::size_t distance, const graph::Step& step, const EdgeTest& edge, bool all,
           MatchState& state) {
    if (state.is_used(step.edge)) return;
    if (edge.is_hidden(step.edge, state.context)) return state.context.note_hidden(step.edge);
    const auto [entry, fresh] = reached_.try_emplace(step.node);
    if (fresh) {
      entry->second.distance = distance + 1;
      order_.push_back(step.node);
    } else if (!all || entry->second.distance != distance + 1) {
      return;
    }
    entry->second.ways.push_back({node, step.edge});
  }

  std::unordered_map<NodeId, Reached> reached_;  // looked up, never walked
  std::vector<NodeId> order_;
};

class Shortest : public MatchStep {
 public:
  Shortest(const Hop& hop, EdgeTest edge, NodeTest to, bool all)
      : hop_(hop), edge_(std::move(edge)), to_(std::move(to)), all_(all) {
    const auto& length = hop_.pattern->length;
    min_ = length ? static_cast<std::size_t>(length->min.value_or(1)) : 1;
    max_ = !length       ? 1
           : length->max ? static_cast<std::size_t>(*length->max)
                         : std::numeric_limits<std::size_t>::max();
  }

  void prepare(Context& context) override {
    edge_.prepare(context);
    to_.prepare(context);
  }

  void open(MatchState& state) override {
    base_ = state.used.size();
    answers_.clear();
    at_ = 0;
    const auto* from = state.slot(hop_.from).as<NodeId>();
    const auto* to = hop_.to_bound ? state.slot(hop_.to).as<NodeId>() : nullptr;
    if (!from || (hop_.to_bound && !to)) return;
    if (min_ == 0 && (to ? *to == *from : to_.admits(*from, state.context))) answers_.push_back({*from, {}});
    if (to && *to == *from) return;
    if (min_ > 1) return trails(*from, to, state);
    layers_.clear(*from);
    layers_.search(edge_, hop_.direction(), max_, to, all_, state);
    if (to) {
      if (layers_.has(*to)) collect(*to, state);
      return;
    }
    for (const auto node : layers_.order())
      if (node != *from && to_.admits(node, state.context)) collect(node, state);
  }

  bool next(MatchState& state) override {
    state.used.shrink(base_);
    if (at_ == answers_.size() || state.context.failed()) return false;
    const auto& answer = answers_[at_++];
    for (const auto edge : answer.edges) state.used.push_back(edge);
    if (!hop_.to_bound) state.slot(hop_.to) = Value(answer.end);
    if (!hop_.pattern->length) {
      state.slot(edge_.pattern.slot) = Value(answer.edges.front());
    } else if (hop_.record) {
      List list(answer.edges.begin(), answer.edges.end());
      if (!hop_.forward) std::reverse(list.begin(), list.end());
      state.slot(edge_.pattern.slot) = Value(std::move(list));
    }
    return true;
  }

 private:
  struct Answer {
    NodeId end;
    std::vector<EdgeId> edges;
  };

  /// All ways back from a node through the layers (or the first one), depth first.
  void collect(NodeId end, MatchState& state) {
    struct Frame {
      NodeId node;
      std::size_t way = 0;
    };
    std::vector<Frame> stack{{end}};
    std::vector<EdgeId> edges;
    while (!stack.empty() && state.context.step()) {
      auto& top = stack.back();
      if (layers_.distance(top.node) == 0) {
        answers_.push_back({end, {edges.rbegin(), edges.rend()}});
        if (!all_) return;
      }
      const auto& ways = layers_.ways(top.node);
      if (top.way == ways.size()) {
        stack.pop_back();
        if (!edges.empty()) edges.pop_back();
        continue;
      }
      const auto way = ways[top.way++];
      edges.push_back(way.edge);
      stack.push_back({way.before});
    }
  }

  /// Least length above 1: all trails by growing length, until every wanted end has its shortest ones.
  void trails(NodeId from, const NodeId* to, MatchState& state) {
    std::unordered_map<NodeId, std::size_t> best;
    std::deque<Answer> queue{{from, {}}};
    while (!queue.empty() && !state.context.failed()) {
      auto trail = std::move(queue.front());
      queue.pop_front();
      const auto length = trail.edges.size();
      if (to && best.count(*to) != 0 && (!all_ || best[*to] < length)) return;
      if (length >= min_ && trail.end != from &&
          (to ? trail.end == *to : to_.admits(trail.end, state.context))) {
        const auto [known, fresh] = best.try_emplace(trail.end, length);
        if (fresh || (all_ && known->second == length)) answers_.push_back(trail);
      }
      if (length < max_) grow(trail, queue, state);
    }
  }

  void grow(const Answer& trail, std::deque<Answer>& queue, MatchState& state) {
    Neighbours walk(edge_, hop_.direction());
    walk.open(trail.end, state.context);
    while (const auto* step = walk.next(state.context)) {
      if (state.is_used(step->edge) ||
          std::find(trail.edges.begin(), trail.edges.end(), step->edge) != trail.edges.end())
        continue;
      if (edge_.is_hidden(step->edge, state.context)) {
        state.context.note_hidden(step->edge);
        continue;
      }
      auto longer = trail;
      longer.end = step->node;
      longer.edges.push_back(step->edge);
      queue.push_back(std::move(longer));
    }
  }

  Hop hop_;
  EdgeTest edge_;
  NodeTest to_;
  bool all_;
  std::size_t min_ = 1, max_ = 1, base_ = 0, at_ = 0;
  Layers layers_;
  std::vector<Answer> answers_;
};

}  // namespace

MatchStepPtr make_shortest(const Hop& hop, EdgeTest edge, NodeTest to, bool all) {
  return std::make_unique<Shortest>(hop, std::move(edge), std::move(to), all);
}

}  // namespace entente::query
