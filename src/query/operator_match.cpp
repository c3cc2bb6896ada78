// SPDX-License-Identifier: Apache-2.0
#include "query/evaluate.hpp"
#include "query/operator.hpp"
#include "query/plan_report.hpp"
#include "query/planner.hpp"

// MATCH: for every row of the input, the steps of the plan with backtracking.

namespace entente::query {

namespace {

/// Measures one call of a step for PROFILE; without a report nothing.
class StepTime {
 public:
  StepTime(Context& context, int line)
      : report_(context.counts && line >= 0 ? context.report : nullptr),
        line_(static_cast<std::size_t>(line)) {
    if (report_) begin_ = std::chrono::steady_clock::now();
  }
  StepTime(const StepTime&) = delete;
  StepTime& operator=(const StepTime&) = delete;
  ~StepTime() {
    if (report_) report_->count(line_, std::chrono::steady_clock::now() - begin_, rows_);
  }
  bool rows(std::size_t count) {
    rows_ = count;
    return count != 0;
  }

 private:
  PlanReport* report_;
  std::size_t line_;
  std::size_t rows_ = 0;
  std::chrono::steady_clock::time_point begin_;
};

class Match : public Operator {
 public:
  Match(OperatorPtr input, MatchPlan plan, std::vector<Slot> introduces, bool optional, Context& context)
      : input_(std::move(input)),
        plan_(std::move(plan)),
        introduces_(std::move(introduces)),
        optional_(optional),
        state_{context, {}, {}} {}

  void open() override {
    input_->open();
    active_ = false;
  }

  bool next() override { return move(nullptr); }
  bool next_batch(Batch& batch) override {
    batch = {};
    if (move(&batch)) return true;
    batch.rows = 0;
    return false;
  }

 private:
  /// One row, or with a batch as many as the last step gives at a time.
  bool move(Batch* batch) {
    auto& context = state_.context;
    while (!context.failed()) {
      if (!active_) {
        if (!input_->next()) return false;
        begin();
      }
      if (advance(batch)) {
        matched_ = true;
        return !context.failed();
      }
      active_ = false;
      if (optional_ && !matched_ && !context.failed()) {
        for (const auto slot : introduces_) state_.slot(slot) = Value();
        if (batch) batch->rows = 1;
        return true;
      }
    }
    return false;
  }

  void begin() {
    state_.used.shrink(0);
    state_.hidden.clear();
    matched_ = false;
    active_ = true;
    depth_ = -1;
    for (auto& stage : plan_.stages) stage.step->prepare(state_.context);
    // Nothing to match where a condition on earlier variables fails already.
    for (const auto* condition : plan_.first)
      if (!passes(*condition, state_.context)) active_ = false;
  }

  /// The next full match, or false. Without recursion: the depth is that of the pattern.
  bool advance(Batch* batch) {
    if (!active_) return false;
    const auto last = static_cast<int>(plan_.stages.size()) - 1;
    if (depth_ < 0) open_stage(0);
    while (depth_ >= 0) {
      auto& stage = plan_.stages[static_cast<std::size_t>(depth_)];
      state_.context.work_at(stage.range);
      if (!try_next(stage, depth_ == last ? batch : nullptr) || state_.context.failed()) {
        --depth_;
        if (state_.context.failed()) return false;
        continue;
      }
      if (depth_ < last) {
        open_stage(depth_ + 1);
      } else if (state_.hidden.empty()) {
        return true;
      } else {
        for (const auto edge : state_.hidden) state_.context.note_hidden(edge);
      }
    }
    return false;
  }

  void open_stage(int depth) {
    depth_ = depth;
    auto& stage = plan_.stages[static_cast<std::size_t>(depth)];
    auto& context = state_.context;
    context.work_at(stage.range);
    const StepTime time(context, stage.line);
    stage.step->open(state_);
  }

  /// The next possibility of a step that its conditions let through.
  bool try_next(MatchPlan::Stage& stage, Batch* batch) {
    auto& context = state_.context;
    StepTime time(context, stage.line);
    if (batch && stage.conditions.empty() && stage.node_properties.empty() && state_.hidden.empty())
      return time.rows(stage.step->next_batch(state_, *batch) ? batch->rows : 0);
    if (batch) *batch = {1, kNoSlot, nullptr};
    while (stage.step->next(state_) && !context.failed())
      if (passes_conditions(stage)) return time.rows(1);
    return false;
  }

  bool passes_conditions(const MatchPlan::Stage& stage) {
    auto& context = state_.context;
    for (std::size_t i = 0; i < stage.node_properties.size(); ++i) {
      const auto& property = stage.node_properties[i];
      const auto& owner = state_.slot(stage.property_nodes[i]);
      const auto expected = evaluate(*property.value, context);
      const auto* node = owner.as<graph::NodeId>();
      const auto* edge = owner.as<graph::EdgeId>();
      if (!node && !edge) return false;
      const auto& graph = context.graph;
      if (!is_equal(node ? graph.cell(*node, *property.key) : graph.cell(*edge, *property.key), expected))
        return false;
    }
    for (const auto* condition : stage.conditions)
      if (!passes(*condition, context)) return false;
    return !context.failed();
  }

  OperatorPtr input_;
  MatchPlan plan_;
  std::vector<Slot> introduces_;
  bool optional_;
  MatchState state_;
  bool active_ = false, matched_ = false;
  int depth_ = -1;
};

class Unit : public Operator {
 public:
  void open() override { done_ = false; }
  bool next() override {
    const bool first = !done_;
    done_ = true;
    return first;
  }

 private:
  bool done_ = false;
};

}  // namespace

OperatorPtr make_unit() {
  return std::make_unique<Unit>();
}

namespace {

/// Tells the steps of a plan to the report.
void tell(MatchPlan& plan, PlanReport& report) {
  for (auto& stage : plan.stages) {
    const auto line = report.add(1, stage.name, stage.range, stage.estimate);
    for (const auto range : stage.shown) report.add_condition(line, range);
    for (const auto* condition : stage.conditions) report.add_condition(line, condition->range);
    stage.line = static_cast<int>(line);
  }
}

}  // namespace

OperatorPtr make_match(OperatorPtr input, const MatchClause& clause, const std::set<Slot>& live,
                       Context& context) {
  std::vector<const PathPattern*> patterns;
  for (const auto& pattern : clause.patterns) patterns.push_back(&pattern);
  auto plan = plan_match(patterns, clause.where.get(), clause.introduces, live, context);
  if (context.report) tell(plan, *context.report);
  return std::make_unique<Match>(std::move(input), std::move(plan), clause.introduces, clause.optional,
                                 context);
}

OperatorPtr make_pattern(const PathPattern& pattern, const Expr* where, const std::vector<Slot>& introduces,
                         Context& context) {
  const std::set<Slot> live(introduces.begin(), introduces.end());
  auto plan = plan_match({&pattern}, where, introduces, live, context);
  return std::make_unique<Match>(make_unit(), std::move(plan), introduces, false, context);
}

}  // namespace entente::query
