// SPDX-License-Identifier: Apache-2.0
#include "query/printer.hpp"

#include <map>

// Patterns and clauses as text.

namespace entente::query {

namespace {

std::string print_labels(const LabelExpr& labels, int outer) {
  using Kind = LabelExpr::Kind;
  switch (labels.kind) {
    case Kind::name:
      return print_name(labels.name);
    case Kind::any:
      return "%";
    case Kind::negation:
      return "!" + print_labels(labels.parts[0], 2);
    case Kind::both:
    case Kind::either:
      break;
  }
  const bool both = labels.kind == Kind::both;
  std::string text;
  for (const auto& part : labels.parts)
    text += (text.empty() ? "" : both ? "&" : "|") + print_labels(part, both ? 2 : 1);
  return outer >= (both ? 2 : 1) ? "(" + text + ")" : text;
}

/// Variable, labels, length, properties and condition, between the brackets of a node or relationship.
std::string print_inside(const std::string& variable, const std::optional<LabelExpr>& labels,
                         const std::string& length, const ExprPtr& properties, const ExprPtr& where) {
  std::string text = variable.empty() ? "" : print_variable(variable);
  if (labels) text += ":" + print(*labels);
  text += length;
  if (properties) text += (text.empty() ? "" : " ") + print(*properties);
  if (where) text += (text.empty() ? "" : " ") + ("WHERE " + print(*where));
  return text;
}

std::string print_length(const Length& length) {
  const auto min = length.min ? std::to_string(*length.min) : "";
  const auto max = length.max ? std::to_string(*length.max) : "";
  if (length.braces) return "{" + (length.min == length.max ? min : min + "," + max) + "}";
  if (!length.min && !length.max) return "*";
  return "*" + (length.min == length.max ? min : min + ".." + max);
}

std::string print_path_expr(const PathExpr& expr, int outer) {
  using Kind = PathExpr::Kind;
  std::string text;
  switch (expr.kind) {
    case Kind::step:
      return print_labels(*expr.step->types, 2);
    case Kind::inverse:
      text = "^" + print_path_expr(expr.parts[0], 2);
      return outer > 2 ? "(" + text + ")" : text;
    case Kind::repeat: {
      const auto& length = expr.length;
      const auto times = length.max        ? (length.min == 0 && length.max == 1 ? "?" : print_length(length))
                         : length.min == 0 ? "*"
                         : length.min == 1 ? "+"
                                           : print_length(length);
      text = print_path_expr(expr.parts[0], 3) + times;
      return outer > 2 ? "(" + text + ")" : text;
    }
    case Kind::sequence:
    case Kind::either:
      break;
  }
  const int own = expr.kind == Kind::sequence ? 1 : 0;
  for (const auto& part : expr.parts)
    text += (text.empty() ? "" : own == 1 ? "/" : "|") + print_path_expr(part, own + 1);
  return outer > own ? "(" + text + ")" : text;
}

/// With brackets where [:a|b*] would be read as openCypher's number of relationships.
std::string print_path_expr(const PathExpr& expr) {
  using Kind = PathExpr::Kind;
  const bool star = expr.kind == Kind::repeat && !expr.length.max && expr.length.min == 0;
  const auto text = print_path_expr(expr, 0);
  return star || expr.kind == Kind::either ? "(" + text + ")" : text;
}

std::string print_elements(const PathPattern& pattern);

std::string print_edge(const EdgePattern& edge) {
  if (edge.inner)
    return "(" + print_elements(*edge.inner) + (edge.where ? " WHERE " + print(*edge.where) : "") + ")" +
           print_length(*edge.length);
  const bool braces = edge.length && edge.length->braces;
  const auto inside = edge.regular ? ":" + print_path_expr(*edge.regular)
                                   : print_inside(edge.variable, edge.types,
                                                  edge.length && !braces ? print_length(*edge.length) : "",
                                                  edge.properties, edge.where);
  return (edge.direction == Direction::left ? "<-" : "-") + (inside.empty() ? "" : "[" + inside + "]") +
         (edge.direction == Direction::right ? "->" : "-") + (braces ? print_length(*edge.length) : "");
}

std::string print_elements(const PathPattern& pattern) {
  std::string text;
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    const auto& node = pattern.nodes[i];
    if (!node.implied)
      text += "(" + print_inside(node.variable, node.labels, "", node.properties, node.where) + ")";
    if (i < pattern.edges.size()) text += print_edge(pattern.edges[i]);
  }
  return text;
}

std::string print_selector(const Selector& selector) {
  using Kind = Selector::Kind;
  if (selector.implied) return "";
  const auto count = selector.count == 1 ? "" : std::to_string(selector.count) + " ";
  switch (selector.kind) {
    case Kind::all:
      return "";
    case Kind::any:
      return "ANY " + count;
    case Kind::any_shortest:
      return selector.function_style ? "shortestPath(" : "ANY SHORTEST ";
    case Kind::all_shortest:
      return selector.function_style ? "allShortestPaths(" : "ALL SHORTEST ";
    case Kind::shortest:
    case Kind::shortest_groups:
      return "SHORTEST " + count;
  }
  return "";
}

std::string print_mode(const PathPattern& pattern) {
  if (!pattern.mode_given) return "";
  switch (pattern.mode) {
    case PathMode::trail:
      return "TRAIL ";
    case PathMode::walk:
      return "WALK ";
    case PathMode::acyclic:
      return "ACYCLIC ";
    case PathMode::simple:
      return "SIMPLE ";
  }
  return "";
}

std::string print_clause(const MatchClause& clause) {
  std::string text = clause.optional ? "OPTIONAL MATCH " : "MATCH ";
  for (std::size_t i = 0; i < clause.patterns.size(); ++i)
    text += (i ? ", " : "") + print(clause.patterns[i]);
  return clause.where ? text + "\nWHERE " + print(*clause.where) : text;
}

std::string print_clause(const UnwindClause& clause) {
  return "UNWIND " + print(*clause.list) + " AS " + print_variable(clause.variable);
}

/// Columns that were written differently, as xs[-0] and xs[0], and print alike keep their names by AS.
std::string print_items(const std::vector<ProjectionItem>& items) {
  std::vector<std::string> exprs;
  std::map<std::string, int> names;
  for (const auto& item : items) {
    exprs.push_back(print(*item.expr));
    ++names[item.alias.empty() ? exprs.back() : item.alias];
  }
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& name = items[i].alias.empty() && names[exprs[i]] > 1 ? items[i].column : items[i].alias;
    text += (i ? ", " : "") + exprs[i] + (name.empty() ? "" : " AS " + print_name(name));
  }
  return text;
}

std::string print_clause(const ProjectionClause& clause) {
  std::string text = clause.is_return ? "RETURN " : "WITH ";
  if (clause.distinct) text += "DISTINCT ";
  if (clause.star) text += clause.items.empty() ? "*" : "*, ";
  text += print_items(clause.items);
  for (std::size_t i = 0; i < clause.order.size(); ++i)
    text += (i ? ", " : "\nORDER BY ") + print(*clause.order[i].expr) +
            (clause.order[i].descending ? " DESC" : "");
  if (clause.skip) text += "\nSKIP " + print(*clause.skip);
  if (clause.limit) text += "\nLIMIT " + print(*clause.limit);
  if (clause.where) text += "\nWHERE " + print(*clause.where);
  return text;
}

}  // namespace

std::string print(const LabelExpr& labels, bool in_expression) {
  return print_labels(labels, in_expression && labels.kind == LabelExpr::Kind::either ? 1 : 0);
}

std::string print(const PathPattern& pattern) {
  std::string text = pattern.variable.empty() ? "" : print_variable(pattern.variable) + " = ";
  text += print_selector(pattern.selector) + print_mode(pattern);
  if (pattern.selector.kind == Selector::Kind::shortest_groups) text += "GROUPS ";
  text += print_elements(pattern);
  return pattern.selector.function_style ? text + ")" : text;
}

std::string print(const Statement& statement) {
  using Report = Statement::Report;
  std::string text = statement.report == Report::plan      ? "EXPLAIN "
                     : statement.report == Report::profile ? "PROFILE "
                                                           : "";
  for (std::size_t i = 0; i < statement.parts.size(); ++i) {
    if (i) text += statement.union_all ? "\nUNION ALL\n" : "\nUNION\n";
    bool first = true;
    for (const auto& clause : statement.parts[i].clauses) {
      if (!first) text += "\n";
      first = false;
      text += std::visit([](const auto& c) { return print_clause(c); }, clause);
    }
  }
  return text;
}

}  // namespace entente::query
