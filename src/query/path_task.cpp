// SPDX-License-Identifier: Apache-2.0
#include "query/path_task.hpp"

#include "query/planner.hpp"
#include "query/walk.hpp"

namespace entente::query {

PathTask part_task(const PathPattern& pattern, std::size_t place, bool recorded, const Hop& hop) {
  PathTask task;
  task.pattern = &pattern;
  task.first = place;
  task.last = place + 1;
  task.recorded = recorded;
  task.from = hop.from;
  task.to = hop.to;
  task.forward = hop.forward;
  task.to_bound = hop.to_bound;
  return task;
}

PathTask whole_task(const PathPattern& pattern, bool forward, const std::function<bool(Slot)>& is_bound) {
  PathTask task;
  task.pattern = &pattern;
  task.last = pattern.edges.size();
  task.whole = true;
  task.forward = forward;
  task.from = forward ? pattern.nodes.front().slot : pattern.nodes.back().slot;
  task.to = forward ? pattern.nodes.back().slot : pattern.nodes.front().slot;
  task.to_bound = is_bound(task.to);
  for (const auto& node : pattern.nodes)
    if (is_bound(node.slot)) task.bound.insert(node.slot);
  return task;
}

std::vector<Slot> slots_of(const PathPattern& pattern) {
  std::vector<Slot> slots{pattern.slot};
  for (const auto& node : pattern.nodes) slots.push_back(node.slot);
  for (const auto& edge : pattern.edges) add_slots(edge, slots);
  return slots;
}

void add_slots(const EdgePattern& edge, std::vector<Slot>& slots) {
  slots.push_back(edge.slot);
  if (!edge.inner) return;
  for (const auto& node : edge.inner->nodes) slots.push_back(node.group);
  for (const auto& each : edge.inner->edges) slots.push_back(each.group);
}

namespace {

void collect_slots(const PathPattern& pattern, std::set<Slot>& slots) {
  for (const auto& node : pattern.nodes) slots.insert(node.slot);
  for (const auto& edge : pattern.edges) {
    slots.insert(edge.slot);
    if (edge.inner) collect_slots(*edge.inner, slots);
  }
}

}  // namespace

void collect_slots(const Expr& expr, std::set<Slot>& slots) {
  if (expr.ready) slots.insert(expr.slot);
  for_each_child(expr, [&](const Expr& child) { collect_slots(child, slots); });
  if (expr.pattern) collect_slots(*expr.pattern, slots);
  if (!expr.query) return;
  for (const auto& part : expr.query->parts)
    for (const auto& clause : part.clauses)
      if (const auto* match = std::get_if<MatchClause>(&clause))
        for (const auto& pattern : match->patterns) collect_slots(pattern, slots);
}

}  // namespace entente::query
