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
  auto& scratch = context.index.scratch();
  queue_.clear();
  bits_ = scratch.take_bits(context.graph.node_count());
  plain_ = edge_.is_plain() && !edge_.may_hide(context) && state.used.size() == 0;
  if (length.min == 0) {
    for (const auto start : starts) reach(start);
    first_ = 0;
  } else {
    queue_ = starts;
    first_ = starts.size();
  }
  std::size_t at = 0;
  for (std::size_t depth = 0; depth < length.max && at < queue_.size() && !context.failed(); ++depth) {
    const auto layer = queue_.size();
    for (; at < layer && !context.failed(); ++at) widen(queue_[at], state);
  }
  for (const auto node : queue_) bits_[static_cast<std::size_t>(node) / 64] = 0;
  scratch.give_bits(std::move(bits_));
}

void Flood::widen(NodeId node, MatchState& state) {
  auto& context = state.context;
  walk_.open(node, context);
  if (plain_) {
    Steps steps;
    while (walk_.next_steps(steps)) {
      if (!context.steps(1 + steps.size() / kNodesPerStep)) return;
      for (const auto next : steps.nodes()) reach(next);
    }
    return;
  }
  while (const auto* step = walk_.next(context)) {
    if (state.is_used(step->edge)) continue;
    if (edge_.is_hidden(step->edge, context)) {
      context.note_hidden(step->edge);
    } else {
      reach(step->node);
    }
  }
}

void Flood::reach(NodeId node) {
  const auto at = static_cast<std::size_t>(node);
  const auto bit = std::uint64_t{1} << (at % 64);
  auto& word = bits_[at / 64];
  if ((word & bit) != 0) return;
  word |= bit;
  queue_.push_back(node);
}

}  // namespace entente::query
