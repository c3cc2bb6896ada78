// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/checker.hpp"
#include "query/functions.hpp"
#include "query/printer.hpp"
#include "query/walk.hpp"

// WITH and RETURN: columns, grouping, and what ORDER BY and WHERE behind them can see.

namespace entente::query {

namespace {

bool is_aggregate(const Expr& expr) {
  if (expr.kind == ExprKind::count_all) return true;
  const auto* function = expr.kind == ExprKind::call ? find_function(expr.name) : nullptr;
  return function && function->aggregate != Aggregate::none;
}

bool has_aggregate(const Expr& expr) {
  bool found = is_aggregate(expr);
  for_each_child(expr, [&](const Expr& child) { found = found || has_aggregate(child); });
  return found;
}

/// A variable, a property of one, or an aggregate function.
bool is_simple(const Expr& expr) {
  return expr.kind == ExprKind::variable || is_aggregate(expr) ||
         (expr.kind == ExprKind::property && expr.args[0]->kind == ExprKind::variable);
}

bool binds_variable(const Expr& expr) {
  return expr.kind == ExprKind::list_comprehension || expr.kind == ExprKind::quantifier ||
         expr.kind == ExprKind::reduce || expr.kind == ExprKind::pattern_comprehension;
}

}  // namespace

bool Checker::projection(ProjectionClause& out, Scope& scope, std::vector<std::string>& columns) {
  Scope after;
  aggregate_calls_ = &out.aggregate_calls;
  if (!items(out, scope, after) || !sorting(out, scope, after)) return false;
  for (const auto& entry : out.items)
    if (!out.is_return && entry.alias.empty() && entry.expr->kind != ExprKind::variable)
      return wrong(entry.expr->range, "NoExpressionAlias", "in WITH an expression needs a name",
                   "add AS name");
  if (out.skip && !constant(out.skip, "SKIP")) return false;
  if (out.limit && !constant(out.limit, "LIMIT")) return false;
  if (out.is_return) {
    for (const auto& entry : out.star_items) columns.push_back(entry.column);
    for (const auto& entry : out.items) columns.push_back(entry.column);
  }
  scope = std::move(after);
  return true;
}

bool Checker::items(ProjectionClause& out, const Scope& scope, Scope& after) {
  if (out.star) {
    if (scope.empty())
      return wrong(out.range, "NoVariablesInScope", "there are no variables that '*' could stand for");
    for (const auto& [name, variable] : scope) {
      ProjectionItem entry;
      entry.column = name;
      entry.slot = variable.slot;
      after[name] = variable;
      out.star_items.push_back(std::move(entry));
    }
  }
  std::vector<StaticType> types;
  for (auto& entry : out.items) {
    types.push_back(item(entry, out, scope));
    if (failed_) return false;
  }
  if (!name_items(out, types, after)) return false;
  return !out.aggregates || grouping(out);
}

StaticType Checker::item(ProjectionItem& out, ProjectionClause& clause, const Scope& scope) {
  const auto saved = place_;
  place_ = Place{};
  place_.aggregates = true;
  const auto calls = clause.aggregate_calls.size();
  const auto found = expression(*out.expr, scope);
  place_ = saved;
  out.aggregates = clause.aggregate_calls.size() > calls;
  clause.aggregates = clause.aggregates || out.aggregates;
  return found;
}

/// Gives every item its slot; a variable that keeps its name keeps its slot.
bool Checker::name_items(ProjectionClause& out, const std::vector<StaticType>& types, Scope& after) {
  for (std::size_t i = 0; i < out.items.size(); ++i) {
    auto& entry = out.items[i];
    if (after.count(entry.column) != 0)
      return wrong(entry.expr->range, "ColumnNameConflict",
                   "there are two columns named '" + entry.column + "'");
    const bool variable = entry.expr->kind == ExprKind::variable;
    entry.slot = variable && entry.expr->name == entry.column ? entry.expr->slot : new_slot();
    if (variable && entry.slot != entry.expr->slot) alias_of_[entry.slot] = entry.expr->slot;
    after[entry.column] = {entry.slot, types[i]};
  }
  return true;
}

/// Outside of the aggregate functions an item may use constants and what is grouped by.
bool Checker::grouping(ProjectionClause& out) {
  std::vector<std::string> keys;
  for (const auto& entry : out.star_items) keys.push_back(print_variable(entry.column));
  for (const auto& entry : out.items)
    if (!entry.aggregates) keys.push_back(print(*entry.expr));
  for (const auto& entry : out.items)
    if (entry.aggregates && !check_grouped(*entry.expr, keys, out)) return false;
  return true;
}

bool Checker::check_grouped(const Expr& expr, const std::vector<std::string>& keys,
                            ProjectionClause& clause) {
  if (is_aggregate(expr) || (expr.ready && expr.kind != ExprKind::variable)) return true;
  const bool key = std::find(keys.begin(), keys.end(), print(expr)) != keys.end();
  if (expr.kind == ExprKind::variable ||
      (expr.kind == ExprKind::property && expr.args[0]->kind == ExprKind::variable)) {
    const auto& root = expr.kind == ExprKind::variable ? expr : *expr.args[0];
    const bool grouped = key || std::find(keys.begin(), keys.end(), print(root)) != keys.end();
    if (grouped) clause.kept.push_back(root.slot);
    return grouped ||
           wrong(expr.range, "AmbiguousAggregationExpression",
                 "'" + print(expr) + "' stands beside an aggregate function but is not a column of its own");
  }
  bool good = true;
  for_each_child(expr, [&](const Expr& child) {
    if (good && binds_variable(expr) && &child != expr.args[0].get())
      return;  // its own variable is no column
    good = good && check_grouped(child, keys, clause);
  });
  return good;
}

bool Checker::sorting(ProjectionClause& out, const Scope& scope, const Scope& after) {
  Scope both = after;
  const bool sees_before = !out.aggregates && !out.distinct;
  if (sees_before) both.insert(scope.begin(), scope.end());
  std::vector<std::string> keys;
  for (const auto& entry : out.star_items) keys.push_back(print_variable(entry.column));
  for (const auto& entry : out.items) keys.push_back(print_variable(entry.column));
  const auto saved = place_;
  for (auto& entry : out.order) {
    place_ = Place{};
    place_.aggregates = out.aggregates;
    const bool ambiguous = !reuse_items(*entry.expr, out, has_aggregate(*entry.expr));
    // What equals a column is read from it; the rest sees the columns, and earlier variables unless rows were
    // grouped.
    if (!entry.expr->ready) expression(*entry.expr, both);
    place_ = saved;
    if (failed_ && out.aggregates && error_.code == "UndefinedVariable") {
      if (ambiguous) error_.code = "AmbiguousAggregationExpression";
      error_.hint = "behind grouping ORDER BY sees the columns alone";
    }
    if (failed_) return false;
    if (out.aggregates && !check_grouped(*entry.expr, keys, out)) return false;
  }
  if (out.where) reuse_items(*out.where, out, false);
  if (out.where && !condition(out.where, both)) return false;
  if (out.where && sees_before && !out.order.empty())
    for (const auto& entry : scope) out.kept.push_back(entry.second.slot);
  return true;
}

/// An expression in ORDER BY or WHERE that is the same as a column's is that column; beside an aggregate
/// function (which has to be grouped for itself) only simple ones are: false where that left one out. A name
/// is first of all that of a column.
bool Checker::reuse_items(Expr& expr, const ProjectionClause& clause, bool simple_only) {
  const auto text = print(expr);
  const auto is_column = [&](const ProjectionItem& entry) { return entry.column == expr.name; };
  const bool column =
      expr.kind == ExprKind::variable && std::any_of(clause.items.begin(), clause.items.end(), is_column);
  for (const auto& entry : clause.items) {
    if (column || entry.expr->kind == ExprKind::literal || print(*entry.expr) != text) continue;
    if (simple_only && !is_simple(*entry.expr)) return false;
    expr.slot = entry.slot;
    expr.ready = true;
    if (expr.kind == ExprKind::variable) expr.name = entry.column;
    return true;
  }
  bool good = true;
  for (auto& arg : expr.args) {
    if (arg) good = reuse_items(*arg, clause, simple_only) && good;
    if (binds_variable(expr))
      break;  // the rest speaks of its own variable, which may be named as a column is
  }
  return good;
}

bool Checker::constant(ExprPtr& expr, std::string_view clause) {
  const auto saved = place_;
  place_ = Place{};
  const auto found = expression(*expr, {});
  place_ = saved;
  if (failed_ && error_.code == "UndefinedVariable") {
    error_.code = "NonConstantExpression";
    error_.message = std::string(clause) + " takes a constant, not a variable";
    error_.hint.clear();
  }
  if (failed_) return false;
  if (const auto* number = expr->literal.as<std::int64_t>();
      expr->kind == ExprKind::literal && number && *number < 0)
    return wrong(expr->range, "NegativeIntegerArgument", std::string(clause) + " cannot be negative");
  return require(*expr, found, type::integer, clause);
}

}  // namespace entente::query
