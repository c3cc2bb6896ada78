// SPDX-License-Identifier: Apache-2.0
#include "query/graph_index.hpp"

#include <algorithm>

#include "query/compare.hpp"

namespace entente::query {

using graph::NodeId;

Value from_property(const graph::Value& value) {
  if (const auto* list = std::get_if<graph::List>(&value.data)) {
    List out;
    out.reserve(list->size());
    for (const auto& element : *list) out.push_back(from_property(element));
    return Value(std::move(out));
  }
  if (const auto* map = std::get_if<graph::Map>(&value.data)) {
    Map out;
    for (const auto& [key, element] : *map) out.emplace(key, from_property(element));
    return Value(std::move(out));
  }
  if (const auto* moment = std::get_if<graph::Moment>(&value.data)) return Value(*moment);
  if (const auto* duration = std::get_if<graph::Duration>(&value.data)) return Value(*duration);
  if (const auto* flag = std::get_if<bool>(&value.data)) return Value(*flag);
  if (const auto* integer = std::get_if<std::int64_t>(&value.data)) return Value(*integer);
  if (const auto* real = std::get_if<double>(&value.data)) return Value(*real);
  if (const auto* text = std::get_if<std::string>(&value.data)) return Value(*text);
  return {};
}

bool is_equal(const graph::Value& property, const Value& value) {
  const auto* a = std::get_if<std::string>(&property.data);
  const auto* b = value.as<std::string>();
  if (a && b) return *a == *b;
  if (a || b) return false;
  return equals(from_property(property), value).value_or(false);
}

bool has_property(const graph::PropertyGraph& graph, NodeId node, const std::string& property,
                  const Value& value, bool with_aliases) {
  const auto& properties = graph.properties(node);
  const auto found = properties.find(property);
  if (found != properties.end() && is_equal(found->second, value)) return true;
  if (!with_aliases) return false;
  const auto aliases = properties.find(kAliases);
  if (aliases == properties.end()) return false;
  const auto* list = std::get_if<graph::List>(&aliases->second.data);
  return list &&
         std::any_of(list->begin(), list->end(), [&](const auto& alias) { return is_equal(alias, value); });
}

std::size_t GraphIndex::ValueHash::operator()(const Value& value) const {
  return hash(value);
}
bool GraphIndex::ValueSame::operator()(const Value& a, const Value& b) const {
  return same(a, b);
}

void GraphIndex::build_groups() {
  if (grouped_) return;
  grouped_ = true;
  std::unordered_map<const void*, std::size_t> place;
  for (std::size_t i = 0; i < graph_.node_count(); ++i) {
    const auto node = static_cast<NodeId>(i);
    const auto* labels = &graph_.labels(node);
    const auto [found, added] = place.emplace(labels, groups_.size());
    if (added) groups_.push_back({labels, {}});
    groups_[found->second].nodes.push_back(node);
  }
}

std::size_t GraphIndex::count(const LabelTest& test) {
  build_groups();
  std::size_t sum = 0;
  for (const auto& group : groups_)
    if (test.admits(*group.labels)) sum += group.nodes.size();
  return sum;
}

std::vector<NodeId> GraphIndex::nodes(const LabelTest& test) {
  build_groups();
  std::vector<NodeId> out;
  int merged = 0;
  for (const auto& group : groups_) {
    if (!test.admits(*group.labels)) continue;
    out.insert(out.end(), group.nodes.begin(), group.nodes.end());
    ++merged;
  }
  if (merged > 1) std::sort(out.begin(), out.end());
  return out;
}

std::vector<NodeId> GraphIndex::nodes(const std::string& property, const Value& value, bool with_aliases) {
  if (value.is_null()) return {};
  auto& index = properties_[{property, with_aliases}];
  if (++index.asked > 1 && !index.built) build(property, with_aliases, index);
  std::vector<NodeId> out;
  if (index.built) {
    const auto found = index.nodes.find(value);
    if (found != index.nodes.end()) out = found->second;
  } else {
    for (std::size_t i = 0; i < graph_.node_count(); ++i) {
      const auto node = static_cast<NodeId>(i);
      if (has_property(graph_, node, property, value, with_aliases)) out.push_back(node);
    }
  }
  return out;
}

void GraphIndex::build(const std::string& property, bool with_aliases, ByProperty& out) const {
  out.built = true;
  const auto add = [&](const graph::Value& value, NodeId node) {
    if (value.is_null()) return;
    auto& nodes = out.nodes[from_property(value)];
    if (nodes.empty() || nodes.back() != node) nodes.push_back(node);
  };
  for (std::size_t i = 0; i < graph_.node_count(); ++i) {
    const auto node = static_cast<NodeId>(i);
    const auto& properties = graph_.properties(node);
    const auto found = properties.find(property);
    if (found != properties.end()) add(found->second, node);
    const auto aliases = with_aliases ? properties.find(kAliases) : properties.end();
    if (aliases == properties.end()) continue;
    if (const auto* list = std::get_if<graph::List>(&aliases->second.data))
      for (const auto& alias : *list) add(alias, node);
  }
}

}  // namespace entente::query
