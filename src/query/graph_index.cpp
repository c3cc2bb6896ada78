// SPDX-License-Identifier: Apache-2.0
#include "query/graph_index.hpp"

#include <algorithm>
#include <functional>

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

Value from_property(const graph::Cell& cell) {
  switch (cell.kind) {
    case graph::Cell::Kind::null:
      return {};
    case graph::Cell::Kind::flag:
      return Value(cell.number != 0);
    case graph::Cell::Kind::integer:
      return Value(cell.number);
    case graph::Cell::Kind::real:
      return Value(cell.real);
    case graph::Cell::Kind::text:
      return Value(std::string(cell.bytes));
    default:
      return from_property(graph::to_value(cell));
  }
}

bool is_equal(const graph::Cell& property, const Value& value) {
  using Kind = graph::Cell::Kind;
  const auto* text = value.as<std::string>();
  const bool is_text = property.kind == Kind::text;
  if (text && is_text) return property.bytes == *text;
  if (is_text || property.is_null()) return false;
  if (const auto* integer = value.as<std::int64_t>(); integer && property.kind == Kind::integer)
    return property.number == *integer;
  return equals(from_property(property), value).value_or(false);
}

bool has_property(const graph::Snapshot& graph, NodeId node, std::optional<graph::KeyId> property,
                  const Value& value, std::optional<graph::KeyId> aliases) {
  if (property && is_equal(graph.cell(node, *property), value)) return true;
  if (!aliases) return false;
  const auto known = graph::to_value(graph.cell(node, *aliases));
  const auto* list = std::get_if<graph::List>(&known.data);
  return list && std::any_of(list->begin(), list->end(), [&](const auto& alias) {
           return equals(from_property(alias), value).value_or(false);
         });
}

std::size_t GraphIndex::ValueHash::operator()(const Value& value) const {
  return hash(value);
}
bool GraphIndex::ValueSame::operator()(const Value& a, const Value& b) const {
  return same(a, b);
}

std::size_t GraphIndex::count(const LabelTest& test) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < graph_.label_set_count(); ++i) {
    const auto set = static_cast<graph::LabelSetId>(i);
    if (test.admits(set)) sum += graph_.nodes(set).size();
  }
  return sum;
}

std::vector<NodeId> GraphIndex::nodes(const LabelTest& test) {
  std::vector<NodeId> out;
  int merged = 0;
  for (std::size_t i = 0; i < graph_.label_set_count(); ++i) {
    const auto set = static_cast<graph::LabelSetId>(i);
    if (!test.admits(set)) continue;
    const auto nodes = graph_.nodes(set);
    out.insert(out.end(), nodes.begin(), nodes.end());
    ++merged;
  }
  if (merged > 1) std::sort(out.begin(), out.end());
  return out;
}

namespace {

/// The value as one that the graph's lookups know, when equal values are the same value there.
std::optional<graph::Value> looked_up(const Value& value) {
  if (const auto* text = value.as<std::string>()) return graph::Value(*text);
  if (const auto* integer = value.as<std::int64_t>()) return graph::Value(*integer);
  return std::nullopt;
}

/// Both sorted.
void merge_into(std::vector<NodeId>& nodes, const std::vector<NodeId>& more) {
  nodes.insert(nodes.end(), more.begin(), more.end());
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace

std::vector<NodeId> GraphIndex::nodes(const std::string& property, const Value& value, bool with_aliases) {
  if (value.is_null()) return {};
  const auto key = graph_.find_key(property), aliases = with_aliases ? graph_.find_key(kAliases) : key;
  const auto known = looked_up(value);
  auto found = key && known ? graph_.nodes_with(*key, *known) : std::nullopt;
  if (!found) return scan(property, value, with_aliases);
  if (!with_aliases || !aliases || !graph_.node_column(*aliases)) return std::move(*found);
  const auto more = graph_.nodes_with_element(*aliases, *known);
  if (!more) return scan(property, value, with_aliases);
  merge_into(*found, *more);
  return std::move(*found);
}

/// All nodes are looked at; from the second time on an index of all values helps.
std::vector<NodeId> GraphIndex::scan(const std::string& property, const Value& value, bool with_aliases) {
  auto& index = properties_[{property, with_aliases}];
  if (++index.asked > 1 && !index.built) build(property, with_aliases, index);
  std::vector<NodeId> out;
  if (index.built) {
    const auto found = index.nodes.find(value);
    if (found != index.nodes.end()) out = found->second;
    return out;
  }
  const auto key = graph_.find_key(property);
  const auto aliases = with_aliases ? graph_.find_key(kAliases) : std::nullopt;
  for (std::size_t i = 0; i < graph_.node_count(); ++i) {
    const auto node = static_cast<NodeId>(i);
    if (has_property(graph_, node, key, value, aliases)) out.push_back(node);
  }
  return out;
}

void GraphIndex::build(const std::string& property, bool with_aliases, ByProperty& out) const {
  out.built = true;
  const auto add = [&](const Value& value, NodeId node) {
    if (value.is_null()) return;
    auto& nodes = out.nodes[value];
    if (nodes.empty() || nodes.back() != node) nodes.push_back(node);
  };
  const auto key = graph_.find_key(property);
  const auto aliases = with_aliases ? graph_.find_key(kAliases) : std::nullopt;
  for (std::size_t i = 0; i < graph_.node_count(); ++i) {
    const auto node = static_cast<NodeId>(i);
    if (key) add(from_property(graph_.cell(node, *key)), node);
    const auto all = aliases ? from_property(graph_.cell(node, *aliases)) : Value();
    if (const auto* list = all.as<List>())
      for (const auto& alias : *list) add(alias, node);
  }
}

const NodeClasses& GraphIndex::classes(const std::vector<std::string>& properties) {
  const auto found = classes_.find(properties);
  if (found != classes_.end()) return found->second;
  return classes_.emplace(properties, classify(graph_, properties)).first->second;
}

bool GraphIndex::has_loops() {
  if (has_loops_) return *has_loops_;
  const auto sources = graph_.sources(), targets = graph_.targets();
  has_loops_ = std::mismatch(sources.begin(), sources.end(), targets.begin(), std::not_equal_to<>()).first !=
               sources.end();
  return *has_loops_;
}

}  // namespace entente::query
