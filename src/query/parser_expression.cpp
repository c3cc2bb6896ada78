// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "query/operators.hpp"
#include "query/parser.hpp"

// Expressions by precedence climbing; the powers are in operators.hpp, for the printer too.

namespace entente::query {

ExprPtr Parser::expression() {
  const NestingGuard guard(*this);
  return failed_ ? nullptr : binary(power::kOr);
}

ExprPtr Parser::binary(int min_power) {
  ExprPtr left = prefix();
  while (left && !failed_) {
    Op op = Op::none;
    for (const auto& entry : kBinaryOperators)
      if (entry.word ? is_keyword(entry.text) : is_symbol(entry.text)) op = entry.op;
    if (is_comparison(op)) {
      if (power::kComparison < min_power) break;
      left = comparison(std::move(left));
      continue;
    }
    if (op == Op::none || power_of(op) == power::kPredicate) {
      const auto before = at_;
      if (power::kPredicate < min_power || !predicate(left)) break;
      if (at_ == before) break;
      continue;
    }
    if (power_of(op) < min_power) break;
    advance();
    auto expr = make_expr(ExprKind::binary, left->range);
    expr->op = op;
    expr->args.push_back(std::move(left));
    expr->args.push_back(binary(power_of(op) + 1));
    left = finish(std::move(expr));
  }
  return failed_ ? nullptr : std::move(left);
}

/// a < b <= c: one node, so that b is evaluated once.
ExprPtr Parser::comparison(ExprPtr first) {
  auto expr = make_expr(ExprKind::comparison, first->range);
  expr->args.push_back(std::move(first));
  while (!failed_) {
    Op op = Op::none;
    for (const auto& entry : kBinaryOperators)
      if (is_comparison(entry.op) && is_symbol(entry.text)) op = entry.op;
    if (op == Op::none) break;
    advance();
    expr->ops.push_back(op);
    expr->args.push_back(binary(power::kPredicate));
  }
  return finish(std::move(expr));
}

/// IS NULL, IN, STARTS WITH ...; leaves `left` alone and the place unmoved when none is here.
bool Parser::predicate(ExprPtr& left) {
  if (is_keyword("IS")) {
    advance();
    auto expr = make_expr(ExprKind::is_null, left->range);
    expr->negated = accept_keyword("NOT");
    if (!expect_keyword("NULL", "behind IS")) return false;
    expr->args.push_back(std::move(left));
    left = finish(std::move(expr));
    return left != nullptr;
  }
  Op op = Op::none;
  if (is_keyword("IN")) op = Op::in;
  if (is_keyword("CONTAINS")) op = Op::contains;
  if (is_symbol("=~")) op = Op::matches;
  if (is_keyword("STARTS")) op = Op::starts_with;
  if (is_keyword("ENDS")) op = Op::ends_with;
  if (op == Op::none) return true;
  advance();
  if ((op == Op::starts_with || op == Op::ends_with) && !expect_keyword("WITH", "behind STARTS or ENDS"))
    return false;
  auto expr = make_expr(ExprKind::binary, left->range);
  expr->op = op;
  expr->args.push_back(std::move(left));
  expr->args.push_back(binary(power::kPredicate + 1));
  left = finish(std::move(expr));
  return left != nullptr;
}

ExprPtr Parser::prefix() {
  if (failed_) return nullptr;
  const auto begin = token().begin;
  Op op = Op::none;
  if (is_keyword("NOT")) op = Op::logical_not;
  if (is_symbol("-")) op = Op::negate;
  if (is_symbol("+")) op = Op::plus;
  if (op == Op::none) return postfix(atom());
  const NestingGuard guard(*this);
  if (failed_) return nullptr;
  advance();
  if (op == Op::negate && (token().kind == TokenKind::integer || token().kind == TokenKind::real))
    return postfix(number(true, begin));
  auto expr = make_expr(ExprKind::unary, {begin, begin});
  expr->op = op;
  expr->args.push_back(op == Op::logical_not ? binary(power::kNot) : prefix());
  return finish(std::move(expr));
}

ExprPtr Parser::number(bool negative, std::size_t begin) {
  const Token& digits = token();
  auto expr = make_expr(ExprKind::literal, {begin, begin});
  if (digits.kind == TokenKind::real) {
    const double value = std::strtod(digits.text.c_str(), nullptr);
    if (std::isinf(value)) return wrong(begin, "FloatingPointOverflow", "this number is too large"), nullptr;
    expr->literal = Value(negative ? -value : value);
  } else {
    const bool prefixed = digits.text.size() > 2 && !(digits.text[1] >= '0' && digits.text[1] <= '9');
    const int base = !prefixed ? 10 : (digits.text[1] | 0x20) == 'x' ? 16 : 8;
    const std::string text = (negative ? "-" : "") + digits.text.substr(prefixed ? 2 : 0);
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (code != std::errc() || end != text.data() + text.size())
      return wrong(begin, "IntegerOverflow", "this integer does not fit in 64 bits"), nullptr;
    expr->literal = Value(value);
  }
  advance();
  return finish(std::move(expr));
}

ExprPtr Parser::postfix(ExprPtr operand) {
  while (operand && !failed_) {
    if (is_symbol(".") && is_name(1)) {
      auto expr = make_expr(ExprKind::property, operand->range);
      advance();
      expr->name = token().text;
      advance();
      expr->args.push_back(std::move(operand));
      operand = finish(std::move(expr));
    } else if (is_symbol("[")) {
      operand = index_or_slice(std::move(operand));
    } else if (is_symbol(":") && (is_name(1) || is_symbol("(", 1) || is_symbol("!", 1))) {
      auto expr = make_expr(ExprKind::label_test, operand->range);
      advance();
      // Without '|', which would be read as the bar of a list comprehension: n:(A|B).
      if (!label_terms(expr->labels, LabelExpr::Kind::both, true)) return nullptr;
      expr->args.push_back(std::move(operand));
      operand = finish(std::move(expr));
    } else {
      break;
    }
  }
  return failed_ ? nullptr : std::move(operand);
}

ExprPtr Parser::index_or_slice(ExprPtr operand) {
  auto expr = make_expr(ExprKind::index, operand->range);
  advance();
  expr->args.push_back(std::move(operand));
  expr->args.push_back(is_symbol("..") ? nullptr : expression());
  if (accept_symbol("..")) {
    expr->kind = ExprKind::slice;
    expr->args.push_back(is_symbol("]") ? nullptr : expression());
  }
  if (failed_ || !expect_symbol("]", "to close the index")) return nullptr;
  return finish(std::move(expr));
}

}  // namespace entente::query
