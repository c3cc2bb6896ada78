// SPDX-License-Identifier: Apache-2.0
#include "query/printer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/escape.hpp"
#include "query/keywords.hpp"
#include "query/operators.hpp"

// Expressions as text. Brackets are put where the precedence needs them.

namespace entente::query {

namespace {

int power_of(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::binary:
      return power_of(expr.op);
    case ExprKind::comparison:
      return power::kComparison;
    case ExprKind::is_null:
      return power::kPredicate;
    case ExprKind::unary:
      return expr.op == Op::logical_not ? power::kNot : power::kSign;
    case ExprKind::literal: {
      const auto* integer = expr.literal.as<std::int64_t>();
      const auto* real = expr.literal.as<double>();
      return (integer && *integer < 0) || (real && std::signbit(*real)) ? power::kSign : power::kPostfix + 1;
    }
    case ExprKind::property:
    case ExprKind::index:
    case ExprKind::slice:
    case ExprKind::label_test:
      return power::kPostfix;
    default:
      return power::kPostfix + 1;
  }
}

std::string within(const Expr& expr, int min_power) {
  auto text = print(expr);
  return power_of(expr) < min_power ? "(" + text + ")" : text;
}

std::string print_literal(const Value& value) {
  if (const auto* flag = value.as<bool>()) return *flag ? "true" : "false";
  if (const auto* integer = value.as<std::int64_t>()) return std::to_string(*integer);
  if (const auto* real = value.as<double>())
    return std::signbit(*real) ? "-" + print_real(-*real) : print_real(*real);
  if (const auto* text = value.as<std::string>()) return print_string(*text);
  return "null";
}

std::string print_unary(const Expr& expr) {
  const auto& operand = *expr.args[0];
  if (expr.op == Op::logical_not) return "NOT " + within(operand, power::kNot);
  const char* sign = expr.op == Op::negate ? "-" : "+";
  const bool bracket =
      operand.kind == ExprKind::literal && !operand.literal.is_null();  // -(1) is not the literal -1
  return sign + (bracket ? "(" + print(operand) + ")" : within(operand, power::kSign));
}

std::string print_binary(const Expr& expr) {
  const int own = power_of(expr.op);
  return within(*expr.args[0], own) + " " + std::string(find_operator(expr.op)->text) + " " +
         within(*expr.args[1], own + 1);
}

std::string print_comparison(const Expr& expr) {
  auto text = within(*expr.args[0], power::kComparison + 1);
  for (std::size_t i = 0; i < expr.ops.size(); ++i)
    text += " " + std::string(find_operator(expr.ops[i])->text) + " " +
            within(*expr.args[i + 1], power::kComparison + 1);
  return text;
}

std::string print_args(const Expr& expr) {
  std::string text;
  for (const auto& arg : expr.args) text += (text.empty() ? "" : ", ") + print(*arg);
  return text;
}

std::string print_map(const Expr& expr) {
  std::string text;
  for (std::size_t i = 0; i < expr.args.size(); ++i)
    text += (i ? ", " : "") + print_name(expr.keys[i]) + ": " + print(*expr.args[i]);
  return "{" + text + "}";
}

std::string optional_part(std::string_view lead, const ExprPtr& expr) {
  return expr ? std::string(lead) + print(*expr) : std::string();
}

std::string print_case(const Expr& expr) {
  auto text = "CASE" + optional_part(" ", expr.args[0]);
  for (std::size_t i = 1; i + 1 < expr.args.size(); i += 2)
    text += " WHEN " + print(*expr.args[i]) + " THEN " + print(*expr.args[i + 1]);
  return text + optional_part(" ELSE ", expr.args.back()) + " END";
}

std::string print_quantifier(const Expr& expr) {
  const char* word = expr.op == Op::all      ? "all"
                     : expr.op == Op::any    ? "any"
                     : expr.op == Op::single ? "single"
                                             : "none";
  return std::string(word) + "(" + print_variable(expr.name) + " IN " + print(*expr.args[0]) +
         optional_part(" WHERE ", expr.args[1]) + ")";
}

std::string print_block(const Statement& statement) {
  return "{ " + print(statement) + " }";
}

std::string print_call(const Expr& expr) {
  std::string name;
  std::size_t from = 0;
  for (std::size_t dot = 0; dot != std::string::npos; from = dot + 1) {
    dot = expr.name.find('.', from);
    name += (from ? "." : "") + print_name(std::string_view(expr.name).substr(from, dot - from));
  }
  return name + "(" + (expr.distinct ? "DISTINCT " : "") + print_args(expr) + ")";
}

}  // namespace

std::string print_name(std::string_view name) {
  bool plain = !name.empty() && !(name[0] >= '0' && name[0] <= '9');
  for (const char c : name)
    plain = plain && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
  if (plain) return std::string(name);
  std::string out = "`";
  for (const char c : name) out += c == '`' ? "``" : std::string(1, c);
  return out + "`";
}

std::string print_variable(std::string_view name) {
  const bool word = is_reserved(name) || same_word(name, "WHEN");  // CASE when WHEN ... would be misread
  return word ? "`" + std::string(name) + "`" : print_name(name);
}

std::string print_string(std::string_view text) {
  std::string out = "'";
  for (const char c : text) append_escaped(out, c, "\\'");
  return out + "'";
}

std::string print_real(double value) {
  if (std::isnan(value)) return "NaN";
  if (value == 0) return "0.0";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  std::array<char, 40> buffer{};
  const auto [end, code] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  (void)code;
  std::string text(buffer.data(), end);
  if (text.find_first_of(".eE") == std::string::npos) text += ".0";
  return text;
}

std::string print(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::literal:
      return print_literal(expr.literal);
    case ExprKind::parameter:
      return "$" + print_name(expr.name);
    case ExprKind::variable:
      return print_variable(expr.name);
    case ExprKind::property:
      return within(*expr.args[0], power::kPostfix) + "." + print_name(expr.name);
    case ExprKind::list:
      return "[" + print_args(expr) + "]";
    case ExprKind::map:
      return print_map(expr);
    case ExprKind::index:
      return within(*expr.args[0], power::kPostfix) + "[" + print(*expr.args[1]) + "]";
    case ExprKind::slice:
      return within(*expr.args[0], power::kPostfix) + "[" + optional_part("", expr.args[1]) + ".." +
             optional_part("", expr.args[2]) + "]";
    case ExprKind::unary:
      return print_unary(expr);
    case ExprKind::binary:
      return print_binary(expr);
    case ExprKind::comparison:
      return print_comparison(expr);
    case ExprKind::is_null:
      return within(*expr.args[0], power::kPredicate) + (expr.negated ? " IS NOT NULL" : " IS NULL");
    case ExprKind::label_test:
      return within(*expr.args[0], power::kPostfix) + ":" + print(expr.labels, true);
    case ExprKind::call:
      return print_call(expr);
    case ExprKind::count_all:
      return "count(*)";
    case ExprKind::case_of:
      return print_case(expr);
    case ExprKind::list_comprehension:
      return "[" + print_variable(expr.name) + " IN " + print(*expr.args[0]) +
             optional_part(" WHERE ", expr.args[1]) + optional_part(" | ", expr.args[2]) + "]";
    case ExprKind::quantifier:
      return print_quantifier(expr);
    case ExprKind::reduce:
      return "reduce(" + print_variable(expr.name) + " = " + print(*expr.args[0]) + ", " +
             print_variable(expr.keys[0]) + " IN " + print(*expr.args[1]) + " | " + print(*expr.args[2]) +
             ")";
    case ExprKind::pattern_test:
      return print(*expr.pattern);
    case ExprKind::pattern_comprehension:
      return "[" + print(*expr.pattern) + optional_part(" WHERE ", expr.args[0]) + " | " +
             print(*expr.args[1]) + "]";
    case ExprKind::exists_query:
      return "EXISTS " + print_block(*expr.query);
    case ExprKind::count_query:
      return "COUNT " + print_block(*expr.query);
  }
  return {};
}

}  // namespace entente::query
