// SPDX-License-Identifier: Apache-2.0
#include "query/evaluate.hpp"
#include "query/types.hpp"

// Expressions that go over the elements of a list with a variable of their own.

namespace entente::query {

namespace {

Value& slot(Context& context, Slot at) {
  return context.row[static_cast<std::size_t>(at)];
}

/// The list, or nothing for null; anything else is an error.
std::optional<List> list_of(const Expr& expr, Context& context) {
  Value value = evaluate(expr, context);
  if (auto* list = std::get_if<List>(&value.data)) return std::move(*list);
  if (!value.is_null())
    context.wrong(expr.range, "InvalidArgumentType",
                  "a list is needed here, but this is " + std::string(describe(value)));
  return {};
}

Value comprehension(const Expr& expr, Context& context) {
  auto list = list_of(*expr.args[0], context);
  if (!list) return {};
  List out;
  for (auto& element : *list) {
    if (!context.step()) return {};
    slot(context, expr.slot) = std::move(element);
    if (expr.args[1] && !passes(*expr.args[1], context)) continue;
    out.push_back(expr.args[2] ? evaluate(*expr.args[2], context) : slot(context, expr.slot));
  }
  return Value(std::move(out));
}

/// How often the condition was true, and how often unknown.
struct Tally {
  std::size_t yes = 0, unknown = 0, no = 0;
};

Value verdict(Op op, const Tally& tally) {
  switch (op) {
    case Op::all:
      return tally.no ? Value(false) : tally.unknown ? Value() : Value(true);
    case Op::any:
      return tally.yes ? Value(true) : tally.unknown ? Value() : Value(false);
    case Op::none_of:
      return tally.yes ? Value(false) : tally.unknown ? Value() : Value(true);
    default:
      return tally.yes > 1 ? Value(false) : tally.unknown ? Value() : Value(tally.yes == 1);
  }
}

Value quantifier(const Expr& expr, Context& context) {
  auto list = list_of(*expr.args[0], context);
  if (!list) return {};
  Tally tally;
  for (auto& element : *list) {
    if (!context.step()) return {};
    slot(context, expr.slot) = std::move(element);
    const auto truth = test(*expr.args[1], context);
    ++(truth ? (*truth ? tally.yes : tally.no) : tally.unknown);
  }
  return verdict(expr.op, tally);
}

Value reduce(const Expr& expr, Context& context) {
  Value total = evaluate(*expr.args[0], context);
  auto list = list_of(*expr.args[1], context);
  if (!list) return {};
  slot(context, expr.slot) = std::move(total);
  for (auto& element : *list) {
    if (!context.step()) return {};
    slot(context, expr.slot2) = std::move(element);
    Value next = evaluate(*expr.args[2], context);
    if (context.failed() || !has_safe_depth(next, expr.range, context)) return {};
    slot(context, expr.slot) = std::move(next);
  }
  return slot(context, expr.slot);
}

}  // namespace

Value evaluate_comprehension(const Expr& expr, Context& context) {
  switch (expr.kind) {
    case ExprKind::list_comprehension:
      return comprehension(expr, context);
    case ExprKind::quantifier:
      return quantifier(expr, context);
    default:
      return reduce(expr, context);
  }
}

}  // namespace entente::query
