// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "graph/cell.hpp"
#include "graph/ids.hpp"

namespace entente::query {

struct Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value>;

/// Alternating nodes and edges of a walk: nodes.size() == edges.size() + 1.
struct Path {
  std::vector<graph::NodeId> nodes;
  std::vector<graph::EdgeId> edges;
  bool operator==(const Path&) const = default;
};

/// A value of the query language: a property value (temporal ones included), or a node, relationship or path
/// of the graph asked. Has no operator==: the language's own equality is three-valued (compare.hpp).
struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map, graph::NodeId,
               graph::EdgeId, Path, graph::Moment, graph::Duration>
      data;

  Value() = default;
  Value(bool v) : data(v) {}
  Value(int v) : data(std::int64_t{v}) {}
  Value(std::int64_t v) : data(v) {}
  Value(double v) : data(v) {}
  Value(const char* v) : data(std::string(v)) {}
  Value(std::string v) : data(std::move(v)) {}
  Value(List v) : data(std::move(v)) {}
  Value(Map v) : data(std::move(v)) {}
  Value(graph::NodeId v) : data(v) {}
  Value(graph::EdgeId v) : data(v) {}
  Value(Path v) : data(std::move(v)) {}
  Value(graph::Moment v) : data(std::move(v)) {}
  Value(graph::Duration v) : data(v) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(data); }

  /// The value when it is of that type, else null.
  template <class T>
  [[nodiscard]] const T* as() const {
    return std::get_if<T>(&data);
  }
};

/// A property value as a value of the language (copies).
[[nodiscard]] Value from_property(const graph::Value& value);
[[nodiscard]] Value from_property(const graph::Cell& cell);

}  // namespace entente::query
