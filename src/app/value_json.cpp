// SPDX-License-Identifier: Apache-2.0
#include "app/value_json.hpp"

#include <limits>
#include <nlohmann/json.hpp>

namespace entente::app {

namespace {

using Json = nlohmann::ordered_json;

/// Turns values of the query language, and property values, into JSON.
class ToJson {
 public:
  explicit ToJson(const graph::Snapshot& graph) : graph_(graph) {}

  template <class Variant>
  Json of(const Variant& value) const {
    return std::visit([this](const auto& v) { return (*this)(v); }, value.data);
  }

  Json operator()(std::monostate) const { return {}; }
  Json operator()(bool v) const { return v; }
  Json operator()(std::int64_t v) const { return v; }
  Json operator()(double v) const { return v; }
  Json operator()(const std::string& v) const { return v; }
  Json operator()(const graph::Moment& v) const { return graph::to_text(v); }
  Json operator()(const graph::Duration& v) const { return graph::to_text(v); }

  template <class Value>
  Json operator()(const std::vector<Value>& list) const {
    Json json = Json::array();
    for (const Value& item : list) json.push_back(of(item));
    return json;
  }

  template <class Value>
  Json operator()(const std::map<std::string, Value>& map) const {
    Json json = Json::object();
    for (const auto& [key, item] : map) json[key] = of(item);
    return json;
  }

  Json operator()(graph::NodeId node) const {
    return {{"labels", graph_.labels(node)}, {"properties", (*this)(graph_.properties(node))}};
  }

  Json operator()(graph::EdgeId edge) const {
    return {{"type", graph_.type(edge)},
            {"source", end(graph_.source(edge))},
            {"target", end(graph_.target(edge))},
            {"properties", (*this)(graph_.properties(edge))}};
  }

  Json operator()(const query::Path& path) const {
    Json nodes = Json::array(), edges = Json::array();
    for (const graph::NodeId node : path.nodes) nodes.push_back((*this)(node));
    for (const graph::EdgeId edge : path.edges) edges.push_back((*this)(edge));
    return {{"nodes", nodes}, {"edges", edges}};
  }

 private:
  /// A node named shortly: its property id where it has one, else its number.
  [[nodiscard]] Json end(graph::NodeId node) const {
    const auto id = graph_.cell(node, "id");
    return id.is_null() ? Json(static_cast<std::uint32_t>(node)) : of(graph::to_value(id));
  }

  const graph::Snapshot& graph_;
};

}  // namespace

nlohmann::ordered_json to_json(const query::Value& value, const graph::Snapshot& graph) {
  return ToJson(graph).of(value);
}

nlohmann::ordered_json to_json(const graph::Value& value, const graph::Snapshot& graph) {
  return ToJson(graph).of(value);
}

query::Value value_from_json(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return {json.get<bool>()};
    case Json::value_t::number_integer:
      return {json.get<std::int64_t>()};
    case Json::value_t::number_unsigned:
      if (json.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
        return {json.get<double>()};
      return {json.get<std::int64_t>()};
    case Json::value_t::number_float:
      return {json.get<double>()};
    case Json::value_t::string:
      return {json.get<std::string>()};
    case Json::value_t::array: {
      query::List list;
      for (const Json& item : json) list.push_back(value_from_json(item));
      return {std::move(list)};
    }
    case Json::value_t::object: {
      query::Map map;
      for (const auto& [key, item] : json.items()) map.emplace(key, value_from_json(item));
      return {std::move(map)};
    }
    default:
      return {};
  }
}

}  // namespace entente::app
