// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "query/parser.hpp"

// Patterns: (a:Country)-[f:cooperated]->(b).

namespace entente::query {

bool Parser::patterns(std::vector<PathPattern>& out) {
  std::size_t edges = 0;
  do {
    out.emplace_back();
    if (!path(out.back())) return false;
    edges += out.back().edges.size();
    for (const auto& edge : out.back().edges)
      if (edge.inner) edges += edge.inner->edges.size();
    if (edges > kMaxEdges)
      return too_deep("more than " + std::to_string(kMaxEdges) + " relationships in one pattern");
  } while (accept_symbol(","));
  return !failed_;
}

bool Parser::path(PathPattern& out) {
  out.range.begin = token().begin;
  if (is_variable() && is_symbol("=", 1)) {
    out.variable = token().text;
    advance();
    advance();
  }
  bool needs_close = false;
  if (!selector(out, needs_close) || !chain(out)) return false;
  if (needs_close && !expect_symbol(")", "behind the pattern of shortestPath")) return false;
  out.range.end = last_end();
  return true;
}

bool Parser::node(NodePattern& out) {
  out.range.begin = token().begin;
  if (!expect_symbol("(", "to open a node pattern")) return false;
  if (is_variable()) {
    out.variable = token().text;
    advance();
  }
  if (accept_symbol(":") || accept_keyword("IS")) {
    out.labels.emplace();
    if (!labels(*out.labels, true)) return false;
  }
  if (!properties(out.properties)) return false;
  if (accept_keyword("WHERE")) out.where = expression();
  if (!failed_ && !is_symbol(")")) return unexpected("')', a label or properties in a node pattern");
  accept_symbol(")");
  out.range.end = last_end();
  return !failed_;
}

bool Parser::edge(EdgePattern& out) {
  out.range.begin = token().begin;
  const bool left = accept_symbol("<");
  if (!expect_symbol("-", "in a relationship pattern")) return false;
  if (is_symbol("[") && !edge_detail(out)) return false;
  if (!expect_symbol("-", "to close a relationship pattern")) return false;
  const bool right = accept_symbol(">");
  if (left != right) out.direction = left ? Direction::left : Direction::right;
  if (out.regular && left == right)
    return wrong(out.range.begin, "UnsupportedPattern", "a path expression needs a direction",
                 "write -[:a/b]-> or <-[:a/b]-; ^a is a against the arrow");
  if (!brace_length(out)) return false;
  out.range.end = last_end();
  return true;
}

bool Parser::edge_detail(EdgePattern& out) {
  advance();
  if (is_variable()) {
    out.variable = token().text;
    advance();
  }
  if (accept_symbol(":") || accept_keyword("IS")) {
    if (at_path_expression()) return regular(out);
    out.types.emplace();
    if (!labels(*out.types, false)) return false;
  }
  if (is_symbol(".."))
    return wrong(token().begin, "InvalidRelationshipPattern", "a number of relationships begins with '*'",
                 "write *1..3");
  if (is_symbol("*") && !star_length(out)) return false;
  if (!properties(out.properties)) return false;
  if (accept_keyword("WHERE")) out.where = expression();
  return !failed_ && expect_symbol("]", "to close a relationship pattern");
}

bool Parser::regular(EdgePattern& out) {
  if (!out.variable.empty())
    return wrong(out.range.begin, "UnsupportedPattern", "a path expression cannot have a variable",
                 "name the path: p = (a)-[:a/b]->(b)");
  out.regular = std::make_unique<PathExpr>();
  return path_expression(*out.regular) && expect_symbol("]", "to close a path expression");
}

bool Parser::bound(std::optional<std::int64_t>& out) {
  if (token().kind != TokenKind::integer) return true;
  const auto& digits = token().text;
  std::int64_t value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (code != std::errc() || end != digits.data() + digits.size())
    return wrong(token().begin, "IntegerOverflow", "this is not a number of relationships");
  out = value;
  advance();
  return true;
}

bool Parser::star_length(EdgePattern& out) {
  advance();
  out.length.emplace();
  if (!bound(out.length->min)) return false;
  if (is_symbol("-"))
    return wrong(token().begin, "InvalidRelationshipPattern", "a number of relationships cannot be negative");
  if (!accept_symbol("..")) {
    out.length->max = out.length->min;
    return true;
  }
  return bound(out.length->max);
}

bool Parser::brace_length(EdgePattern& out) {
  const bool plus = is_symbol("+"), star = is_symbol("*");
  if (!plus && !star && !is_symbol("{")) return true;
  if (out.length || out.regular)
    return wrong(token().begin, "InvalidRelationshipPattern", "the number of relationships is given twice");
  out.length.emplace();
  out.length->braces = true;
  if (plus || star) {
    out.length->min = plus ? 1 : 0;
    advance();
    return true;
  }
  advance();
  if (!bound(out.length->min)) return false;
  if (accept_symbol(",")) {
    if (!out.length->min) out.length->min = 0;
    if (!bound(out.length->max)) return false;
  } else if (out.length->min) {
    out.length->max = out.length->min;
  } else {
    return unexpected("a number of relationships");
  }
  return expect_symbol("}", "to close the number of relationships");
}

bool Parser::properties(ExprPtr& out) {
  if (failed_) return false;
  if (is_symbol("{")) {
    out = map_atom();
  } else if (token().kind == TokenKind::parameter) {
    return wrong(token().begin, "InvalidParameterUse",
                 "a parameter cannot stand for all properties of a pattern", "write {name: $name}");
  }
  return !failed_;
}

// labels := conjunction ('|' conjunction)*; conjunction := atom (('&' | ':') atom)*; atom := '!' atom | '%' |
// '(' labels ')' | name.
bool Parser::labels(LabelExpr& out, bool colon_joins) {
  const NestingGuard guard(*this);
  if (failed_) return false;
  return label_terms(out, LabelExpr::Kind::either, colon_joins);
}

bool Parser::label_terms(LabelExpr& out, LabelExpr::Kind kind, bool colon_joins) {
  const bool either = kind == LabelExpr::Kind::either;
  const auto begin = token().begin;
  std::vector<LabelExpr> parts;
  do {
    if (either) accept_symbol(":");  // [:a|:b]
    parts.emplace_back();
    const bool good =
        either ? label_terms(parts.back(), LabelExpr::Kind::both, colon_joins) : label_atom(parts.back());
    if (!good) return false;
  } while (accept_symbol(either ? "|" : "&") || (!either && colon_joins && accept_symbol(":")));
  if (parts.size() == 1) {
    out = std::move(parts.front());
    return true;
  }
  out.kind = kind;
  out.parts = std::move(parts);
  out.range = {begin, last_end()};
  return true;
}

bool Parser::label_atom(LabelExpr& out) {
  const NestingGuard guard(*this);
  if (failed_) return false;
  out.range.begin = token().begin;
  if (accept_symbol("!")) {
    out.kind = LabelExpr::Kind::negation;
    out.parts.emplace_back();
    if (!label_atom(out.parts.back())) return false;
  } else if (accept_symbol("%")) {
    out.kind = LabelExpr::Kind::any;
  } else if (accept_symbol("(")) {
    if (!labels(out, false) || !expect_symbol(")", "to close the labels")) return false;
    return true;
  } else if (!schema_name(out.name, "of a label or relation type")) {
    return false;
  }
  out.range.end = last_end();
  return true;
}

/// At '(': is this a node pattern with a relationship behind it? Decided by the words inside and behind the
/// brackets.
bool Parser::looks_like_pattern() const {
  if (!is_symbol("(") || token().closing == 0) return false;
  const std::size_t inside = is_variable(1) ? 2 : 1;
  if (!is_symbol(")", inside) && !is_symbol(":", inside) && !is_symbol("{", inside) &&
      !is_keyword("WHERE", inside))
    return false;
  const std::size_t behind = token().closing + 1 - at_;
  if (is_symbol("<", behind))
    return is_symbol("-", behind + 1) && (is_symbol("[", behind + 2) || is_symbol("-", behind + 2));
  if (!is_symbol("-", behind)) return false;
  if (is_symbol("-", behind + 1))
    return is_symbol(">", behind + 2) || is_symbol("(", behind + 2) || is_symbol("{", behind + 2);
  if (!is_symbol("[", behind + 1) || token(behind + 1).closing == 0) return false;
  return is_symbol("-", token(behind + 1).closing + 1 - at_);
}

}  // namespace entente::query
