// SPDX-License-Identifier: Apache-2.0
#include "query/query.hpp"

#include <unordered_set>

#include "query/checker.hpp"
#include "query/compare.hpp"
#include "query/diagnostics.hpp"
#include "query/ends_only.hpp"
#include "query/evaluate.hpp"
#include "query/memory_use.hpp"
#include "query/names.hpp"
#include "query/operator.hpp"
#include "query/parser.hpp"
#include "query/plan_report.hpp"
#include "query/printer.hpp"
#include "query/walk.hpp"

namespace entente::query {

struct Query::Impl {
  std::string text;
  Statement statement;
  std::size_t slots = 0;
  std::vector<std::string> columns;
  std::vector<const Expr*> parameters;  ///< where they stand
};

namespace {

void collect_parameters(const Expr& expr, std::vector<const Expr*>& out) {
  if (expr.kind == ExprKind::parameter) out.push_back(&expr);
  for_each_child(expr, [&](const Expr& child) { collect_parameters(child, out); });
}

}  // namespace

Query::Query(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

Result<Query> Query::parse(std::string_view text) {
  auto statement = parse_statement(text);
  if (!statement) return fail(std::move(statement.error()));
  auto impl = std::make_unique<Impl>();
  impl->text = std::string(text);
  impl->statement = std::move(*statement);
  const auto slots = check(impl->statement, text);
  if (!slots) return fail(slots.error());
  impl->slots = *slots;
  use_ends_only(impl->statement);
  using Report = Statement::Report;
  const auto report = impl->statement.report;
  impl->columns =
      report == Report::none ? impl->statement.columns : PlanReport::columns(report == Report::profile);
  for_each_expr(impl->statement, [&](const Expr& expr) { collect_parameters(expr, impl->parameters); });
  return Query(std::move(impl));
}

std::string Query::to_text() const {
  return print(impl_->statement);
}

const std::vector<std::string>& Query::columns() const {
  return impl_->columns;
}

namespace {

/// Slots of the columns of a query part.
std::vector<Slot> result_slots(const SingleQuery& part) {
  std::vector<Slot> slots;
  const auto& last = std::get<ProjectionClause>(part.clauses.back());
  for (const auto& item : last.star_items) slots.push_back(item.slot);
  for (const auto& item : last.items) slots.push_back(item.slot);
  return slots;
}

/// Rows of all parts of a statement, for a run of it.
class Collector {
 public:
  Collector(const Statement& statement, Context& context, Table& table)
      : statement_(statement),
        context_(context),
        table_(table),
        memory_(context, last_range(statement)),
        distinct_(statement.parts.size() > 1 && !statement.union_all) {}

  void run() {
    for (const auto& part : statement_.parts) {
      const auto stages = make_pipeline(part, context_);
      const auto slots = result_slots(part);
      stages->open();
      while (stages->next() && !context_.failed())
        if (!add(slots)) return;
    }
  }

 private:
  static Range last_range(const Statement& statement) {
    return std::get<ProjectionClause>(statement.parts.back().clauses.back()).range;
  }

  bool add(const std::vector<Slot>& slots) {
    List row;
    row.reserve(slots.size());
    for (const auto slot : slots) row.push_back(context_.row[static_cast<std::size_t>(slot)]);
    if (distinct_ && !seen_.insert(row).second) return true;
    if (!memory_.add((distinct_ ? 2 : 1) * bytes_of(row))) return false;
    const auto max = context_.options.max_rows;
    if (max != 0 && table_.rows.size() == max) {
      context_.reach_limit("the answer has more than " + std::to_string(max) + " rows",
                           "add LIMIT, or raise the limit");
      return false;
    }
    table_.rows.push_back(std::move(row));
    return true;
  }

  const Statement& statement_;
  Context& context_;
  Table& table_;
  MemoryUse memory_;
  bool distinct_;
  std::unordered_set<List, RowHash, RowSame> seen_;
};

}  // namespace

Result<Table> Query::run(GraphIndex& index, const ontology::Vocabulary* vocabulary,
                         const Options& options) const {
  if (vocabulary)
    if (auto names = check_names(impl_->statement, impl_->text, index.graph(), *vocabulary); !names)
      return fail(names.error());
  for (const auto* parameter : impl_->parameters)
    if (options.parameters.count(parameter->name) == 0)
      return fail(error_at(impl_->text, parameter->range.begin, "MissingParameter",
                           "the parameter $" + parameter->name + " has no value"));
  Context context(impl_->text, impl_->slots, index, vocabulary, options);
  Table table;
  table.columns = impl_->statement.columns;
  for (const auto* parameter : impl_->parameters)
    if (!has_safe_depth(options.parameters.at(parameter->name), parameter->range, context))
      return fail(context.take_error());
  PlanReport report(impl_->text);
  const auto kind = impl_->statement.report;
  if (kind != Statement::Report::none) context.report = &report;
  context.counts = kind == Statement::Report::profile;
  if (kind == Statement::Report::plan) {
    for (const auto& part : impl_->statement.parts) (void)make_pipeline(part, context);
  } else {
    Collector(impl_->statement, context, table).run();
  }
  if (context.failed()) return fail(context.take_error());
  if (context.report) return report.table(context.counts);
  table.hidden = context.hidden_count();
  return table;
}

Result<Table> Query::run(const graph::Snapshot& graph, const ontology::Vocabulary* vocabulary,
                         const Options& options) const {
  GraphIndex index(graph);
  return run(index, vocabulary, options);
}

}  // namespace entente::query
