// SPDX-License-Identifier: Apache-2.0
#include "query/flood.hpp"

namespace entente::query {

using graph::NodeId;
using graph::Steps;

namespace {

constexpr std::size_t kNodesPerStep = 8;  // looked at in the time of one step

}  // namespace

void Flood::run(const std::vector<NodeId>& starts, Repetition length, MatchState& state) {
  auto& context = state.context;
  const Scratch::Lease marks(context.index.scratch(), context.graph.node_count());
  ends_.clear();
  queue_.clear();
  plain_ = edge_.is_plain() && !edge_.may_hide(context) && state.used.size() == 0;
  for (const auto start : starts) {
    if (!marks->add(start, length.min == 0 ? kReached : kStart)) continue;
    queue_.push_back(start);
    if (length.min == 0) ends_.push_back(start);
  }
  std::size_t at = 0;
  for (std::size_t depth = 0; depth < length.max && at < queue_.size(); ++depth) {
    const auto layer = queue_.size();
    for (; at < layer; ++at) {
      widen(queue_[at], *marks, state);
      if (context.failed()) return;
    }
  }
}

void Flood::widen(NodeId node, NodeMarks& marks, MatchState& state) {
  auto& context = state.context;
  walk_.open(node, context);
  if (plain_) {
    Steps steps;
    while (walk_.next_steps(steps)) {
      if (!context.steps(1 + steps.size() / kNodesPerStep)) return;
      for (std::size_t i = 0; i < steps.size(); ++i) reach(steps.node(i), marks);
    }
    return;
  }
  while (const auto* step = walk_.next(context)) {
    if (state.is_used(step->edge)) continue;
    if (edge_.is_hidden(step->edge, context)) {
      context.note_hidden(step->edge);
    } else {
      reach(step->node, marks);
    }
  }
}

void Flood::reach(NodeId node, NodeMarks& marks) {
  if (marks.add(node, kReached)) {
    queue_.push_back(node);
    ends_.push_back(node);
  } else if (marks.get(node) == kStart) {
    marks.set(node, kReached);
    ends_.push_back(node);
  }
}

}  // namespace entente::query
