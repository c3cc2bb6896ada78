// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "query/checker.hpp"
#include "query/diagnostics.hpp"

// Path modes, selectors, quantified groups and path expressions.

namespace entente::query {

namespace {

constexpr std::uint64_t kMaxWrittenOut = 10'000;  ///< relationships of a pattern without its repetitions

/// How often the body of a repetition is written out; a loop counts once.
std::uint64_t copies(const Length& length) {
  const auto min = static_cast<std::uint64_t>(length.min.value_or(1));
  if (!length.max) return min + 1;
  return std::max<std::uint64_t>({min, static_cast<std::uint64_t>(*length.max), 1});
}

/// Stays above the limit once it is there.
std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  return a > kMaxWrittenOut || b > kMaxWrittenOut ? kMaxWrittenOut + 1 : a * b;
}

std::uint64_t written_out(const PathExpr& expr) {
  if (expr.kind == PathExpr::Kind::step) return 1;
  std::uint64_t sum = 0;
  for (const auto& part : expr.parts) sum = std::min(sum + written_out(part), kMaxWrittenOut + 1);
  return expr.kind == PathExpr::Kind::repeat ? times(copies(expr.length), sum) : sum;
}

bool is_unbounded(const PathExpr& expr) {
  if (expr.kind == PathExpr::Kind::repeat && !expr.length.max) return true;
  return std::any_of(expr.parts.begin(), expr.parts.end(), is_unbounded);
}

bool is_unbounded(const EdgePattern& edge) {
  return edge.regular ? is_unbounded(*edge.regular) : edge.length && !edge.length->max;
}

}  // namespace

bool Checker::path_rules(PathPattern& pattern) {
  using Kind = Selector::Kind;
  const auto& selector = pattern.selector;
  const bool plain = std::none_of(pattern.edges.begin(), pattern.edges.end(),
                                  [](const auto& edge) { return edge.inner || edge.regular; });
  if (selector.function_style && (pattern.edges.size() != 1 || !plain))
    return wrong(pattern.range, "UnsupportedSelector",
                 "shortestPath and allShortestPaths need a pattern of one relationship",
                 "ANY SHORTEST and ALL SHORTEST take any pattern");
  const bool regular = std::any_of(pattern.edges.begin(), pattern.edges.end(),
                                   [](const auto& edge) { return edge.regular != nullptr; });
  const bool chosen = selector.kind != Kind::all && !selector.function_style;
  pattern.searched = chosen || pattern.mode != PathMode::trail ||
                     (regular && (pattern.mode_given || !pattern.variable.empty()));
  for (const auto& edge : pattern.edges) {
    if (pattern.mode == PathMode::walk && selector.kind == Kind::all && is_unbounded(edge))
      return wrong(
          edge.range, "UnboundedWalk",
          "a WALK takes relationships again and again, so that one without a greatest length has no end",
          "bound it: {1,5}; or write TRAIL, ACYCLIC, SIMPLE or ANY SHORTEST");
    if ((pattern.searched || edge.inner || edge.regular) && !path_size(edge)) return false;
  }
  return true;
}

bool Checker::path_size(const EdgePattern& edge) {
  auto size = edge.regular ? written_out(*edge.regular) : edge.inner ? edge.inner->edges.size() : 1;
  if (edge.length) size = times(copies(*edge.length), size);
  if (size <= kMaxWrittenOut) return true;
  wrong(
      edge.range, "TooLarge",
      "the pattern has more than " + std::to_string(kMaxWrittenOut) + " relationships when it is written out",
      "leave the greatest length out");
  error_.kind = ErrorKind::limit;
  return false;
}

/// Inside the group its variables stand for one node or relationship, outside for the list of all.
bool Checker::declare_group(EdgePattern& group, const Scope& before, Scope& scope,
                            std::vector<Slot>& introduces, bool may_introduce) {
  group.slot = new_slot();
  introduces.push_back(group.slot);
  Scope own;
  std::vector<Slot> unseen;
  for (auto& node : group.inner->nodes) {
    const bool known = own.count(node.variable) != 0;
    if (!declare_node(node, own, unseen, true)) return false;
    if (node.variable.empty() || known) continue;
    if (!group_variable(node.variable, node.range, type::node, scope, introduces, may_introduce, node.group))
      return false;
  }
  for (auto& edge : group.inner->edges) {
    if (edge.length || edge.regular)
      return wrong(edge.range, "UnsupportedPattern",
                   "inside a group only single relationships can stand, because the group repeats them");
    if (!declare_edge(edge, before, own, unseen, true)) return false;
    edge.element = edge.slot;
    if (edge.variable.empty()) continue;
    if (!group_variable(edge.variable, edge.range, type::edge, scope, introduces, may_introduce, edge.group))
      return false;
  }
  return true;
}

bool Checker::group_variable(const std::string& name, Range range, TypeSet element, Scope& scope,
                             std::vector<Slot>& introduces, bool may_introduce, Slot& list) {
  if (scope.count(name) != 0)
    return wrong(range, "VariableAlreadyBound",
                 "the variable '" + name + "' exists already outside the group", "give it a new name");
  if (!may_introduce) return wrong(range, "UndefinedVariable", "the variable '" + name + "' is not defined");
  list = new_slot();
  introduces.push_back(list);
  scope[name] = {list, {type::list, element}};
  return true;
}

/// Conditions inside the pattern choose paths before a selector does, so that they see this pattern alone;
/// those of the ends see the ends. Properties see earlier clauses.
bool Checker::inside_searched(PathPattern& pattern, const Scope& before, const Scope& scope) {
  Scope ends = before, own = before;
  const auto add = [&scope](const std::string& name, Scope& to) {
    const auto found = scope.find(name);
    if (!name.empty() && found != scope.end()) to.insert(*found);
  };
  for (const auto& edge : pattern.edges) add(edge.variable, own);
  for (const auto& node : pattern.nodes) add(node.variable, own);
  add(pattern.nodes.front().variable, ends);
  add(pattern.nodes.back().variable, ends);
  for (auto& node : pattern.nodes) {
    const bool at_end = &node == &pattern.nodes.front() || &node == &pattern.nodes.back();
    if (!inside_node(node, at_end ? ends : before, at_end ? ends : own)) return false;
  }
  for (auto& edge : pattern.edges) {
    if (edge.inner || edge.length) {
      if (!inside_edge(edge, before, own)) return false;
      continue;
    }
    if (edge.properties) expression(*edge.properties, before);
    if (edge.where && !failed_) condition(edge.where, own);
    if (failed_) return false;
  }
  return true;
}

bool Checker::inside_group(EdgePattern& group, const Scope& before) {
  Scope own = before;
  for (const auto& node : group.inner->nodes)
    if (!node.variable.empty()) own[node.variable] = {node.slot, {type::node, type::any}};
  for (const auto& edge : group.inner->edges)
    if (!edge.variable.empty()) own[edge.variable] = {edge.slot, {type::edge, type::any}};
  for (auto& node : group.inner->nodes)
    if (!inside_node(node, before, own)) return false;
  for (auto& edge : group.inner->edges) {
    if (edge.properties) expression(*edge.properties, before);
    if (edge.where && !failed_) condition(edge.where, own);
    if (failed_) return false;
  }
  return !group.where || condition(group.where, own);
}

}  // namespace entente::query
