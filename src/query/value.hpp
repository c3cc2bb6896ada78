// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "graph/property_graph.hpp"

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

/// A value of the query language: a property value, or a node, relationship or path of the graph asked.
struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map, graph::NodeId, graph::EdgeId, Path> data;
  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(data); }
};

}  // namespace entente::query
