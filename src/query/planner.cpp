// SPDX-License-Identifier: Apache-2.0
#include "query/planner.hpp"

#include <algorithm>

#include "query/match_planner.hpp"

// What a MATCH asks for, and the ways into the graph.

namespace entente::query {

MatchPlan Planner::run(const std::vector<const PathPattern*>& patterns, const Expr* where) {
  for (const auto* pattern : patterns) read(*pattern);
  if (where) split(*where);
  move_comparisons();
  for (const auto& node : nodes_)
    if (is_bound(node.slot))
      push("check node", make_check_node(node.slot, test_of(node.slot)), node.patterns.front()->range);
  while (step_along_edge() || step_to_node() || step_along_path()) {
  }
  for (const auto* pattern : patterns)
    if (pattern->slot != kNoSlot && !pattern->searched && is_asked(pattern->slot))
      push("make path", make_bind_path(*pattern), pattern->range, {pattern->slot});
  return std::move(plan_);
}

void Planner::read(const PathPattern& pattern) {
  if (pattern.searched) {
    read(pattern.nodes.front(), true);
    if (pattern.nodes.size() > 1) read(pattern.nodes.back(), true);
    return paths_.push_back({&pattern});
  }
  for (const auto& node : pattern.nodes) read(node, false);
  for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
    const auto& edge = pattern.edges[i];
    edges_.push_back({&edge,
                      pattern.nodes[i].slot,
                      pattern.nodes[i + 1].slot,
                      pattern.selector.kind,
                      &pattern,
                      i,
                      {},
                      {}});
    if (edge.length || edge.regular) continue;
    if (edge.where) split(*edge.where);
    late_properties(edge.properties.get(), edge.slot);
  }
}

void Planner::read(const NodePattern& node, bool of_path) {
  auto found = std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& n) { return n.slot == node.slot; });
  if (found == nodes_.end()) found = nodes_.insert(nodes_.end(), {node.slot, {}, {}, -1, true});
  found->patterns.push_back(&node);
  found->of_path = found->of_path && of_path;
  if (node.where) split(*node.where);
  late_properties(node.properties.get(), node.slot);
}

std::set<Slot> Planner::reads(const Expr& expr) const {
  std::set<Slot> all, out;
  collect_slots(expr, all);
  std::set_intersection(all.begin(), all.end(), introduces_.begin(), introduces_.end(),
                        std::inserter(out, out.end()));
  return out;
}

/// Entries of a property map that read other variables of this MATCH become conditions.
void Planner::late_properties(const Expr* map, Slot owner) {
  if (!map) return;
  for (std::size_t i = 0; i < map->args.size(); ++i) {
    if (is_early(*map->args[i])) continue;
    Condition condition;
    condition.property = {&map->keys[i], map->args[i].get(), false, {}};
    condition.owner = owner;
    condition.reads = reads(*map->args[i]);
    if (introduces_.count(owner) != 0) condition.reads.insert(owner);
    conditions_.push_back(std::move(condition));
  }
}

/// The parts of a condition that AND joins, each to be tested as early as it can be.
void Planner::split(const Expr& expr) {
  if (expr.kind == ExprKind::binary && expr.op == Op::logical_and && !expr.ready) {
    split(*expr.args[0]);
    split(*expr.args[1]);
    return;
  }
  Condition condition;
  condition.expr = &expr;
  condition.reads = reads(expr);
  if (condition.reads.empty()) {
    plan_.first.push_back(&expr);
  } else {
    conditions_.push_back(std::move(condition));
  }
}

// Comparisons of a property of a relationship are tested where it is walked, before anything is bound.

Planner::Edge* Planner::single_edge(Slot slot) {
  Edge* found = nullptr;
  for (auto& edge : edges_) {
    if (edge.pattern->slot != slot) continue;
    if (found || !edge.single() || introduces_.count(slot) == 0) return nullptr;
    found = &edge;
  }
  return found;
}

void Planner::move_comparisons() {
  const auto moved = [&](const Condition& condition) { return move_comparison(condition); };
  conditions_.erase(std::remove_if(conditions_.begin(), conditions_.end(), moved), conditions_.end());
}

namespace {

Op mirrored(Op op) {
  switch (op) {
    case Op::less:
      return Op::greater;
    case Op::less_equal:
      return Op::greater_equal;
    case Op::greater:
      return Op::less;
    case Op::greater_equal:
      return Op::less_equal;
    default:
      return op;
  }
}

/// Cannot fail, and is the same for all candidates.
bool is_constant(const Expr& expr) {
  return !expr.ready && (expr.kind == ExprKind::literal || expr.kind == ExprKind::parameter);
}

}  // namespace

bool Planner::move_comparison(const Condition& condition) {
  const auto* expr = condition.expr;
  if (!expr || expr->ready || expr->kind != ExprKind::comparison || expr->ops.size() != 1) return false;
  for (const std::size_t side : {0u, 1u}) {
    const auto &property = *expr->args[side], &value = *expr->args[1 - side];
    if (property.kind != ExprKind::property || property.ready || !is_constant(value)) continue;
    if (property.args[0]->kind != ExprKind::variable) continue;
    auto* edge = single_edge(property.args[0]->slot);
    if (!edge) continue;
    edge->comparisons.push_back(
        {&property.name, side == 0 ? expr->ops[0] : mirrored(expr->ops[0]), &value, {}});
    edge->shown.push_back(expr->range);
    return true;
  }
  return false;
}

// Tests and ways in.

std::vector<PropertyTest> Planner::early_properties(const Expr* map, bool of_node) const {
  std::vector<PropertyTest> tests;
  if (!map) return tests;
  for (std::size_t i = 0; i < map->args.size(); ++i) {
    if (!is_early(*map->args[i])) continue;
    const bool aliases = of_node && context_.hierarchy && map->keys[i] == "name";
    tests.push_back({&map->keys[i], map->args[i].get(), aliases, {}});
  }
  return tests;
}

NodeTest Planner::test_of(Slot slot) {
  NodeTest test;
  for (const auto* pattern : find(slot).patterns) {
    if (pattern->labels) test.labels.push_back(&context_.label_test(*pattern->labels));
    for (auto& property : early_properties(pattern->properties.get(), true))
      test.properties.push_back(std::move(property));
  }
  return test;
}

EdgeTest Planner::test_of(const Edge& edge) {
  EdgeTest test(*edge.pattern, context_);
  test.properties = early_properties(edge.pattern->properties.get(), false);
  test.comparisons = edge.comparisons;
  return test;
}

Planner::Node& Planner::find(Slot slot) {
  return *std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& node) { return node.slot == slot; });
}

double Planner::rows(Node& node) {
  if (node.rows >= 0) return node.rows;
  const auto test = test_of(node.slot);
  if (!test.properties.empty()) {
    const auto& best = test.properties.front();
    node.access = {Access::Kind::property, nullptr, best.key, best.value, false, best.aliases};
    return node.rows = 1;
  }
  node.rows = static_cast<double>(context_.graph.node_count());
  for (const auto* label : test.labels) use_label(*label, node);
  for (const auto& condition : conditions_)
    if (condition.expr && condition.reads == std::set<Slot>{node.slot}) use_condition(*condition.expr, node);
  return node.rows;
}

void Planner::use_label(const LabelTest& label, Node& node) {
  const auto count = static_cast<double>(context_.index.count(label));
  if (count > node.rows) return;
  node.rows = count;
  node.access = {Access::Kind::label, &label, nullptr, nullptr, false, false};
}

/// a.key = value, a.key IN list and a:Label in WHERE are ways in, too.
void Planner::use_condition(const Expr& expr, Node& node) {
  if (node.access.kind == Access::Kind::property) return;
  if (expr.kind == ExprKind::label_test && expr.args[0]->slot == node.slot)
    use_label(context_.label_test(expr.labels), node);
  const bool equal = expr.kind == ExprKind::comparison && expr.ops.size() == 1 && expr.ops[0] == Op::equal;
  const bool in = expr.kind == ExprKind::binary && expr.op == Op::in;
  if (!equal && !in) return;
  for (const std::size_t side : {0u, 1u}) {
    const auto &property = *expr.args[side], &value = *expr.args[1 - side];
    const bool fits = property.kind == ExprKind::property && property.args[0]->kind == ExprKind::variable &&
                      property.args[0]->slot == node.slot && !property.ready && is_early(value);
    if (!fits || (in && side == 1)) continue;
    node.access = {Access::Kind::property, nullptr, &property.name, &value, in, false};
    node.rows = in ? 4 : 1;
    return;
  }
}

MatchPlan plan_match(const std::vector<const PathPattern*>& patterns, const Expr* where,
                     const std::vector<Slot>& introduces, const std::set<Slot>& live, Context& context) {
  return Planner(introduces, live, context).run(patterns, where);
}

}  // namespace entente::query
