// SPDX-License-Identifier: Apache-2.0
#include "query/checker.hpp"
#include "query/diagnostics.hpp"

// Patterns: first all variables are declared, then the expressions inside are checked, so that their order is
// free.

namespace entente::query {

namespace {

std::vector<std::string> names_of(const Scope& scope) {
  std::vector<std::string> names;
  for (const auto& entry : scope) names.push_back(entry.first);
  return names;
}

}  // namespace

bool Checker::declare(PathPattern& pattern, const Scope& before, Scope& scope, std::vector<Slot>& introduces,
                      bool may_introduce) {
  if (!path_rules(pattern)) return false;
  if (!pattern.variable.empty() && before.count(pattern.variable) != 0)
    return wrong(pattern.range, "VariableAlreadyBound",
                 "the variable '" + pattern.variable + "' exists already");
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    if (!declare_node(pattern.nodes[i], scope, introduces, may_introduce)) return false;
    if (i == pattern.edges.size()) break;
    auto& edge = pattern.edges[i];
    if (pattern.searched && !edge.variable.empty() && before.count(edge.variable) != 0)
      return wrong(edge.range, "VariableAlreadyBound",
                   "the relationship '" + edge.variable + "' exists already", "give it a new name");
    const bool good = edge.inner ? declare_group(edge, before, scope, introduces, may_introduce)
                                 : declare_edge(edge, before, scope, introduces, may_introduce);
    if (!good) return false;
    if (pattern.searched && !edge.length) edge.element = edge.slot;
  }
  return true;
}

bool Checker::declare_node(NodePattern& node, Scope& scope, std::vector<Slot>& introduces,
                           bool may_introduce) {
  const auto found = node.variable.empty() ? scope.end() : scope.find(node.variable);
  if (found != scope.end()) {
    if ((found->second.type.kinds & (type::node | type::null)) == 0)
      return wrong(node.range, "VariableTypeConflict",
                   "'" + node.variable + "' is " + describe(found->second.type.kinds) + ", not a node");
    node.slot = found->second.slot;
    return true;
  }
  if (!node.variable.empty() && !may_introduce)
    return wrong(node.range, "UndefinedVariable", "the variable '" + node.variable + "' is not defined",
                 hint_for(node.variable, names_of(scope)));
  node.slot = new_slot();
  introduces.push_back(node.slot);
  if (!node.variable.empty()) scope[node.variable] = {node.slot, {type::node, type::any}};
  return true;
}

bool Checker::declare_edge(EdgePattern& edge, const Scope& before, Scope& scope,
                           std::vector<Slot>& introduces, bool may_introduce) {
  edges_.push_back(&edge);
  const TypeSet wanted = edge.length ? type::list : type::edge;
  const auto found = edge.variable.empty() ? scope.end() : scope.find(edge.variable);
  if (found == scope.end()) {
    if (!edge.variable.empty() && !may_introduce)
      return wrong(edge.range, "UndefinedVariable", "the variable '" + edge.variable + "' is not defined",
                   hint_for(edge.variable, names_of(scope)));
    edge.slot = new_slot();
    introduces.push_back(edge.slot);
    if (!edge.variable.empty()) scope[edge.variable] = {edge.slot, {wanted, type::edge}};
    return true;
  }
  if ((found->second.type.kinds & (wanted | type::null)) == 0)
    return wrong(edge.range, "VariableTypeConflict",
                 "'" + edge.variable + "' is " + describe(found->second.type.kinds) + ", not " +
                     (edge.length ? "a list of relationships" : "a relationship"));
  if (before.count(edge.variable) == 0 && may_introduce)
    return wrong(
        edge.range, "RelationshipUniquenessViolation",
        "the relationship '" + edge.variable + "' stands twice in one MATCH, which can match nothing");
  edge.slot = found->second.slot;
  return true;
}

bool Checker::declare_path(PathPattern& pattern, Scope& scope, std::vector<Slot>& introduces) {
  if (pattern.variable.empty()) return true;
  if (scope.count(pattern.variable) != 0)
    return wrong(pattern.range, "VariableAlreadyBound",
                 "the variable '" + pattern.variable + "' exists already");
  pattern.slot = new_slot();
  introduces.push_back(pattern.slot);
  scope[pattern.variable] = {pattern.slot, {type::path, type::any}};
  return true;
}

bool Checker::inside(PathPattern& pattern, const Scope& before, const Scope& scope) {
  if (pattern.searched) return inside_searched(pattern, before, scope);
  for (auto& node : pattern.nodes)
    if (!inside_node(node, scope, scope)) return false;
  for (auto& edge : pattern.edges)
    if (!inside_edge(edge, before, scope)) return false;
  return true;
}

bool Checker::inside_node(NodePattern& node, const Scope& for_properties, const Scope& for_where) {
  if (node.properties) expression(*node.properties, for_properties);
  if (node.where && !failed_) condition(node.where, for_where);
  return !failed_;
}

/// The conditions of a repeated relationship are tested at each step, when the rest of the pattern is not
/// known yet: they see earlier clauses and the single relationship.
bool Checker::inside_edge(EdgePattern& edge, const Scope& before, const Scope& scope) {
  if (edge.inner) return inside_group(edge, before);
  Scope step = edge.length ? before : scope;
  if (edge.length) edge.element = new_slot();
  if (edge.length && !edge.variable.empty()) step[edge.variable] = {edge.element, {type::edge, type::any}};
  if (edge.properties) expression(*edge.properties, step);
  if (edge.where && !failed_) condition(edge.where, step);
  return !failed_;
}

}  // namespace entente::query
