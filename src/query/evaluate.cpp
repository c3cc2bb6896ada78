// SPDX-License-Identifier: Apache-2.0
#include "query/evaluate.hpp"

#include "query/functions.hpp"

namespace entente::query {

namespace {

/// Calls `use` with the value of an expression, without a copy where it already stands in the row.
template <class Use>
auto with_value(const Expr& expr, Context& context, Use use) {
  if (expr.ready) return use(context.row[static_cast<std::size_t>(expr.slot)]);
  if (expr.kind == ExprKind::literal) return use(expr.literal);
  const Value value = evaluate(expr, context);
  return use(value);
}

Value from_truth(Truth truth) {
  return truth ? Value(*truth) : Value();
}

Truth to_truth(const Value& value, const Expr& place, Context& context) {
  if (const auto* flag = value.as<bool>()) return *flag;
  if (!value.is_null())
    context.wrong(place.range, "InvalidArgumentType",
                  "a truth value is needed here, but this is " + std::string(describe(value)));
  return {};
}

Truth test_binary(const Expr& expr, Context& context) {
  const auto left = test(*expr.args[0], context);
  if (expr.op == Op::logical_and && left == Truth(false)) return false;
  if (expr.op == Op::logical_or && left == Truth(true)) return true;
  const auto right = test(*expr.args[1], context);
  if (expr.op == Op::logical_xor) return left && right ? Truth(*left != *right) : Truth();
  const Truth decisive = expr.op == Op::logical_or;  // true decides OR, false decides AND
  if (right == decisive) return decisive;
  return left && right ? Truth(!*decisive) : Truth();
}

Truth test_comparison(const Expr& expr, Context& context) {
  Truth all = true;
  if (expr.ops.size() == 1) {
    return with_value(*expr.args[0], context, [&](const Value& a) {
      return with_value(*expr.args[1], context,
                        [&](const Value& b) { return compare_pair(expr.ops[0], a, b); });
    });
  }
  Value left = evaluate(*expr.args[0], context);
  for (std::size_t i = 0; i < expr.ops.size() && !context.failed(); ++i) {
    Value right = evaluate(*expr.args[i + 1], context);
    const auto pair = compare_pair(expr.ops[i], left, right);
    if (pair == Truth(false)) return false;
    if (!pair) all = {};
    left = std::move(right);
  }
  return all;
}

Value evaluate_list(const Expr& expr, Context& context) {
  List list;
  list.reserve(expr.args.size());
  for (const auto& arg : expr.args) list.push_back(evaluate(*arg, context));
  return Value(std::move(list));
}

Value evaluate_map(const Expr& expr, Context& context) {
  Map map;
  for (std::size_t i = 0; i < expr.args.size(); ++i) map[expr.keys[i]] = evaluate(*expr.args[i], context);
  return Value(std::move(map));
}

Value evaluate_unary(const Expr& expr, Context& context) {
  if (expr.op == Op::logical_not) {
    const auto inner = test(*expr.args[0], context);
    return inner ? Value(!*inner) : Value();
  }
  const Value operand = evaluate(*expr.args[0], context);
  if (expr.op == Op::negate) return negate(operand, expr, context);
  if ((type_of(operand) & (type::number | type::null)) != 0) return operand;
  return context.wrong(expr.range, "InvalidArgumentType", "'+' needs a number");
}

Value evaluate_binary(const Expr& expr, Context& context) {
  switch (expr.op) {
    case Op::logical_and:
    case Op::logical_or:
    case Op::logical_xor:
      return from_truth(test_binary(expr, context));
    default:
      break;
  }
  return with_value(*expr.args[0], context, [&](const Value& a) {
    return with_value(*expr.args[1], context, [&](const Value& b) {
      return expr.op == Op::in ? contains_element(a, b, expr, context) : apply(expr.op, a, b, expr, context);
    });
  });
}

Value evaluate_case(const Expr& expr, Context& context) {
  const auto& args = expr.args;
  const Value operand = args[0] ? evaluate(*args[0], context) : Value();
  for (std::size_t i = 1; i + 1 < args.size(); i += 2) {
    const bool hit =
        args[0] ? equals(operand, evaluate(*args[i], context)).value_or(false) : passes(*args[i], context);
    if (context.failed()) return {};
    if (hit) return evaluate(*args[i + 1], context);
  }
  return args.back() ? evaluate(*args.back(), context) : Value();
}

Value evaluate_label_test(const Expr& expr, Context& context) {
  return with_value(*expr.args[0], context, [&](const Value& base) -> Value {
    const auto& test = context.label_test(expr.labels);
    if (base.is_null()) return {};
    if (const auto* node = base.as<graph::NodeId>()) return test.admits(*node);
    if (const auto* edge = base.as<graph::EdgeId>())
      return context.type_test(expr.labels).admits(context.graph.type_id(*edge)).admitted;
    return context.wrong(
        expr.range, "InvalidArgumentType",
        "labels belong to nodes and relationships, but this is " + std::string(describe(base)));
  });
}

Value evaluate_call(const Expr& expr, Context& context) {
  List args;
  args.reserve(expr.args.size());
  for (const auto& arg : expr.args) args.push_back(evaluate(*arg, context));
  if (context.failed()) return {};
  Call call{expr, args, context};
  return expr.function->call(call);
}

Value evaluate_slice(const Expr& expr, Context& context) {
  const Value base = evaluate(*expr.args[0], context);
  Value from, to;
  if (expr.args[1]) from = evaluate(*expr.args[1], context);
  if (expr.args[2]) to = evaluate(*expr.args[2], context);
  return slice_of(base, expr.args[1] ? &from : nullptr, expr.args[2] ? &to : nullptr, expr, context);
}

}  // namespace

Value evaluate(const Expr& expr, Context& context) {
  if (expr.ready) return context.row[static_cast<std::size_t>(expr.slot)];
  if (context.failed()) return {};
  switch (expr.kind) {
    case ExprKind::literal:
      return expr.literal;
    case ExprKind::parameter:
      return context.options.parameters.at(expr.name);  // run() has seen that it is there
    case ExprKind::property:
      return with_value(*expr.args[0], context,
                        [&](const Value& base) { return property_of(base, expr, context); });
    case ExprKind::list:
      return evaluate_list(expr, context);
    case ExprKind::map:
      return evaluate_map(expr, context);
    case ExprKind::index:
      return with_value(*expr.args[0], context, [&](const Value& base) {
        return element_of(base, evaluate(*expr.args[1], context), expr, context);
      });
    case ExprKind::slice:
      return evaluate_slice(expr, context);
    case ExprKind::unary:
      return evaluate_unary(expr, context);
    case ExprKind::binary:
      return evaluate_binary(expr, context);
    case ExprKind::comparison:
      return from_truth(test_comparison(expr, context));
    case ExprKind::is_null:
      return with_value(*expr.args[0], context,
                        [&](const Value& value) { return Value(value.is_null() != expr.negated); });
    case ExprKind::label_test:
      return evaluate_label_test(expr, context);
    case ExprKind::call:
      return evaluate_call(expr, context);
    case ExprKind::case_of:
      return evaluate_case(expr, context);
    case ExprKind::list_comprehension:
    case ExprKind::quantifier:
    case ExprKind::reduce:
      return evaluate_comprehension(expr, context);
    case ExprKind::pattern_test:
    case ExprKind::pattern_comprehension:
    case ExprKind::exists_query:
    case ExprKind::count_query:
      return evaluate_subquery(expr, context);
    case ExprKind::variable:
    case ExprKind::count_all:
      break;  // always ready
  }
  return {};
}

Truth compare_pair(Op op, const Value& a, const Value& b) {
  if (op == Op::equal) return equals(a, b);
  if (op == Op::not_equal) {
    const auto equal = equals(a, b);
    return equal ? Truth(!*equal) : Truth();
  }
  const auto order = compare(a, b);
  if (!order) {
    const bool nan = (type_of(a) & type::number) && (type_of(b) & type::number);
    return nan ? Truth(false) : Truth();
  }
  switch (op) {
    case Op::less:
      return *order < 0;
    case Op::less_equal:
      return *order <= 0;
    case Op::greater:
      return *order > 0;
    default:
      return *order >= 0;
  }
}

Truth test(const Expr& expr, Context& context) {
  if (!expr.ready) {
    if (expr.kind == ExprKind::comparison) return test_comparison(expr, context);
    const bool logical =
        expr.op == Op::logical_and || expr.op == Op::logical_or || expr.op == Op::logical_xor;
    if (expr.kind == ExprKind::binary && logical) return test_binary(expr, context);
  }
  return with_value(expr, context, [&](const Value& value) { return to_truth(value, expr, context); });
}

}  // namespace entente::query
