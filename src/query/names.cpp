// SPDX-License-Identifier: Apache-2.0
#include "query/names.hpp"

#include <algorithm>

#include "query/diagnostics.hpp"
#include "query/walk.hpp"

namespace entente::query {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class NameCheck {
 public:
  NameCheck(std::string_view text, const graph::Snapshot& graph, const ontology::Vocabulary& vocabulary)
      : text_(text), graph_(graph), vocabulary_(vocabulary) {}

  void statement(const Statement& statement) {
    for (const auto& part : statement.parts) {
      for (const auto& clause : part.clauses) {
        if (const auto* match = std::get_if<MatchClause>(&clause))
          for (const auto& each : match->patterns) pattern(each);
        std::visit([&](const auto& c) { for_each_expr(c, [&](const Expr& expr) { expression(expr); }); },
                   clause);
      }
    }
  }

  [[nodiscard]] Status result() { return error_.message.empty() ? Status() : fail(std::move(error_)); }

 private:
  void wrong(Range range, std::string_view code, const std::string& what, const std::string& name,
             std::string hint) {
    if (error_.message.empty())
      error_ = error_at(text_, range.begin, code, "there is no " + what + " '" + name + "'", std::move(hint));
  }

  void pattern(const PathPattern& pattern) {
    for (const auto& node : pattern.nodes) {
      if (node.labels) labels(*node.labels);
      if (node.properties) keys(*node.properties);
    }
    for (const auto& edge : pattern.edges) {
      if (edge.types) types(*edge.types);
      if (edge.inner) this->pattern(*edge.inner);
      if (edge.regular) path(*edge.regular);
      if (edge.properties) keys(*edge.properties);
    }
  }

  void path(const PathExpr& expr) {
    if (expr.step) types(*expr.step->types);
    for (const auto& part : expr.parts) path(part);
  }

  void expression(const Expr& expr) {
    if (expr.kind == ExprKind::property && expr.of_entity)
      property(expr.name, expr.range.end - std::min(expr.range.end, expr.name.size()));
    if (expr.kind == ExprKind::label_test) label_or_type(expr.labels);
    if (expr.pattern) pattern(*expr.pattern);
    if (expr.query) return statement(*expr.query);
    for_each_child(expr, [&](const Expr& child) { expression(child); });
  }

  void labels(const LabelExpr& expr) {
    for (const auto& part : expr.parts) labels(part);
    if (expr.kind != LabelExpr::Kind::name || vocabulary_.find_class(expr.name) ||
        contains(graph_.all_labels(), expr.name))
      return;
    auto names = graph_.all_labels();
    for (const auto& known : vocabulary_.classes()) names.push_back(known.name);
    wrong(expr.range, "UnknownLabel", "class", expr.name, hint_for(expr.name, names));
  }

  void types(const LabelExpr& expr) {
    for (const auto& part : expr.parts) types(part);
    if (expr.kind != LabelExpr::Kind::name || vocabulary_.find_relation(expr.name) ||
        contains(graph_.all_types(), expr.name))
      return;
    auto names = graph_.all_types();
    for (const auto& known : vocabulary_.relations()) {
      names.push_back(known.name);
      if (known.inverse == expr.name)
        return wrong(
            expr.range, "UnknownRelation", "relation", expr.name,
            "it is " + known.name + " read backwards: turn the arrow and write [:" + known.name + "]");
    }
    wrong(expr.range, "UnknownRelation", "relation", expr.name, hint_for(expr.name, names));
  }

  void label_or_type(const LabelExpr& expr) {
    for (const auto& part : expr.parts) label_or_type(part);
    const bool known = vocabulary_.find_relation(expr.name) || contains(graph_.all_types(), expr.name);
    if (expr.kind == LabelExpr::Kind::name && !known) labels(expr);
  }

  void keys(const Expr& map) {
    for (const auto& key : map.keys) property(key, map.range.begin);
  }

  void property(const std::string& name, std::size_t at) {
    if (contains(known_properties(), name) || contains(graph_.all_property_names(), name)) return;
    auto names = graph_.all_property_names();
    names.insert(names.end(), known_properties().begin(), known_properties().end());
    wrong({at, at}, "UnknownProperty", "property", name, hint_for(name, names));
  }

  std::string_view text_;
  const graph::Snapshot& graph_;
  const ontology::Vocabulary& vocabulary_;
  Error error_;
};

}  // namespace

const std::vector<std::string>& known_properties() {
  static const std::vector<std::string> kNames = {
      "aliases",  "attributedTo", "begin",    "class", "confidence", "content",  "context",
      "decision", "end",          "evidence", "id",    "meeting",    "mentions", "modality",
      "mode",     "name",         "negated",  "notes", "ofClass",    "office",   "quantity",
      "resource", "topic",        "when",     "where", "wikidata"};
  return kNames;
}

Status check_names(const Statement& statement, std::string_view text, const graph::Snapshot& graph,
                   const ontology::Vocabulary& vocabulary) {
  NameCheck check(text, graph, vocabulary);
  check.statement(statement);
  return check.result();
}

}  // namespace entente::query
