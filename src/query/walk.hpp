// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/ast.hpp"

namespace entente::query {

// Visits the expressions that stand directly in a part of the tree (not those inside them). Missing ones are
// left out.

template <class Visit>
void for_each_expr(const PathPattern& pattern, Visit visit) {
  const auto each = [&](const ExprPtr& expr) {
    if (expr) visit(*expr);
  };
  for (const auto& node : pattern.nodes) each(node.properties), each(node.where);
  for (const auto& edge : pattern.edges) {
    each(edge.properties), each(edge.where);
    if (edge.inner) for_each_expr(*edge.inner, visit);  // groups do not stand inside groups
  }
}

template <class Visit>
void for_each_expr(const MatchClause& clause, Visit visit) {
  for (const auto& pattern : clause.patterns) for_each_expr(pattern, visit);
  if (clause.where) visit(*clause.where);
}

template <class Visit>
void for_each_expr(const UnwindClause& clause, Visit visit) {
  if (clause.list) visit(*clause.list);
}

template <class Visit>
void for_each_expr(const ProjectionClause& clause, Visit visit) {
  for (const auto& item : clause.items) visit(*item.expr);
  for (const auto& item : clause.order) visit(*item.expr);
  for (const auto* part : {&clause.skip, &clause.limit, &clause.where})
    if (*part) visit(**part);
}

template <class Visit>
void for_each_expr(const Statement& statement, Visit visit) {
  for (const auto& part : statement.parts)
    for (const auto& clause : part.clauses)
      std::visit([&](const auto& c) { for_each_expr(c, visit); }, clause);
}

/// The expressions directly inside one.
template <class Visit>
void for_each_child(const Expr& expr, Visit visit) {
  for (const auto& arg : expr.args)
    if (arg) visit(*arg);
  if (expr.pattern) for_each_expr(*expr.pattern, visit);
  if (expr.query) for_each_expr(*expr.query, visit);
}

}  // namespace entente::query
