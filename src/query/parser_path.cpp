// SPDX-License-Identifier: Apache-2.0
#include "query/parser.hpp"

// What stands around and between the elements of a path: selectors, path modes, quantified groups, path
// expressions.

namespace entente::query {

namespace {

const std::vector<std::string> kPathWords = {"WALK", "TRAIL", "ACYCLIC", "SIMPLE", "ANY", "ALL", "SHORTEST"};

}  // namespace

/// At a word that begins a pattern: ANY, SHORTEST, TRAIL ...
bool Parser::at_path_word() const {
  for (const auto& word : kPathWords)
    if (is_keyword(word)) return true;
  return false;
}

bool Parser::selector(PathPattern& out, bool& needs_close) {
  using Kind = Selector::Kind;
  if ((is_keyword("shortestPath") || is_keyword("allShortestPaths")) && is_symbol("(", 1)) {
    out.selector.kind = is_keyword("shortestPath") ? Kind::any_shortest : Kind::all_shortest;
    out.selector.function_style = needs_close = true;
    advance();
    advance();
    return true;
  }
  if (!selector_words(out.selector)) return false;
  path_mode(out);
  if (!accept_keyword("PATHS")) accept_keyword("PATH");
  if (out.selector.kind == Kind::shortest && (accept_keyword("GROUPS") || accept_keyword("GROUP")))
    out.selector.kind = Kind::shortest_groups;
  if (out.selector.kind == Kind::shortest && out.selector.count == 1) out.selector.kind = Kind::any_shortest;
  if (out.selector.kind == Kind::shortest_groups && out.selector.count == 1)
    out.selector.kind = Kind::all_shortest;
  if (is_symbol("(")) return true;
  return unexpected("'(' to open a node pattern", kPathWords);
}

bool Parser::selector_words(Selector& out) {
  using Kind = Selector::Kind;
  if (accept_keyword("ANY")) {
    out.kind = accept_keyword("SHORTEST") ? Kind::any_shortest : Kind::any;
    return out.kind != Kind::any || path_count(out);
  }
  if (accept_keyword("ALL")) {
    if (accept_keyword("SHORTEST")) out.kind = Kind::all_shortest;
  } else if (accept_keyword("SHORTEST")) {
    out.kind = Kind::shortest;
    return path_count(out);
  }
  return !failed_;
}

bool Parser::path_count(Selector& out) {
  std::optional<std::int64_t> count;
  const auto begin = token().begin;
  if (!bound(count)) return false;
  out.count = count.value_or(1);
  return out.count > 0 || wrong(begin, "NumberOutOfRange", "the number of paths must be 1 or more");
}

void Parser::path_mode(PathPattern& out) {
  out.mode_given = true;
  if (accept_keyword("TRAIL")) return;
  if (accept_keyword("WALK")) {
    out.mode = PathMode::walk;
  } else if (accept_keyword("ACYCLIC")) {
    out.mode = PathMode::acyclic;
  } else if (accept_keyword("SIMPLE")) {
    out.mode = PathMode::simple;
  } else {
    out.mode_given = false;
  }
}

/// Nodes and relationships in turn; beside a group a node may be left out.
bool Parser::chain(PathPattern& out) {
  if (!node_or_implied(out)) return false;
  while (is_symbol("-") || is_symbol("<") || at_group()) {
    out.edges.emplace_back();
    const bool grouped = at_group();
    if (grouped ? !group(out.edges.back()) : !edge(out.edges.back())) return false;
    if (grouped || at_group()) {
      if (!node_or_implied(out)) return false;
    } else {
      out.nodes.emplace_back();
      if (!node(out.nodes.back())) return false;
    }
  }
  return !failed_;
}

bool Parser::node_or_implied(PathPattern& out) {
  const bool written = is_symbol("(") && !at_group();
  const bool first = out.nodes.empty();
  out.nodes.emplace_back();
  if (written || (first && !at_group())) return node(out.nodes.back());
  out.nodes.back().implied = true;
  out.nodes.back().range = {token().begin, token().begin};
  return !failed_;
}

bool Parser::at_group() const {
  return is_symbol("(") && is_symbol("(", 1);
}

bool Parser::group(EdgePattern& out) {
  if (in_group_)
    return wrong(token().begin, "UnsupportedPattern", "a group cannot stand inside another group");
  in_group_ = true;
  out.range.begin = token().begin;
  advance();
  out.inner = std::make_unique<PathPattern>();
  out.inner->range.begin = token().begin;
  if (!chain(*out.inner)) return false;
  out.inner->range.end = last_end();
  if (accept_keyword("WHERE")) out.where = expression();
  if (failed_ || !expect_symbol(")", "to close the group")) return false;
  in_group_ = false;
  if (out.inner->edges.empty())
    return wrong(out.range.begin, "UnsupportedPattern", "a group needs a relationship");
  if (!brace_length(out)) return false;
  if (!out.length) return unexpected("how often the group comes: {1,3}, + or *");
  out.range.end = last_end();
  return true;
}

/// In '[', behind ':': does a path expression stand here, and not types with an openCypher length? It does
/// when there is one of / ^ ? +, a '*' or {1,3} inside brackets or with a '|' behind it.
bool Parser::at_path_expression() const {
  for (std::size_t ahead = 0, depth = 0;; ++ahead) {
    if (token(ahead).kind == TokenKind::end || is_symbol("]", ahead)) return false;
    if (is_symbol("/", ahead) || is_symbol("^", ahead) || is_symbol("?", ahead) || is_symbol("+", ahead))
      return true;
    if (is_symbol("(", ahead)) ++depth;
    if (is_symbol(")", ahead) && depth > 0) --depth;
    if (is_symbol("*", ahead) && (depth > 0 || is_symbol("|", ahead + 1))) return true;
    if (!is_symbol("{", ahead)) continue;
    return token(ahead + 1).kind == TokenKind::integer || is_symbol(",", ahead + 1);
  }
}

// alternatives := sequence ('|' sequence)*; sequence := step ('/' step)*; step := '^' step | atom times*;
// atom := '(' alternatives ')' | label atom.
bool Parser::path_expression(PathExpr& out) {
  const NestingGuard guard(*this);
  if (failed_) return false;
  return path_terms(out, PathExpr::Kind::either);
}

bool Parser::path_terms(PathExpr& out, PathExpr::Kind kind) {
  const bool either = kind == PathExpr::Kind::either;
  out.range.begin = token().begin;
  std::vector<PathExpr> parts;
  do {
    if (either) accept_symbol(":");
    parts.emplace_back();
    if (either ? !path_terms(parts.back(), PathExpr::Kind::sequence) : !path_step(parts.back())) return false;
  } while (accept_symbol(either ? "|" : "/"));
  if (parts.size() == 1) {
    PathExpr only = std::move(parts.front());
    out = std::move(only);
    return true;
  }
  out.kind = kind;
  out.parts = std::move(parts);
  out.range.end = last_end();
  return true;
}

bool Parser::path_step(PathExpr& out) {
  const NestingGuard guard(*this);
  if (failed_) return false;
  out.range.begin = token().begin;
  if (accept_symbol("^")) {
    out.kind = PathExpr::Kind::inverse;
    out.parts.emplace_back();
    if (!path_step(out.parts.back())) return false;
    out.range.end = last_end();
    return true;
  }
  if (accept_symbol("(")) {
    if (!path_expression(out) || !expect_symbol(")", "to close a part of the path expression")) return false;
  } else {
    out.step = std::make_unique<EdgePattern>();
    out.step->range.begin = token().begin;
    out.step->types.emplace();
    if (!label_atom(*out.step->types)) return false;
    out.step->range.end = out.range.end = last_end();
  }
  return path_times(out);
}

bool Parser::path_times(PathExpr& out) {
  const bool counted = is_symbol("{") && (token(1).kind == TokenKind::integer || is_symbol(",", 1));
  if (!counted && !is_symbol("*") && !is_symbol("+") && !is_symbol("?")) return !failed_;
  PathExpr repeat;
  repeat.kind = PathExpr::Kind::repeat;
  repeat.range.begin = out.range.begin;
  if (accept_symbol("?")) {
    repeat.length.min = 0;
    repeat.length.max = 1;
  } else {
    EdgePattern times;
    if (!brace_length(times)) return false;
    repeat.length = *times.length;
  }
  if (is_symbol("*") || is_symbol("+") || is_symbol("?") || is_symbol("{"))
    return wrong(token().begin, "InvalidRelationshipPattern", "the number of repetitions is given twice",
                 "write brackets: (a*)+");
  repeat.range.end = last_end();
  repeat.parts.push_back(std::move(out));
  out = std::move(repeat);
  return true;
}

}  // namespace entente::query
