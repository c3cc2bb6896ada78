// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/compare.hpp"
#include "query/context.hpp"

namespace entente::query {

/// The value of an expression for the current row. After an error (context.failed()) the value means nothing.
[[nodiscard]] Value evaluate(const Expr& expr, Context& context);

/// The same as a truth value; anything but a truth value or null is an error.
[[nodiscard]] Truth test(const Expr& expr, Context& context);

/// a op b, of the operators = <> < <= > >=.
[[nodiscard]] Truth compare_pair(Op op, const Value& a, const Value& b);

/// True only for true: what WHERE lets through.
[[nodiscard]] inline bool passes(const Expr& expr, Context& context) {
  return test(expr, context).value_or(false);
}

/// False, with an error, for lists within lists (or maps) deeper than a query can be trusted with: values are
/// walked by recursion. Asked wherever a value can grow from step to step.
[[nodiscard]] bool has_safe_depth(const Value& value, Range place, Context& context);

inline constexpr std::size_t kMaxListSize = 4'000'000, kMaxTextSize = 16u << 20;
/// False, with an error, for a list or string that would grow beyond these.
[[nodiscard]] bool has_safe_size(std::size_t size, std::size_t limit, Range place, Context& context);

// Parts of it, one file each.

/// A property of a node, relationship or map; null of null (property.cpp).
[[nodiscard]] Value property_of(const Value& base, const Expr& property, Context& context);
/// base[key] and base[from..to] (property.cpp).
[[nodiscard]] Value element_of(const Value& base, const Value& key, const Expr& place, Context& context);
[[nodiscard]] Value slice_of(const Value& base, const Value* from, const Value* to, const Expr& place,
                             Context& context);
/// + - * / % ^ and string tests (arithmetic.cpp).
[[nodiscard]] Value apply(Op op, const Value& a, const Value& b, const Expr& place, Context& context);
[[nodiscard]] Value negate(const Value& value, const Expr& place, Context& context);
/// x IN list (arithmetic.cpp).
[[nodiscard]] Value contains_element(const Value& element, const Value& list, const Expr& place,
                                     Context& context);
/// Comprehensions, quantifiers, reduce (comprehension.cpp).
[[nodiscard]] Value evaluate_comprehension(const Expr& expr, Context& context);
/// Patterns and inner queries (subquery.cpp).
[[nodiscard]] Value evaluate_subquery(const Expr& expr, Context& context);

}  // namespace entente::query
