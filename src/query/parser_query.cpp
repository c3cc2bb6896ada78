// SPDX-License-Identifier: Apache-2.0
#include "query/parser.hpp"

// Clauses of a query.

namespace entente::query {

namespace {

const std::vector<std::string> kClauses = {"MATCH", "OPTIONAL MATCH", "UNWIND", "WITH",  "RETURN",
                                           "WHERE", "ORDER BY",       "SKIP",   "LIMIT", "UNION"};

}  // namespace

bool Parser::statement(Statement& out) {
  if (accept_keyword("EXPLAIN")) {
    out.report = Statement::Report::plan;
  } else if (accept_keyword("PROFILE")) {
    out.report = Statement::Report::profile;
  }
  bool more = true;
  while (more) {
    out.parts.emplace_back();
    if (!single_query(out.parts.back()) || !union_or_end(out, more)) return false;
  }
  accept_symbol(";");
  if (!at_end()) return unexpected("the end of the query or another clause", kClauses);
  return !failed_;
}

bool Parser::union_or_end(Statement& out, bool& more) {
  more = false;
  if (!is_keyword("UNION")) return !failed_;
  const auto begin = token().begin;
  advance();
  const bool all = accept_keyword("ALL");
  if (!all) accept_keyword("DISTINCT");
  if (out.parts.size() > 1 && all != out.union_all)
    return wrong(begin, "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query");
  out.union_all = all;
  more = true;
  return true;
}

bool Parser::single_query(SingleQuery& out) {
  const NestingGuard guard(*this);
  while (!failed_) {
    if (at_end() || is_symbol(";") || is_symbol("}") || is_keyword("UNION")) break;
    if (out.clauses.size() == kMaxClauses)
      return too_deep("the query has more than " + std::to_string(kMaxClauses) + " clauses");
    if (!clause(out)) return false;
  }
  if (!failed_ && out.clauses.empty())
    return unexpected("a clause (MATCH, UNWIND, WITH or RETURN)", kClauses);
  return !failed_;
}

bool Parser::clause(SingleQuery& out) {
  if (is_keyword("MATCH") || is_keyword("OPTIONAL")) {
    out.clauses.emplace_back(MatchClause{});
    return match(std::get<MatchClause>(out.clauses.back()));
  }
  if (is_keyword("UNWIND")) {
    out.clauses.emplace_back(UnwindClause{});
    return unwind(std::get<UnwindClause>(out.clauses.back()));
  }
  if (is_keyword("WITH") || is_keyword("RETURN")) {
    out.clauses.emplace_back(ProjectionClause{});
    return projection(std::get<ProjectionClause>(out.clauses.back()));
  }
  for (const auto* word : {"CREATE", "MERGE", "DELETE", "DETACH", "SET", "REMOVE", "CALL", "FOREACH", "LOAD"})
    if (is_keyword(word))
      return wrong(token().begin, "UnsupportedClause", std::string(word) + " is not part of the language",
                   "queries only read the graph");
  auto words = kClauses;
  if (at_ == 0) words.insert(words.end(), {"EXPLAIN", "PROFILE"});
  return unexpected("a clause (MATCH, UNWIND, WITH or RETURN)", words);
}

bool Parser::match(MatchClause& out) {
  out.range.begin = token().begin;
  if (accept_keyword("OPTIONAL")) out.optional = true;
  if (!expect_keyword("MATCH", "behind OPTIONAL") || !patterns(out.patterns)) return false;
  if (accept_keyword("WHERE")) out.where = expression();
  out.range.end = last_end();
  return !failed_;
}

bool Parser::unwind(UnwindClause& out) {
  out.range.begin = token().begin;
  advance();
  out.list = expression();
  if (!out.list || !expect_keyword("AS", "behind the list of UNWIND")) return false;
  if (!variable(out.variable, "behind AS")) return false;
  out.range.end = last_end();
  return true;
}

bool Parser::projection(ProjectionClause& out) {
  out.range.begin = token().begin;
  out.is_return = is_keyword("RETURN");
  advance();
  out.distinct = accept_keyword("DISTINCT");
  out.star = accept_symbol("*");
  if (!out.star || accept_symbol(",")) {
    do {
      out.items.emplace_back();
      if (!projection_item(out.items.back())) return false;
    } while (accept_symbol(","));
  }
  if (is_keyword("ORDER") && !order_by(out.order)) return false;
  if (accept_keyword("SKIP") || accept_keyword("OFFSET")) out.skip = expression();
  if (accept_keyword("LIMIT")) out.limit = expression();
  if (!out.is_return && accept_keyword("WHERE")) out.where = expression();
  out.range.end = last_end();
  return !failed_;
}

bool Parser::projection_item(ProjectionItem& out) {
  const auto begin = token().begin;
  out.expr = expression();
  if (!out.expr) return false;
  const auto end = last_end();
  if (accept_keyword("AS")) {
    if (!schema_name(out.alias, "behind AS")) return false;
    out.column = out.alias;
    return true;
  }
  out.column =
      out.expr->kind == ExprKind::variable ? out.expr->name : std::string(text_.substr(begin, end - begin));
  return true;
}

bool Parser::order_by(std::vector<SortItem>& out) {
  advance();
  if (!expect_keyword("BY", "behind ORDER")) return false;
  do {
    SortItem item;
    item.expr = expression();
    if (!item.expr) return false;
    if (accept_keyword("DESC") || accept_keyword("DESCENDING")) {
      item.descending = true;
    } else if (!accept_keyword("ASC")) {
      accept_keyword("ASCENDING");
    }
    out.push_back(std::move(item));
  } while (accept_symbol(","));
  return !failed_;
}

bool Parser::block(Statement& out) {
  if (!expect_symbol("{", "to open the inner query")) return false;
  if (is_symbol("(") || (is_variable() && is_symbol("=", 1)) ||
      at_path_word()) {  // EXISTS { (a)-->(b) WHERE ... }
    MatchClause match;
    match.range.begin = token().begin;
    if (!patterns(match.patterns)) return false;
    if (accept_keyword("WHERE")) match.where = expression();
    match.range.end = last_end();
    out.parts.emplace_back();
    out.parts.back().clauses.emplace_back(std::move(match));
  } else {
    bool more = true;
    while (more) {
      out.parts.emplace_back();
      if (!single_query(out.parts.back()) || !union_or_end(out, more)) return false;
    }
  }
  return !failed_ && expect_symbol("}", "to close the inner query");
}

}  // namespace entente::query
