// SPDX-License-Identifier: Apache-2.0
#include "query/parser.hpp"

// The smallest parts of expressions: literals, names, brackets, calls.

namespace entente::query {

ExprPtr Parser::atom() {
  if (failed_) return nullptr;
  const Token& first = token();
  switch (first.kind) {
    case TokenKind::integer:
    case TokenKind::real:
      return number(false, first.begin);
    case TokenKind::string: {
      auto expr = make_expr(ExprKind::literal, {first.begin, first.end});
      expr->literal = Value(first.text);
      advance();
      return finish(std::move(expr));
    }
    case TokenKind::parameter: {
      auto expr = make_expr(ExprKind::parameter, {first.begin, first.end});
      expr->name = first.text;
      advance();
      return finish(std::move(expr));
    }
    case TokenKind::name:
    case TokenKind::quoted_name:
      return word_atom();
    default:
      break;
  }
  if (is_symbol("[")) return list_atom();
  if (is_symbol("{")) return map_atom();
  if (is_symbol("(") && looks_like_pattern()) return pattern_test();
  if (!is_symbol("(")) return unexpected("an expression"), nullptr;
  advance();
  auto inner = expression();
  if (!inner || !expect_symbol(")", "to close the bracket")) return nullptr;
  return inner;
}

ExprPtr Parser::word_atom() {
  const Token& first = token();
  if (is_keyword("CASE")) return case_of();
  if (is_keyword("EXISTS") && is_symbol("{", 1)) return subquery(ExprKind::exists_query);
  if (is_keyword("COUNT") && is_symbol("{", 1)) return subquery(ExprKind::count_query);
  if (is_keyword("NULL") || is_keyword("TRUE") || is_keyword("FALSE")) {
    auto expr = make_expr(ExprKind::literal, {first.begin, first.end});
    if (!is_keyword("NULL")) expr->literal = Value(is_keyword("TRUE"));
    advance();
    return finish(std::move(expr));
  }
  std::size_t behind = 1;  // a.b.f( is a call of the function a.b.f
  while (is_symbol(".", behind) && is_name(behind + 1)) behind += 2;
  if (is_symbol("(", behind)) return call();
  if (!is_variable()) return unexpected("an expression"), nullptr;
  auto expr = make_expr(ExprKind::variable, {first.begin, first.end});
  expr->name = first.text;
  advance();
  return finish(std::move(expr));
}

ExprPtr Parser::list_atom() {
  if (is_variable(1) && is_keyword("IN", 2)) return list_comprehension();
  if (is_variable(1) && is_symbol("=", 2) && is_symbol("(", 3)) return pattern_comprehension();
  if (is_symbol("(", 1)) {
    ++at_;
    const bool pattern = looks_like_pattern();
    --at_;
    if (pattern) return pattern_comprehension();
  }
  const NestingGuard guard(*this);
  if (failed_) return nullptr;
  auto expr = make_expr(ExprKind::list, {token().begin, 0});
  advance();
  if (!is_symbol("]")) {
    do {
      expr->args.push_back(expression());
    } while (accept_symbol(","));
  }
  if (!expect_symbol("]", "to close the list")) return nullptr;
  return finish(std::move(expr));
}

ExprPtr Parser::map_atom() {
  const NestingGuard guard(*this);
  if (failed_) return nullptr;
  auto expr = make_expr(ExprKind::map, {token().begin, 0});
  advance();
  if (!is_symbol("}")) {
    do {
      expr->keys.emplace_back();
      if (!schema_name(expr->keys.back(), "of a property")) return nullptr;
      if (!expect_symbol(":", "behind the name of a property")) return nullptr;
      expr->args.push_back(expression());
    } while (accept_symbol(","));
  }
  if (!expect_symbol("}", "to close the properties")) return nullptr;
  return finish(std::move(expr));
}

ExprPtr Parser::call() {
  const auto begin = token().begin;
  if (is_symbol("(", 1)) {
    if (is_keyword("count") && is_symbol("*", 2) && is_symbol(")", 3)) {
      auto expr = make_expr(ExprKind::count_all, {begin, 0});
      at_ += 4;
      return finish(std::move(expr));
    }
    const bool loop = is_variable(2) && is_keyword("IN", 3);
    if (loop && (is_keyword("all") || is_keyword("any") || is_keyword("none") || is_keyword("single")))
      return quantifier();
    if (is_keyword("reduce") && is_variable(2) && is_symbol("=", 3)) return reduce();
  }
  auto expr = make_expr(ExprKind::call, {begin, 0});
  while (!is_symbol("(")) {
    expr->name += token().text;
    ++at_;
  }
  return arguments(*expr) ? finish(std::move(expr)) : nullptr;
}

bool Parser::arguments(Expr& out) {
  advance();
  out.distinct = accept_keyword("DISTINCT");
  if (!is_symbol(")")) {
    do {
      out.args.push_back(expression());
    } while (accept_symbol(","));
  }
  return expect_symbol(")", "to close the arguments of " + out.name);
}

ExprPtr Parser::case_of() {
  const NestingGuard guard(*this);
  if (failed_) return nullptr;
  auto expr = make_expr(ExprKind::case_of, {token().begin, 0});
  advance();
  expr->args.push_back(is_keyword("WHEN") ? nullptr : expression());
  if (failed_) return nullptr;
  if (!is_keyword("WHEN")) return unexpected("WHEN", {"WHEN"}), nullptr;
  while (accept_keyword("WHEN")) {
    expr->args.push_back(expression());
    if (!expect_keyword("THEN", "behind the condition of WHEN")) return nullptr;
    expr->args.push_back(expression());
  }
  expr->args.push_back(accept_keyword("ELSE") ? expression() : nullptr);
  if (!expect_keyword("END", "to close CASE")) return nullptr;
  return finish(std::move(expr));
}

ExprPtr Parser::quantifier() {
  auto expr = make_expr(ExprKind::quantifier, {token().begin, 0});
  expr->op = is_keyword("all")    ? Op::all
             : is_keyword("any")  ? Op::any
             : is_keyword("none") ? Op::none_of
                                  : Op::single;
  at_ += 2;
  if (!variable(expr->name, "of the quantifier")) return nullptr;
  advance();
  expr->args.push_back(expression());
  expr->args.push_back(accept_keyword("WHERE") ? expression() : nullptr);
  if (failed_ || !expect_symbol(")", "or WHERE in the quantifier")) return nullptr;
  return finish(std::move(expr));
}

ExprPtr Parser::reduce() {
  auto expr = make_expr(ExprKind::reduce, {token().begin, 0});
  at_ += 2;
  expr->keys.emplace_back();
  if (!variable(expr->name, "of reduce") || !expect_symbol("=", "in reduce")) return nullptr;
  expr->args.push_back(expression());
  if (!expect_symbol(",", "behind the start value of reduce")) return nullptr;
  if (!variable(expr->keys.back(), "of reduce") || !expect_keyword("IN", "in reduce")) return nullptr;
  expr->args.push_back(expression());
  if (!expect_symbol("|", "before the expression of reduce")) return nullptr;
  expr->args.push_back(expression());
  if (!expect_symbol(")", "to close reduce")) return nullptr;
  return finish(std::move(expr));
}

ExprPtr Parser::list_comprehension() {
  auto expr = make_expr(ExprKind::list_comprehension, {token().begin, 0});
  expr->name = token(1).text;
  at_ += 3;
  expr->args.push_back(expression());
  expr->args.push_back(accept_keyword("WHERE") ? expression() : nullptr);
  expr->args.push_back(accept_symbol("|") ? expression() : nullptr);
  if (!expect_symbol("]", "to close the list")) return nullptr;
  return finish(std::move(expr));
}

ExprPtr Parser::pattern_comprehension() {
  const NestingGuard guard(*this);
  if (failed_) return nullptr;
  auto expr = make_expr(ExprKind::pattern_comprehension, {token().begin, 0});
  advance();
  expr->pattern = std::make_unique<PathPattern>();
  if (!path(*expr->pattern)) return nullptr;
  expr->args.push_back(accept_keyword("WHERE") ? expression() : nullptr);
  if (failed_ || !expect_symbol("|", "before the expression of the pattern list")) return nullptr;
  expr->args.push_back(expression());
  if (!expect_symbol("]", "to close the pattern list")) return nullptr;
  return finish(std::move(expr));
}

ExprPtr Parser::pattern_test() {
  const NestingGuard guard(*this);
  if (failed_) return nullptr;
  auto expr = make_expr(ExprKind::pattern_test, {token().begin, 0});
  expr->pattern = std::make_unique<PathPattern>();
  expr->pattern->range.begin = token().begin;
  if (!chain(*expr->pattern)) return nullptr;
  expr->pattern->range.end = last_end();
  return finish(std::move(expr));
}

ExprPtr Parser::subquery(ExprKind kind) {
  const NestingGuard guard(*this);
  if (failed_) return nullptr;
  auto expr = make_expr(kind, {token().begin, 0});
  advance();
  expr->query = std::make_unique<Statement>();
  if (!block(*expr->query)) return nullptr;
  return finish(std::move(expr));
}

}  // namespace entente::query
