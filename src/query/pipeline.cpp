// SPDX-License-Identifier: Apache-2.0
#include "query/live_slots.hpp"
#include "query/operator.hpp"
#include "query/plan_report.hpp"

// The stages of a query one behind the other; for PROFILE each with a counter.

namespace entente::query {

namespace {

/// Counts rows and time of a stage, those of its input included.
class Counted : public Operator {
 public:
  Counted(OperatorPtr stage, std::size_t line, PlanReport& report)
      : stage_(std::move(stage)), line_(line), report_(report) {}
  void open() override {
    const auto begin = std::chrono::steady_clock::now();
    stage_->open();
    report_.count(line_, std::chrono::steady_clock::now() - begin, 0);
  }
  bool next() override {
    const auto begin = std::chrono::steady_clock::now();
    const bool row = stage_->next();
    report_.count(line_, std::chrono::steady_clock::now() - begin, row ? 1 : 0);
    return row;
  }
  bool next_batch(Batch& batch) override {
    const auto begin = std::chrono::steady_clock::now();
    const bool some = stage_->next_batch(batch);
    report_.count(line_, std::chrono::steady_clock::now() - begin, batch.rows);
    return some;
  }
  void bound(Slot slot, bool descending, std::int64_t bound) override {
    stage_->bound(slot, descending, bound);
  }

 private:
  OperatorPtr stage_;
  std::size_t line_;
  PlanReport& report_;
};

}  // namespace

OperatorPtr make_counted(OperatorPtr stage, std::size_t line, Context& context) {
  if (!context.counts) return stage;
  return std::make_unique<Counted>(std::move(stage), line, *context.report);
}

namespace {

/// The parts of a UNION ALL one behind the other.
class Chain : public Operator {
 public:
  explicit Chain(std::vector<OperatorPtr> parts) : parts_(std::move(parts)) {}
  void open() override {
    at_ = 0;
    parts_[0]->open();
  }
  bool next() override {
    while (at_ < parts_.size()) {
      if (parts_[at_]->next()) return true;
      if (++at_ < parts_.size()) parts_[at_]->open();
    }
    return false;
  }

 private:
  std::vector<OperatorPtr> parts_;
  std::size_t at_ = 0;
};

OperatorPtr make_stage(OperatorPtr input, const Clause& clause, const std::set<Slot>& live,
                       const std::set<Slot>& nodes, Context& context) {
  if (const auto* match = std::get_if<MatchClause>(&clause))
    return make_match(std::move(input), *match, live, context);
  if (const auto* unwind = std::get_if<UnwindClause>(&clause))
    return make_unwind(std::move(input), *unwind, context);
  return make_projection(std::move(input), std::get<ProjectionClause>(clause), nodes, context);
}

std::string_view name_of(const Clause& clause) {
  if (const auto* match = std::get_if<MatchClause>(&clause))
    return match->optional ? "optional match" : "match";
  const auto* project = std::get_if<ProjectionClause>(&clause);
  if (!project) return "unwind";
  return project->aggregates ? (project->is_return ? "group and return" : "group")
                             : (project->is_return ? "return" : "with");
}

}  // namespace

OperatorPtr make_pipeline(const SingleQuery& query, Context& context) {
  OperatorPtr stages = make_unit();
  auto* report = context.report;
  std::optional<std::size_t> before;
  const auto live = live_slots(query), nodes = node_slots(query);
  for (std::size_t i = 0; i < query.clauses.size(); ++i) {
    const auto& clause = query.clauses[i];
    const auto range = std::visit([](const auto& c) { return c.range; }, clause);
    const auto line = report ? report->add(0, name_of(clause), range) : 0;
    if (report && before) report->set_input(line, *before);
    stages = make_stage(std::move(stages), clause, live[i], nodes[i], context);
    if (!report) continue;
    before = line;
    stages = make_counted(std::move(stages), line, context);
  }
  return stages;
}

OperatorPtr make_pipeline(const Statement& statement, Context& context) {
  std::vector<OperatorPtr> parts;
  for (const auto& part : statement.parts) parts.push_back(make_pipeline(part, context));
  return std::make_unique<Chain>(std::move(parts));
}

}  // namespace entente::query
