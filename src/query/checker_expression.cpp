// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/checker.hpp"
#include "query/diagnostics.hpp"
#include "query/functions.hpp"
#include "query/operators.hpp"

// Expressions: variables get their slots, types are followed as far as the text tells.

namespace entente::query {

namespace {

/// What the operators of numbers take besides: moments and durations for '-', durations for '*' and '/'.
TypeSet temporal_operands(Op op) {
  if (op == Op::subtract) return type::number | type::temporal;
  return op == Op::multiply || op == Op::divide ? type::number | type::duration : type::number;
}

constexpr StaticType kBoolean{type::boolean | type::null, type::any};

}  // namespace

bool Checker::require(const Expr& expr, StaticType found, TypeSet needed, std::string_view who) {
  if (failed_) return false;
  if ((found.kinds & (needed | type::null)) != 0) return true;
  return wrong(expr.range, "InvalidArgumentType",
               std::string(who) + " needs " + describe(needed) + ", but this is " + describe(found.kinds));
}

StaticType Checker::expression(Expr& expr, const Scope& scope) {
  if (failed_ || expr.ready) return {};  // ready: ORDER BY reads a column
  const bool logical = expr.kind == ExprKind::binary && power_of(expr.op) <= power::kAnd;
  const bool keeps_pattern =
      logical || expr.kind == ExprKind::pattern_test ||
      (expr.kind == ExprKind::unary && expr.op == Op::logical_not) ||
      (expr.kind == ExprKind::call && find_function(expr.name) == find_function("exists"));
  const auto saved = place_;
  if (expr.kind == ExprKind::call && keeps_pattern) place_.pattern = true;
  if (!keeps_pattern) place_.pattern = false;
  StaticType found;
  switch (expr.kind) {
    case ExprKind::literal:
      found.kinds = type_of(expr.literal);
      break;
    case ExprKind::parameter:
      break;
    case ExprKind::variable:
      found = variable(expr, scope);
      break;
    case ExprKind::property:
      found = property(expr, scope);
      break;
    case ExprKind::list:
      found = list(expr, scope);
      break;
    case ExprKind::map:
      for (auto& arg : expr.args) expression(*arg, scope);
      found.kinds = type::map;
      break;
    case ExprKind::index:
    case ExprKind::slice:
      found = index(expr, scope);
      break;
    case ExprKind::unary:
      found = unary(expr, scope);
      break;
    case ExprKind::binary:
      found = binary(expr, scope);
      break;
    case ExprKind::comparison:
      for (auto& arg : expr.args) expression(*arg, scope);
      found = kBoolean;
      break;
    case ExprKind::is_null:
      expression(*expr.args[0], scope);
      found.kinds = type::boolean;
      break;
    case ExprKind::label_test:
      require(expr, expression(*expr.args[0], scope), type::entity, "a label test");
      found = kBoolean;
      break;
    case ExprKind::call:
      found = call(expr, scope);
      break;
    case ExprKind::count_all:
      found = aggregate(expr, scope);
      break;
    case ExprKind::case_of:
      found = case_of(expr, scope);
      break;
    case ExprKind::list_comprehension:
    case ExprKind::quantifier:
      found = comprehension(expr, scope);
      break;
    case ExprKind::reduce:
      found = reduce(expr, scope);
      break;
    case ExprKind::pattern_test:
    case ExprKind::pattern_comprehension:
    case ExprKind::exists_query:
    case ExprKind::count_query:
      found = pattern(expr, scope);
      break;
  }
  place_ = saved;
  return failed_ ? StaticType{} : found;
}

StaticType Checker::variable(Expr& expr, const Scope& scope) {
  const auto found = scope.find(expr.name);
  if (found == scope.end()) {
    std::vector<std::string> names;
    for (const auto& entry : scope) names.push_back(entry.first);
    wrong(expr.range, "UndefinedVariable", "the variable '" + expr.name + "' is not defined",
          hint_for(expr.name, names));
    return {};
  }
  expr.slot = found->second.slot;
  expr.ready = true;
  return found->second.type;
}

StaticType Checker::property(Expr& expr, const Scope& scope) {
  auto& base = *expr.args[0];
  const auto found = expression(base, scope);
  if (!require(base, found, type::entity | type::map | type::temporal, "a property")) return {};
  expr.of_entity = (found.kinds & ~(type::entity | type::null)) == 0;
  const bool speaks = expr.name == "modality" || expr.name == "negated";
  if (speaks && place_.where && base.kind == ExprKind::variable) mentioned_.insert(base.slot);
  return {};
}

StaticType Checker::list(Expr& expr, const Scope& scope) {
  StaticType found{type::list, 0};
  for (auto& arg : expr.args)
    found.elements = static_cast<TypeSet>(found.elements | expression(*arg, scope).kinds);
  if (expr.args.empty()) found.elements = type::any;
  return found;
}

StaticType Checker::index(Expr& expr, const Scope& scope) {
  const auto base = expression(*expr.args[0], scope);
  std::vector<StaticType> bounds;
  for (std::size_t i = 1; i < expr.args.size(); ++i)
    if (expr.args[i]) bounds.push_back(expression(*expr.args[i], scope));
  const bool slice = expr.kind == ExprKind::slice;
  if (!require(*expr.args[0], base,
               slice ? type::list : TypeSet(type::list | type::map | type::entity | type::temporal),
               "an index"))
    return {};
  const bool only_list = (base.kinds & type::list) != 0 && (base.kinds & ~(type::list | type::null)) == 0;
  for (std::size_t i = 0; i < bounds.size() && only_list; ++i)
    if (!require(expr, bounds[i], type::integer, "the index of a list")) return {};
  if (slice) return {type::list | type::null, base.elements};
  return {only_list ? static_cast<TypeSet>(base.elements | type::null) : type::any, type::any};
}

StaticType Checker::unary(Expr& expr, const Scope& scope) {
  const auto operand = expression(*expr.args[0], scope);
  if (expr.op == Op::logical_not) {
    require(*expr.args[0], operand, type::boolean, "NOT");
    return kBoolean;
  }
  require(*expr.args[0], operand, type::number | type::duration, expr.op == Op::negate ? "'-'" : "'+'");
  return {static_cast<TypeSet>(operand.kinds & (type::number | type::duration | type::null)), type::any};
}

StaticType Checker::binary(Expr& expr, const Scope& scope) {
  const auto left = expression(*expr.args[0], scope);
  const auto right = expression(*expr.args[1], scope);
  const auto who = std::string(find_operator(expr.op)->text);
  const int binding = power_of(expr.op);
  if (binding <= power::kAnd) {
    require(*expr.args[0], left, type::boolean, who) && require(*expr.args[1], right, type::boolean, who);
    return kBoolean;
  }
  if (expr.op == Op::in) require(*expr.args[1], right, type::list, who);
  if (binding == power::kPredicate) return kBoolean;
  if (expr.op != Op::add) {
    const TypeSet fits = temporal_operands(expr.op);
    require(*expr.args[0], left, fits, who) && require(*expr.args[1], right, fits, who);
    if (((left.kinds | right.kinds) & fits & type::temporal) != 0)
      return {static_cast<TypeSet>(fits | type::null), type::any};
    const bool whole = expr.op != Op::power && ((left.kinds | right.kinds) & type::real) == 0;
    return {static_cast<TypeSet>((whole ? type::integer : type::number) | type::null), type::any};
  }
  const TypeSet both = left.kinds | right.kinds;
  if ((both & type::list) != 0)
    return {type::any, static_cast<TypeSet>(left.elements | right.elements | both)};
  return {static_cast<TypeSet>((both & type::string) != 0 ? both | type::string : both), type::any};
}

StaticType Checker::call(Expr& expr, const Scope& scope) {
  expr.function = find_function(expr.name);
  if (!expr.function) {
    wrong(expr.range, "UnknownFunction", "there is no function '" + expr.name + "'",
          hint_for(expr.name, function_names()));
    return {};
  }
  const auto& function = *expr.function;
  const auto count = static_cast<int>(expr.args.size());
  if (count < function.min_args || count > function.max_args) {
    const auto needed = std::to_string(count < function.min_args ? function.min_args : function.max_args);
    wrong(expr.range, "InvalidNumberOfArguments",
          std::string(function.name) + " takes " + (count < function.min_args ? "at least " : "at most ") +
              needed + (needed == "1" ? " argument" : " arguments"));
    return {};
  }
  if (function.aggregate != Aggregate::none) return aggregate(expr, scope);
  if (place_.in_aggregate && function.name == "rand") {
    wrong(expr.range, "NonConstantExpression", "rand() cannot stand inside an aggregate function");
    return {};
  }
  if (expr.distinct) {
    wrong(expr.range, "InvalidArgumentType", "DISTINCT belongs to aggregate functions");
    return {};
  }
  StaticType first;
  for (std::size_t i = 0; i < expr.args.size() && !failed_; ++i) {
    const auto found = expression(*expr.args[i], scope);
    if (i == 0) first = found;
    const auto takes = function.takes[std::min<std::size_t>(i, 2)];
    if (takes != 0) require(*expr.args[i], found, takes, function.name);
  }
  StaticType result{function.gives, type::any};
  if (function.name == "nodes") result.elements = type::node;
  if (function.name == "relationships") result.elements = type::edge;
  if (function.name == "keys" || function.name == "labels") result.elements = type::string;
  if (function.name == "range") result.elements = type::integer;
  if (function.name == "tail" || function.name == "reverse") result.elements = first.elements;
  if (function.name == "head" || function.name == "last")
    result.kinds = static_cast<TypeSet>(first.elements | type::null);
  return result;
}

StaticType Checker::aggregate(Expr& expr, const Scope& scope) {
  if (place_.in_aggregate) {
    wrong(expr.range, "NestedAggregation", "an aggregate function cannot stand inside another one");
    return {};
  }
  if (!place_.aggregates) {
    wrong(expr.range, "InvalidAggregation", "an aggregate function can stand only in WITH and RETURN");
    return {};
  }
  const auto saved = place_;
  place_.in_aggregate = true;
  StaticType first;
  for (auto& arg : expr.args) {
    const auto found = expression(*arg, scope);
    if (arg == expr.args.front()) first = found;
  }
  place_ = saved;
  if (failed_) return {};
  expr.slot = new_slot();
  expr.ready = true;
  aggregate_calls_->push_back(&expr);
  if (expr.kind == ExprKind::count_all) return {type::integer, type::any};
  const auto kind = expr.function->aggregate;
  if (kind == Aggregate::collect) return {type::list, first.kinds};
  if (kind == Aggregate::min || kind == Aggregate::max)
    return {static_cast<TypeSet>(first.kinds | type::null), type::any};
  return {expr.function->gives, type::any};
}

StaticType Checker::case_of(Expr& expr, const Scope& scope) {
  auto& args = expr.args;
  if (args[0]) expression(*args[0], scope);
  StaticType found{0, 0};
  const auto also = [&](Expr& result) {
    const auto kind = expression(result, scope);
    found.kinds = static_cast<TypeSet>(found.kinds | kind.kinds);
    found.elements = static_cast<TypeSet>(found.elements | kind.elements);
  };
  for (std::size_t i = 1; i + 1 < args.size(); i += 2) {
    const auto saved = place_;
    place_.pattern = !args[0];
    expression(*args[i], scope);
    place_ = saved;
    also(*args[i + 1]);
  }
  if (args.back()) also(*args.back());
  if (!args.back()) found.kinds = static_cast<TypeSet>(found.kinds | type::null);
  return found;
}

StaticType Checker::comprehension(Expr& expr, const Scope& scope) {
  const auto source = expression(*expr.args[0], scope);
  if (!require(*expr.args[0], source, type::list, "a comprehension")) return {};
  Scope inner = scope;
  expr.slot = new_slot();
  const bool known = (source.kinds & ~(type::list | type::null)) == 0;
  inner[expr.name] = {expr.slot, {known ? source.elements : type::any, type::any}};
  const auto saved = place_;
  place_.aggregates = false;
  place_.pattern = true;
  if (expr.kind == ExprKind::quantifier && !expr.args[1]) {
    wrong(expr.range, "UnexpectedSyntax", "this needs a condition: WHERE ...");
    return {};
  }
  if (expr.args[1]) require(*expr.args[1], expression(*expr.args[1], inner), type::boolean, "a condition");
  place_.pattern = false;
  StaticType result = kBoolean;
  if (expr.kind == ExprKind::list_comprehension) {
    const auto element =
        expr.args[2] ? expression(*expr.args[2], inner) : StaticType{source.elements, type::any};
    result = {static_cast<TypeSet>(type::list | (source.kinds & type::null)), element.kinds};
  }
  place_ = saved;
  return result;
}

StaticType Checker::reduce(Expr& expr, const Scope& scope) {
  expression(*expr.args[0], scope);
  const auto source = expression(*expr.args[1], scope);
  if (!require(*expr.args[1], source, type::list, "reduce")) return {};
  Scope inner = scope;
  expr.slot = new_slot();
  expr.slot2 = new_slot();
  inner[expr.name] = {expr.slot, {}};
  inner[expr.keys[0]] = {expr.slot2, {source.elements, type::any}};
  const auto saved = place_;
  place_.aggregates = false;
  expression(*expr.args[2], inner);
  place_ = saved;
  return {};
}

StaticType Checker::pattern(Expr& expr, const Scope& scope) {
  if (expr.kind == ExprKind::pattern_test && !place_.pattern) {
    wrong(expr.range, "UnexpectedSyntax",
          "a pattern is a condition: it can stand in WHERE and exists() only");
    return {};
  }
  const auto saved = place_;
  auto* const saved_calls = aggregate_calls_;
  place_ = Place{};
  StaticType result = kBoolean;
  if (expr.query) {
    statement(*expr.query, scope, true);
    if (expr.kind == ExprKind::count_query) result.kinds = type::integer;
  } else {
    Scope inner = scope;
    const bool list = expr.kind == ExprKind::pattern_comprehension;
    declare(*expr.pattern, scope, inner, expr.introduces, list) &&
        declare_path(*expr.pattern, inner, expr.introduces) && inside(*expr.pattern, scope, inner);
    if (!failed_ && list) {
      if (expr.args[0]) condition(expr.args[0], inner);
      result = {type::list, expression(*expr.args[1], inner).kinds};
    }
  }
  place_ = saved;
  aggregate_calls_ = saved_calls;
  return result;
}

}  // namespace entente::query
