// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>

#include "query/evaluate.hpp"
#include "query/operators.hpp"
#include "query/printer.hpp"
#include "query/regex.hpp"
#include "query/temporal.hpp"
#include "query/types.hpp"

// Operators on values: numbers, strings, lists.

namespace entente::query {

namespace {

double real(const Value& value) {
  if (const auto* integer = value.as<std::int64_t>()) return static_cast<double>(*integer);
  return *value.as<double>();
}

Value overflow(const Expr& place, Context& context) {
  return context.wrong(place.range, "NumberOutOfRange", "the result does not fit in a 64-bit integer");
}

Value integers(Op op, std::int64_t a, std::int64_t b, const Expr& place, Context& context) {
  std::int64_t result = 0;
  switch (op) {
    case Op::add:
      return __builtin_add_overflow(a, b, &result) ? overflow(place, context) : Value(result);
    case Op::subtract:
      return __builtin_sub_overflow(a, b, &result) ? overflow(place, context) : Value(result);
    case Op::multiply:
      return __builtin_mul_overflow(a, b, &result) ? overflow(place, context) : Value(result);
    default:
      break;
  }
  if (b == 0) return context.wrong(place.range, "DivisionByZero", "division by zero");
  if (b == -1) return op == Op::divide ? integers(Op::subtract, 0, a, place, context) : Value(0);
  return op == Op::divide ? Value(a / b) : Value(a % b);
}

Value reals(Op op, double a, double b) {
  switch (op) {
    case Op::add:
      return a + b;
    case Op::subtract:
      return a - b;
    case Op::multiply:
      return a * b;
    case Op::divide:
      return a / b;
    case Op::modulo:
      return std::fmod(a, b);
    default:
      return std::pow(a, b);
  }
}

/// Lists join; a string takes a number; anything else joins a list as its element.
Value joined(const Value& a, const Value& b, const Expr& place, Context& context) {
  const auto* left = a.as<List>();
  const auto* right = b.as<List>();
  if (left || right) {
    const auto size = (left ? left->size() : 1) + (right ? right->size() : 1);
    if (!has_safe_size(size, kMaxListSize, place.range, context)) return {};
    List list = left ? *left : List{a};
    if (right) list.insert(list.end(), right->begin(), right->end());
    if (!right) list.push_back(b);
    return Value(std::move(list));
  }
  const auto text = [](const Value& value) -> std::string {
    if (const auto* words = value.as<std::string>()) return *words;
    if (const auto* integer = value.as<std::int64_t>()) return std::to_string(*integer);
    return print_real(*value.as<double>());
  };
  const TypeSet fits = type::string | type::number;
  if ((type_of(a) & fits) != 0 && (type_of(b) & fits) != 0) {
    auto whole = text(a) + text(b);
    return has_safe_size(whole.size(), kMaxTextSize, place.range, context) ? Value(std::move(whole))
                                                                           : Value();
  }
  return context.wrong(place.range, "InvalidArgumentType",
                       "cannot add " + std::string(describe(a)) + " and " + std::string(describe(b)));
}

Result<Value> as_value(Result<Moment> moment) {
  if (!moment) return fail(moment.error());
  return Value(std::move(*moment));
}
Result<Value> as_value(Result<Duration> duration) {
  if (!duration) return fail(duration.error());
  return Value(*duration);
}

Result<Value> scaled(Op op, const Duration& duration, const Value& number) {
  const auto factor = static_cast<long double>(real(number));
  if (op == Op::divide && factor == 0) return bad_moment("division by zero");
  return as_value(scale(duration, op == Op::divide ? 1 / factor : factor));
}

/// Moments and durations; nothing where the operator does not fit them.
std::optional<Result<Value>> temporal(Op op, const Value& a, const Value& b) {
  const auto* left = a.as<Duration>();
  const auto* right = b.as<Duration>();
  const bool adds = op == Op::add, subtracts = op == Op::subtract;
  if (right && (adds || subtracts) && (left || a.as<Moment>())) {
    const auto change = adds ? Result<Duration>(*right) : negate(*right);
    if (!change) return Result<Value>(fail(change.error()));
    return left ? as_value(add(*left, *change)) : as_value(add(*a.as<Moment>(), *change));
  }
  if (left && adds && b.as<Moment>()) return as_value(add(*b.as<Moment>(), *left));
  const bool scales = op == Op::multiply || op == Op::divide;
  if (left && scales && (type_of(b) & type::number) != 0) return scaled(op, *left, b);
  if (right && op == Op::multiply && (type_of(a) & type::number) != 0) return scaled(op, *right, a);
  return {};
}

Value string_test(Op op, const Value& a, const Value& b, const Expr& place, Context& context) {
  const auto* text = a.as<std::string>();
  const auto* part = b.as<std::string>();
  if (!text || !part) return {};
  switch (op) {
    case Op::starts_with:
      return text->compare(0, part->size(), *part) == 0;
    case Op::ends_with:
      return text->size() >= part->size() &&
             text->compare(text->size() - part->size(), part->size(), *part) == 0;
    case Op::contains:
      return text->find(*part) != std::string::npos;
    default:
      return matches_regex(*text, *part, place, context);
  }
}

}  // namespace

Value apply(Op op, const Value& a, const Value& b, const Expr& place, Context& context) {
  if (power_of(op) == power::kPredicate) return string_test(op, a, b, place, context);
  const auto* x = a.as<std::int64_t>();
  const auto* y = b.as<std::int64_t>();
  if (x && y && op != Op::power) return integers(op, *x, *y, place, context);
  const bool numbers = (type_of(a) & type::number) != 0 && (type_of(b) & type::number) != 0;
  if (numbers) return reals(op, real(a), real(b));
  if (op == Op::add && (a.as<List>() || b.as<List>()) && !(a.is_null() || b.is_null()))
    return joined(a, b, place, context);
  if (a.is_null() || b.is_null()) return {};
  if (((type_of(a) | type_of(b)) & type::temporal) != 0) {
    auto result = temporal(op, a, b);
    if (result) {
      if (*result) return std::move(**result);
      return context.wrong(place.range, "InvalidArgumentValue", result->error().message);
    }
  }
  if (op == Op::add) return joined(a, b, place, context);
  const bool moments = a.as<Moment>() && b.as<Moment>();
  return context.wrong(place.range, "InvalidArgumentType",
                       "'" + std::string(find_operator(op)->text) + "' needs numbers, but these are " +
                           std::string(describe(a)) + " and " + std::string(describe(b)),
                       moments ? "duration.between(a, b) tells what lies between them" : "");
}

Value negate(const Value& value, const Expr& place, Context& context) {
  if (value.is_null()) return {};
  if (const auto* integer = value.as<std::int64_t>())
    return integers(Op::subtract, 0, *integer, place, context);
  if (const auto* number = value.as<double>()) return -*number;
  if (const auto* duration = value.as<Duration>()) {
    const auto negative = negate(*duration);
    return negative ? Value(*negative)
                    : context.wrong(place.range, "NumberOutOfRange", negative.error().message);
  }
  return context.wrong(place.range, "InvalidArgumentType",
                       "'-' needs a number, but this is " + std::string(describe(value)));
}

Value contains_element(const Value& element, const Value& list, const Expr& place, Context& context) {
  if (list.is_null()) return {};
  const auto* elements = list.as<List>();
  if (!elements)
    return context.wrong(place.range, "InvalidArgumentType",
                         "IN needs a list, but this is " + std::string(describe(list)));
  bool unknown = false;
  for (const auto& candidate : *elements) {
    const auto equal = equals(element, candidate);
    if (equal == Truth(true)) return true;
    unknown = unknown || !equal;
  }
  return unknown ? Value() : Value(false);
}

}  // namespace entente::query
