// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "query/ast.hpp"

namespace entente::query {

/// The tree as query text; parsing it gives the same tree. One clause a line.
[[nodiscard]] std::string print(const Statement& statement);
[[nodiscard]] std::string print(const Expr& expr);
[[nodiscard]] std::string print(const PathPattern& pattern);
[[nodiscard]] std::string print(const LabelExpr& labels, bool in_expression = false);

/// A name, in backquotes where it could not be read without.
[[nodiscard]] std::string print_name(std::string_view name);
/// The same for a variable: a reserved word is quoted too.
[[nodiscard]] std::string print_variable(std::string_view name);
/// 'text' with escapes.
[[nodiscard]] std::string print_string(std::string_view text);

/// The shortest text that reads as the same number, always with a point, an exponent or a word (1.0, 1e+30,
/// NaN).
[[nodiscard]] std::string print_real(double value);

}  // namespace entente::query
