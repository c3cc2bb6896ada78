// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "query/ast.hpp"

namespace entente::query {

/// How tightly an operator binds; a higher power binds tighter. One table for parser and printer.
namespace power {
inline constexpr int kOr = 1, kXor = 2, kAnd = 3, kNot = 4, kComparison = 5, kPredicate = 6, kSum = 7,
                     kProduct = 8, kPower = 9, kSign = 10, kPostfix = 11;
}  // namespace power

struct BinaryOperator {
  Op op;
  std::string_view text;
  bool word;  ///< a keyword, else a symbol
  int binding;
};

inline constexpr std::array<BinaryOperator, 20> kBinaryOperators = {{
    {Op::logical_or, "OR", true, power::kOr},
    {Op::logical_xor, "XOR", true, power::kXor},
    {Op::logical_and, "AND", true, power::kAnd},
    {Op::equal, "=", false, power::kComparison},
    {Op::not_equal, "<>", false, power::kComparison},
    {Op::less, "<", false, power::kComparison},
    {Op::less_equal, "<=", false, power::kComparison},
    {Op::greater, ">", false, power::kComparison},
    {Op::greater_equal, ">=", false, power::kComparison},
    {Op::in, "IN", true, power::kPredicate},
    {Op::contains, "CONTAINS", true, power::kPredicate},
    {Op::starts_with, "STARTS WITH", true, power::kPredicate},
    {Op::ends_with, "ENDS WITH", true, power::kPredicate},
    {Op::matches, "=~", false, power::kPredicate},
    {Op::add, "+", false, power::kSum},
    {Op::subtract, "-", false, power::kSum},
    {Op::multiply, "*", false, power::kProduct},
    {Op::divide, "/", false, power::kProduct},
    {Op::modulo, "%", false, power::kProduct},
    {Op::power, "^", false, power::kPower},
}};

[[nodiscard]] constexpr const BinaryOperator* find_operator(Op op) {
  for (const auto& entry : kBinaryOperators)
    if (entry.op == op) return &entry;
  return nullptr;
}

[[nodiscard]] constexpr int power_of(Op op) {
  const auto* entry = find_operator(op);
  return entry ? entry->binding : 0;
}

[[nodiscard]] constexpr bool is_comparison(Op op) {
  return power_of(op) == power::kComparison;
}

}  // namespace entente::query
