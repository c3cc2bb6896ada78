// SPDX-License-Identifier: Apache-2.0
#include "query/functions.hpp"

#include <algorithm>

#include "query/ast.hpp"
#include "query/context.hpp"
#include "query/keywords.hpp"

namespace entente::query {

bool Call::any_null() const {
  return std::any_of(args.begin(), args.end(), [](const Value& arg) { return arg.is_null(); });
}

Value Call::wrong(std::string_view code, std::string message) const {
  return context.wrong(expr.range, code, std::move(message));
}

Value Call::wrong_type(std::size_t arg, TypeSet expected) const {
  const auto kind = describe(args[arg]);
  const auto place = expr.args[std::min(arg, expr.args.size() - 1)]->range;
  return context.wrong(place, "InvalidArgumentValue",
                       std::string(expr.function->name) + " needs " + describe(expected) + ", but this is " +
                           std::string(kind));
}

namespace {

using Catalogue = const std::vector<Function>& (*)();
constexpr std::array<Catalogue, 7> kCatalogues = {graph_functions,    fact_functions,   string_functions,
                                                  list_functions,     number_functions, temporal_functions,
                                                  aggregate_functions};

}  // namespace

const Function* find_function(std::string_view name) {
  for (const auto catalogue : kCatalogues)
    for (const auto& function : catalogue())
      if (same_word(function.name, name)) return &function;
  return nullptr;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const auto catalogue : kCatalogues)
    for (const auto& function : catalogue()) names.emplace_back(function.name);
  std::sort(names.begin(), names.end());
  return names;
}

const std::vector<Function>& aggregate_functions() {
  static const std::vector<Function> kFunctions = {
      {"count", 1, 1, {}, type::integer, nullptr, Aggregate::count},
      {"collect", 1, 1, {}, type::list, nullptr, Aggregate::collect},
      {"sum", 1, 1, {}, type::number | type::duration, nullptr, Aggregate::sum},
      {"avg", 1, 1, {}, type::number | type::duration | type::null, nullptr, Aggregate::avg},
      {"min", 1, 1, {}, type::any, nullptr, Aggregate::min},
      {"max", 1, 1, {}, type::any, nullptr, Aggregate::max},
      {"stDev", 1, 1, {}, type::real, nullptr, Aggregate::stdev},
      {"stDevP", 1, 1, {}, type::real, nullptr, Aggregate::stdev_population},
      {"percentileDisc", 2, 2, {}, type::number | type::null, nullptr, Aggregate::percentile_disc},
      {"percentileCont", 2, 2, {}, type::real | type::null, nullptr, Aggregate::percentile_cont},
  };
  return kFunctions;
}

}  // namespace entente::query
