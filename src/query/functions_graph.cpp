// SPDX-License-Identifier: Apache-2.0
#include "query/context.hpp"
#include "query/functions.hpp"

// Functions on nodes, relationships and paths.

namespace entente::query {

namespace {

using graph::EdgeId;
using graph::NodeId;

Value type_function(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto* edge = call.args[0].as<EdgeId>();
  return edge ? Value(call.context.graph.type(*edge)) : call.wrong_type(0, type::edge);
}

Value labels_function(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto* node = call.args[0].as<NodeId>();
  if (!node) return call.wrong_type(0, type::node);
  List out;
  for (const auto& label : call.context.graph.labels(*node)) out.emplace_back(label);
  return Value(std::move(out));
}

Value id_function(Call& call) {
  if (const auto* node = call.args[0].as<NodeId>()) return static_cast<std::int64_t>(*node);
  if (const auto* edge = call.args[0].as<EdgeId>()) return static_cast<std::int64_t>(*edge);
  return call.args[0].is_null() ? Value() : call.wrong_type(0, type::entity);
}

Value start_node(Call& call) {
  if (const auto* edge = call.args[0].as<EdgeId>()) return call.context.graph.source(*edge);
  return call.args[0].is_null() ? Value() : call.wrong_type(0, type::edge);
}

Value end_node(Call& call) {
  if (const auto* edge = call.args[0].as<EdgeId>()) return call.context.graph.target(*edge);
  return call.args[0].is_null() ? Value() : call.wrong_type(0, type::edge);
}

Value nodes_function(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto* path = call.args[0].as<Path>();
  if (!path) return call.wrong_type(0, type::path);
  return List(path->nodes.begin(), path->nodes.end());
}

Value relationships(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto* path = call.args[0].as<Path>();
  if (!path) return call.wrong_type(0, type::path);
  return List(path->edges.begin(), path->edges.end());
}

Value length_function(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto* path = call.args[0].as<Path>();
  return path ? Value(static_cast<std::int64_t>(path->edges.size())) : call.wrong_type(0, type::path);
}

std::optional<graph::Map> properties_of(const Value& value, const graph::Snapshot& graph) {
  if (const auto* node = value.as<NodeId>()) return graph.properties(*node);
  if (const auto* edge = value.as<EdgeId>()) return graph.properties(*edge);
  return std::nullopt;
}

Value keys_function(Call& call) {
  if (call.args[0].is_null()) return {};
  List out;
  if (const auto* map = call.args[0].as<Map>()) {
    for (const auto& entry : *map) out.emplace_back(entry.first);
  } else if (const auto properties = properties_of(call.args[0], call.context.graph)) {
    for (const auto& entry : *properties) out.emplace_back(entry.first);
  } else {
    return call.wrong_type(0, type::entity | type::map);
  }
  return Value(std::move(out));
}

Value properties_function(Call& call) {
  if (call.args[0].is_null() || call.args[0].as<Map>()) return call.args[0];
  const auto properties = properties_of(call.args[0], call.context.graph);
  if (!properties) return call.wrong_type(0, type::entity | type::map);
  Map out;
  for (const auto& [key, value] : *properties) out.emplace(key, from_property(value));
  return Value(std::move(out));
}

Value exists_function(Call& call) {
  if (const auto* found = call.args[0].as<bool>(); found && call.expr.args[0]->kind == ExprKind::pattern_test)
    return *found;
  return !call.args[0].is_null();
}

Value coalesce(Call& call) {
  for (auto& arg : call.args)
    if (!arg.is_null()) return std::move(arg);
  return {};
}

}  // namespace

const std::vector<Function>& graph_functions() {
  static const std::vector<Function> kFunctions = {
      {"type", 1, 1, {type::edge}, type::string | type::null, type_function},
      {"labels", 1, 1, {type::node}, type::list | type::null, labels_function},
      {"id", 1, 1, {type::entity}, type::integer | type::null, id_function},
      {"startNode", 1, 1, {type::edge}, type::node | type::null, start_node},
      {"endNode", 1, 1, {type::edge}, type::node | type::null, end_node},
      {"nodes", 1, 1, {type::path}, type::list | type::null, nodes_function},
      {"relationships", 1, 1, {type::path}, type::list | type::null, relationships},
      {"length", 1, 1, {type::path}, type::integer | type::null, length_function},
      {"keys", 1, 1, {type::entity | type::map}, type::list | type::null, keys_function},
      {"properties", 1, 1, {type::entity | type::map}, type::map | type::null, properties_function},
      {"exists", 1, 1, {type::any}, type::boolean, exists_function},
      {"coalesce", 1, kManyArgs, {type::any, type::any, type::any}, type::any, coalesce},
  };
  return kFunctions;
}

}  // namespace entente::query
