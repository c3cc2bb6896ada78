// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "query/types.hpp"

namespace entente::query {

class Context;
struct Expr;

/// A function called with values; `expr` gives the place for errors.
struct Call {
  const Expr& expr;
  List& args;
  Context& context;

  [[nodiscard]] bool any_null() const;
  /// Records a run-time error and gives null.
  Value wrong(std::string_view code, std::string message) const;
  /// The same for an argument that is of the wrong type.
  Value wrong_type(std::size_t arg, TypeSet expected) const;
};

inline constexpr int kManyArgs = 1'000'000;

enum class Aggregate {
  none,
  count,
  collect,
  sum,
  avg,
  min,
  max,
  stdev,
  stdev_population,
  percentile_disc,
  percentile_cont
};

/// A function of the language. Names are matched without regard to case.
struct Function {
  std::string_view name;
  int min_args = 0, max_args = 0;
  std::array<TypeSet, 3> takes{type::any, type::any,
                               type::any};  ///< the last one for all further arguments; 0: anything
  TypeSet gives = type::any;
  Value (*call)(Call&) = nullptr;
  Aggregate aggregate = Aggregate::none;
};

[[nodiscard]] const Function* find_function(std::string_view name);
/// All names, sorted: for "did you mean" and completion.
[[nodiscard]] std::vector<std::string> function_names();

// The catalogue's parts, one file each.
[[nodiscard]] const std::vector<Function>& graph_functions();
[[nodiscard]] const std::vector<Function>& fact_functions();
[[nodiscard]] const std::vector<Function>& string_functions();
[[nodiscard]] const std::vector<Function>& list_functions();
[[nodiscard]] const std::vector<Function>& number_functions();
[[nodiscard]] const std::vector<Function>& temporal_functions();
[[nodiscard]] const std::vector<Function>& aggregate_functions();

}  // namespace entente::query
