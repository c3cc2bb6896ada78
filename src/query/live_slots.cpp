// SPDX-License-Identifier: Apache-2.0
#include "query/live_slots.hpp"

#include <algorithm>

#include "query/planner.hpp"
#include "query/walk.hpp"

namespace entente::query {

namespace {

void add_pattern(const PathPattern& pattern, std::set<Slot>& slots) {
  for (const auto& node : pattern.nodes) slots.insert(node.slot);
  for (const auto& edge : pattern.edges) slots.insert(edge.slot);
  slots.insert(pattern.slot);
}

void add_reads(const Clause& clause, std::set<Slot>& slots) {
  std::visit([&](const auto& c) { for_each_expr(c, [&](const Expr& expr) { collect_slots(expr, slots); }); },
             clause);
  if (const auto* match = std::get_if<MatchClause>(&clause))
    for (const auto& pattern : match->patterns) add_pattern(pattern, slots);
  if (const auto* projection = std::get_if<ProjectionClause>(&clause)) {
    for (const auto& item : projection->star_items) slots.insert(item.slot);
    slots.insert(projection->kept.begin(), projection->kept.end());
  }
}

void add_nodes(const MatchClause& match, std::set<Slot>& slots) {
  const std::set<Slot> introduced(match.introduces.begin(), match.introduces.end());
  if (match.optional) return;
  for (const auto& pattern : match.patterns)
    for (const auto& node : pattern.nodes)
      if (introduced.count(node.slot) != 0) slots.insert(node.slot);
}

/// What is a node before the projection is one behind it under its new name.
std::set<Slot> nodes_behind(const ProjectionClause& projection, const std::set<Slot>& before) {
  std::set<Slot> behind;
  for (const auto& item : projection.star_items)
    if (before.count(item.slot) != 0) behind.insert(item.slot);
  for (const auto& item : projection.items)
    if (item.expr->kind == ExprKind::variable && before.count(item.expr->slot) != 0) behind.insert(item.slot);
  return behind;
}

}  // namespace

std::vector<std::set<Slot>> live_slots(const SingleQuery& query) {
  std::vector<std::set<Slot>> out(query.clauses.size());
  std::set<Slot> live;
  for (std::size_t i = query.clauses.size(); i-- > 0;) {
    out[i] = live;
    if (std::holds_alternative<ProjectionClause>(query.clauses[i])) live.clear();
    add_reads(query.clauses[i], live);
  }
  return out;
}

std::vector<std::set<Slot>> node_slots(const SingleQuery& query) {
  std::vector<std::set<Slot>> out;
  std::set<Slot> nodes;
  for (const auto& clause : query.clauses) {
    out.push_back(nodes);
    if (const auto* match = std::get_if<MatchClause>(&clause)) add_nodes(*match, nodes);
    if (const auto* projection = std::get_if<ProjectionClause>(&clause))
      nodes = nodes_behind(*projection, nodes);
  }
  return out;
}

}  // namespace entente::query
