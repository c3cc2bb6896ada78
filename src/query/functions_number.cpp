// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "query/context.hpp"
#include "query/functions.hpp"

// Functions on numbers.

namespace entente::query {

namespace {

std::optional<double> number(const Value& value) {
  if (const auto* integer = value.as<std::int64_t>()) return static_cast<double>(*integer);
  if (const auto* real = value.as<double>()) return *real;
  return {};
}

template <double (*Function)(double)>
Value real(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto arg = number(call.args[0]);
  return arg ? Value(Function(*arg)) : call.wrong_type(0, type::number);
}

Value absolute(Call& call) {
  if (const auto* integer = call.args[0].as<std::int64_t>()) {
    if (*integer == INT64_MIN)
      return call.wrong("NumberOutOfRange", "the result does not fit in a 64-bit integer");
    return *integer < 0 ? -*integer : *integer;
  }
  return real<std::fabs>(call);
}

Value sign(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto arg = number(call.args[0]);
  if (!arg) return call.wrong_type(0, type::number);
  return *arg > 0 ? 1 : *arg < 0 ? -1 : 0;
}

double half_up(double value) {
  return std::floor(value + 0.5);
}
double degrees(double value) {
  return value * 180 / M_PI;
}
double radians(double value) {
  return value * M_PI / 180;
}
double cotangent(double value) {
  return 1 / std::tan(value);
}

Value atan2_function(Call& call) {
  if (call.any_null()) return {};
  const auto y = number(call.args[0]), x = number(call.args[1]);
  return y && x ? Value(std::atan2(*y, *x)) : call.wrong_type(y ? 1 : 0, type::number);
}

Value pi(Call&) {
  return M_PI;
}
Value e(Call&) {
  return M_E;
}
Value rand_function(Call& call) {
  return call.context.next_random();
}

}  // namespace

const std::vector<Function>& number_functions() {
  constexpr TypeSet kNumber = type::number, kMaybe = type::real | type::null;
  static const std::vector<Function> kFunctions = {
      {"abs", 1, 1, {kNumber}, kNumber | type::null, absolute},
      {"sign", 1, 1, {kNumber}, type::integer | type::null, sign},
      {"ceil", 1, 1, {kNumber}, kMaybe, real<std::ceil>},
      {"floor", 1, 1, {kNumber}, kMaybe, real<std::floor>},
      {"round", 1, 1, {kNumber}, kMaybe, real<half_up>},
      {"sqrt", 1, 1, {kNumber}, kMaybe, real<std::sqrt>},
      {"exp", 1, 1, {kNumber}, kMaybe, real<std::exp>},
      {"log", 1, 1, {kNumber}, kMaybe, real<std::log>},
      {"log10", 1, 1, {kNumber}, kMaybe, real<std::log10>},
      {"sin", 1, 1, {kNumber}, kMaybe, real<std::sin>},
      {"cos", 1, 1, {kNumber}, kMaybe, real<std::cos>},
      {"tan", 1, 1, {kNumber}, kMaybe, real<std::tan>},
      {"cot", 1, 1, {kNumber}, kMaybe, real<cotangent>},
      {"asin", 1, 1, {kNumber}, kMaybe, real<std::asin>},
      {"acos", 1, 1, {kNumber}, kMaybe, real<std::acos>},
      {"atan", 1, 1, {kNumber}, kMaybe, real<std::atan>},
      {"atan2", 2, 2, {kNumber, kNumber}, kMaybe, atan2_function},
      {"degrees", 1, 1, {kNumber}, kMaybe, real<degrees>},
      {"radians", 1, 1, {kNumber}, kMaybe, real<radians>},
      {"pi", 0, 0, {}, type::real, pi},
      {"e", 0, 0, {}, type::real, e},
      {"rand", 0, 0, {}, type::real, rand_function},
  };
  return kFunctions;
}

}  // namespace entente::query
