// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "query/flood.hpp"

namespace entente::query {

/// What searches from both of two bound nodes share: walks from either end, and the path given as an answer.
class MeetBase : public MatchStep {
 public:
  MeetBase(const Hop& hop, EdgeTest edge)
      : hop_(hop),
        edge_(std::move(edge)),
        length_(repetition_of(*hop.pattern)),
        walks_{{edge_, hop.direction()}, {edge_, flipped(hop.direction())}} {}

  MeetBase(const MeetBase&) = delete;
  MeetBase& operator=(const MeetBase&) = delete;

  void prepare(Context& context) override { edge_.prepare(context); }

 protected:
  static constexpr std::size_t kNodesPerStep = 8;  ///< looked at in the time of one step

  void begin(MatchState& state) {
    base_ = state.used.size();
    plain_ = edge_.is_plain() && !edge_.may_hide(state.context) && base_ == 0;
  }

  /// Calls use(steps, place) for each step that may be taken, until it returns false.
  template <class Use>
  void each_step(Neighbours& walk, graph::NodeId node, MatchState& state, Use use) {
    auto& context = state.context;
    walk.open(node, context);
    if (plain_) {
      graph::Steps steps;
      while (walk.next_steps(steps)) {
        if (!context.steps(1 + steps.size() / kNodesPerStep)) return;
        for (std::size_t i = 0; i < steps.size(); ++i)
          if (!use(steps, i)) return;
      }
      return;
    }
    while (const auto* step = walk.next(context))
      if (may_take(step->edge, state) && !use(graph::Steps(&step->node, 1, step->edge), 0)) return;
  }

  bool may_take(graph::EdgeId edge, MatchState& state) {
    if (state.is_used(edge)) return false;
    if (!edge_.is_hidden(edge, state.context)) return true;
    state.context.note_hidden(edge);
    return false;
  }

  /// Takes the path, and binds it where it is asked for.
  bool give(const std::vector<graph::EdgeId>& path, MatchState& state) {
    for (const auto edge : path) state.used.push_back(edge);
    if (!hop_.record) return true;
    if (!hop_.pattern->length) {
      state.slot(edge_.pattern.slot) = Value(path.front());
    } else {
      List list(path.begin(), path.end());
      if (!hop_.forward) std::reverse(list.begin(), list.end());
      state.slot(edge_.pattern.slot) = Value(std::move(list));
    }
    return true;
  }

  Hop hop_;
  EdgeTest edge_;
  Repetition length_;
  Neighbours walks_[2];  ///< from the first end, and from the second
  bool plain_ = false;
  std::size_t base_ = 0;
};

}  // namespace entente::query
