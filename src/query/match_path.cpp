// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "query/path_search.hpp"
#include "query/path_task.hpp"

// Paths with a mode or a selector, quantified groups, path expressions.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

namespace {

/// Of the paths between two ends those that a selector wants.
class Selection {
 public:
  explicit Selection(const Selector& selector) : selector_(selector) {}

  void begin() { paths_ = groups_ = 0; }
  /// Another path, of a length that is never less than that of the one before.
  void add(std::size_t length) {
    if (paths_ == 0 || length != length_) ++groups_;
    length_ = length;
    ++paths_;
  }
  /// Whether a path of that length would not be wanted any more.
  [[nodiscard]] bool is_full(std::size_t length) const {
    const auto count = static_cast<std::size_t>(selector_.count);
    if (!by_groups()) return paths_ >= count;
    return groups_ > count || (groups_ == count && length != length_);
  }
  [[nodiscard]] bool by_groups() const {
    return selector_.kind == Selector::Kind::all_shortest ||
           selector_.kind == Selector::Kind::shortest_groups;
  }
  [[nodiscard]] bool of_least_length() const { return selector_.count == 1; }

 private:
  const Selector& selector_;
  std::size_t paths_ = 0, groups_ = 0, length_ = 0;
};

class PathStep : public MatchStep {
 public:
  PathStep(const PathTask& task, PathAutomaton automaton, NodeTest to, Context& context)
      : task_(task),
        automaton_(std::move(automaton)),
        to_(std::move(to)),
        selector_(task.whole ? task.pattern->selector : Selector()),
        mode_(task.pattern->mode),
        every_(automaton_, mode_, task.forward),
        back_(automaton_, mode_, !task.forward),
        nearest_(automaton_, task.forward, mode_ == PathMode::walk, false, task.pattern->range, context),
        exact_(automaton_, task.forward, mode_ == PathMode::walk, true, task.pattern->range, context),
        binder_(automaton_, task.whole ? task.pattern->slot : kNoSlot),
        memory_(context, task.pattern->range) {}

  PathStep(const PathStep&) = delete;
  PathStep& operator=(const PathStep&) = delete;

  void prepare(Context& context) override {
    automaton_.prepare(context);
    to_.prepare(context);
  }

  void open(MatchState& state) override {
    base_ = state.used.size();
    answers_.clear();
    seen_.clear();
    memory_.clear();
    at_ = 0;
    open_ = false;
    const auto* from = state.slot(task_.from).as<NodeId>();
    const auto* to = task_.to_bound ? state.slot(task_.to).as<NodeId>() : nullptr;
    if (!from || (task_.to_bound && !to)) return;
    from_ = *from;
    target_ = to ? std::optional(*to) : std::nullopt;
    open_ = true;
    if (selector_.kind == Selector::Kind::all) {
      every_.start({from_, target_, 0, nullptr});
    } else {
      select(state);
    }
  }

  bool next(MatchState& state) override {
    state.used.shrink(base_);
    if (!open_) return false;
    if (selector_.kind != Selector::Kind::all) {
      if (at_ == answers_.size() || state.context.failed()) return false;
      const auto& answer = answers_[at_++];
      return accept(answer.first, answer.run, answer.end, state) && take(answer.run, state);
    }
    while (every_.next(state)) {
      const auto end = every_.end();
      if (!target_ && !to_.admits(end, state.context)) continue;
      const auto run = every_.run();
      if (accept(every_.first(), run, end, state) && is_new(every_.first(), run)) return take(run, state);
    }
    return false;
  }

 private:
  struct Answer {
    NodeId first, end;
    std::vector<RunStep> run;
  };
  struct End {
    NodeId node;
    Selection selection;
    bool full = false;
  };

  bool accept(NodeId first, const std::vector<RunStep>& run, NodeId end, MatchState& state) {
    if (!task_.to_bound) state.slot(task_.to) = Value(end);
    return binder_.bind(first, run, task_.from, task_.to, state);
  }

  bool take(const std::vector<RunStep>& run, MatchState& state) {
    if (mode_ != PathMode::walk)
      for (const auto& step : run)
        if (is_edge(step)) state.used.push_back(step.edge);
    return !state.context.failed();
  }

  [[nodiscard]] bool is_edge(const RunStep& step) const {
    return automaton_.moves[static_cast<std::size_t>(step.move)].kind == PathMove::Kind::edge;
  }

  /// Several runs of a path expression may give the same path: the first one counts. Two paths are the same
  /// when each part of the pattern takes the same relationships.
  bool is_new(NodeId first, const std::vector<RunStep>& run) {
    if (!automaton_.ambiguous) return true;
    std::vector<std::size_t> key{static_cast<std::size_t>(first)};
    for (const auto& step : run) {
      if (!is_edge(step)) continue;
      key.push_back(automaton_.moves[static_cast<std::size_t>(step.move)].part);
      key.push_back(static_cast<std::size_t>(step.edge));
      key.push_back(static_cast<std::size_t>(step.node));
    }
    const auto bytes = key.size() * sizeof(std::size_t) + sizeof(key);
    return seen_.insert(std::move(key)).second && memory_.add(bytes);
  }

  // Selectors: first the layers of the search by breadth, then from each end the paths back through them.

  void select(MatchState& state) {
    auto ends = find_ends(state);
    bool missing = false;
    for (auto& end : ends) missing = missing || !end.full;
    if (!missing || state.context.failed()) return;
    exact_.begin(from_, state);
    std::size_t without_end = 0;
    const auto places = state.context.graph.node_count() * automaton_.leaving.size();
    for (std::size_t length = 0; missing && length <= greatest_length(state); ++length) {
      if (length > 0 && !exact_.grow(state)) return;
      missing = false;
      for (auto& end : ends) {
        if (!end.full) look_back(end, length, exact_, state);
        missing = missing || !end.full;
      }
      without_end = exact_.ends().empty() ? without_end + 1 : 0;
      if (without_end > places || state.context.failed()) return;
    }
  }

  /// All ends that a walk reaches; where only paths of the least length are wanted, with those paths.
  std::vector<End> find_ends(MatchState& state) {
    std::vector<End> ends;
    nearest_.begin(from_, state);
    for (std::size_t length = 0; length <= automaton_.max_length; ++length) {
      if (length > 0 && !nearest_.grow(state)) break;
      for (const auto node : nearest_.ends()) {
        if (target_ ? node != *target_ : !to_.admits(node, state.context)) continue;
        ends.push_back({node, Selection(selector_), false});
        if (ends.back().selection.of_least_length()) look_back(ends.back(), length, nearest_, state);
        if (target_ || state.context.failed()) return ends;
      }
    }
    return ends;
  }

  void look_back(End& end, std::size_t length, const PathLayers& guide, MatchState& state) {
    const int goal = task_.forward ? automaton_.goal : automaton_.start;
    if (!guide.has(length, end.node, goal)) return;
    back_.start({end.node, from_, length, &guide});
    while (!(end.full = end.selection.is_full(length)) && back_.next(state)) {
      auto run = back_.run();
      const auto first = task_.forward ? from_ : end.node;
      if (!accept(first, run, end.node, state) || !is_new(first, run)) continue;
      if (!memory_.add(sizeof(Answer) + run.size() * sizeof(RunStep))) return;
      end.selection.add(length);
      answers_.push_back({first, end.node, std::move(run)});
    }
    // A path of a greater length would begin a group too many.
    end.full = end.full || end.selection.is_full(length + 1);
  }

  [[nodiscard]] std::size_t greatest_length(const MatchState& state) const {
    const auto& graph = state.context.graph;
    const auto by_mode = mode_ == PathMode::walk    ? PathAutomaton::kNoLength - 1
                         : mode_ == PathMode::trail ? graph.edge_count()
                                                    : graph.node_count();
    return std::min(automaton_.max_length, by_mode);
  }

  PathTask task_;
  PathAutomaton automaton_;
  NodeTest to_;
  Selector selector_;
  PathMode mode_;
  PathSearch every_, back_;
  PathLayers nearest_, exact_;
  PathBinder binder_;
  MemoryUse memory_;
  std::size_t base_ = 0, at_ = 0;
  bool open_ = false;
  NodeId from_{};
  std::optional<NodeId> target_;
  std::vector<Answer> answers_;
  std::set<std::vector<std::size_t>> seen_;
};

/// A path expression where the path is not asked for: each node that a walk leads to, once.
class ReachStep : public MatchStep {
 public:
  ReachStep(const PathTask& task, PathAutomaton automaton, NodeTest to, Context& context)
      : task_(task),
        automaton_(std::move(automaton)),
        to_(std::move(to)),
        layers_(automaton_, task.forward, true, false, task.pattern->range, context) {}

  ReachStep(const ReachStep&) = delete;
  ReachStep& operator=(const ReachStep&) = delete;

  void prepare(Context& context) override {
    automaton_.prepare(context);
    to_.prepare(context);
  }

  void open(MatchState& state) override {
    at_ = 0;
    open_ = false;
    const auto* from = state.slot(task_.from).as<NodeId>();
    const auto* to = task_.to_bound ? state.slot(task_.to).as<NodeId>() : nullptr;
    if (!from || (task_.to_bound && !to)) return;
    target_ = to ? std::optional(*to) : std::nullopt;
    open_ = true;
    layers_.begin(*from, state);
  }

  bool next(MatchState& state) override {
    while (open_ && !state.context.failed()) {
      const auto& ends = layers_.ends();
      while (at_ < ends.size()) {
        const auto node = ends[at_++];
        if (target_ ? node != *target_ : !to_.admits(node, state.context)) continue;
        if (target_) open_ = false;
        if (!task_.to_bound) state.slot(task_.to) = Value(node);
        return true;
      }
      at_ = 0;
      open_ = open_ && layers_.grow(state);
    }
    return false;
  }

 private:
  PathTask task_;
  PathAutomaton automaton_;
  NodeTest to_;
  PathLayers layers_;
  bool open_ = false;
  std::size_t at_ = 0;
  std::optional<NodeId> target_;
};

PathAutomaton automaton_of(const PathTask& task, Context& context) {
  auto automaton = make_path_automaton(*task.pattern, task.first, task.last, task.recorded, context);
  for (auto& node : automaton.nodes)
    node.bound = !node.grouped && (node.slot == task.from || (task.to_bound && node.slot == task.to) ||
                                   task.bound.count(node.slot) != 0);
  return automaton;
}

}  // namespace

MatchStepPtr make_path_step(const PathTask& task, NodeTest to, Context& context) {
  return std::make_unique<PathStep>(task, automaton_of(task, context), std::move(to), context);
}

MatchStepPtr make_reach_step(const PathTask& task, NodeTest to, Context& context) {
  return std::make_unique<ReachStep>(task, automaton_of(task, context), std::move(to), context);
}

}  // namespace entente::query
