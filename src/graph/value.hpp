// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "graph/temporal.hpp"

namespace entente::graph {

struct Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value>;

/// A property value of a general property graph, and the scalar part of the query language's values.
struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map, Moment, Duration> data;

  Value() = default;
  Value(bool v) : data(v) {}
  Value(int v) : data(std::int64_t{v}) {}
  Value(std::int64_t v) : data(v) {}
  Value(double v) : data(v) {}
  Value(const char* v) : data(std::string(v)) {}
  Value(std::string v) : data(std::move(v)) {}
  Value(List v) : data(std::move(v)) {}
  Value(Map v) : data(std::move(v)) {}
  Value(Moment v) : data(std::move(v)) {}
  Value(Duration v) : data(v) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(data); }
  bool operator==(const Value&) const = default;
};

}  // namespace entente::graph
