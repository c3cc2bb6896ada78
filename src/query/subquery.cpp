// SPDX-License-Identifier: Apache-2.0
#include "query/evaluate.hpp"
#include "query/operator.hpp"

// Patterns and whole queries inside expressions: each keeps its stages for the run and starts them anew for
// every row.

namespace entente::query {

namespace {

Operator& stages_of(const Expr& expr, Context& context) {
  auto& stages = context.inner[&expr];
  if (!stages) {
    const auto* where = expr.kind == ExprKind::pattern_comprehension ? expr.args[0].get() : nullptr;
    auto* const report = context.report;
    context.report = nullptr;  // the report is of the outer clauses
    stages = expr.query ? make_pipeline(*expr.query, context)
                        : make_pattern(*expr.pattern, where, expr.introduces, context);
    context.report = report;
  }
  return *stages;
}

}  // namespace

Value evaluate_subquery(const Expr& expr, Context& context) {
  auto& stages = stages_of(expr, context);
  stages.open();
  switch (expr.kind) {
    case ExprKind::pattern_comprehension: {
      List out;
      while (stages.next()) out.push_back(evaluate(*expr.args[1], context));
      return Value(std::move(out));
    }
    case ExprKind::count_query: {
      std::int64_t rows = 0;
      Batch batch;
      while (stages.next_batch(batch)) rows += static_cast<std::int64_t>(batch.rows);
      return rows;
    }
    default:
      return stages.next();
  }
}

}  // namespace entente::query
