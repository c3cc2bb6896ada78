// SPDX-License-Identifier: Apache-2.0
#include "query/ast.hpp"

namespace entente::query {

Expr::Expr() = default;
Expr::Expr(Expr&&) noexcept = default;
Expr& Expr::operator=(Expr&&) noexcept = default;
Expr::~Expr() = default;

ExprPtr make_expr(ExprKind kind, Range range) {
  auto expr = std::make_unique<Expr>();
  expr->kind = kind;
  expr->range = range;
  return expr;
}

}  // namespace entente::query
