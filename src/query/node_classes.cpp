// SPDX-License-Identifier: Apache-2.0
#include "query/node_classes.hpp"

#include <algorithm>
#include <unordered_map>

#include "query/compare.hpp"

namespace entente::query {

using graph::NodeId;

namespace {

/// Whether all nodes have the property, each a different integer.
bool is_numbering(const graph::Snapshot& graph, const std::string& property) {
  const auto key = graph.find_key(property);
  const auto* column = key ? graph.node_column(*key) : nullptr;
  const auto nodes = static_cast<std::uint32_t>(graph.node_count());
  if (!column || column->kind() != graph::Cell::Kind::integer || column->count() != nodes || nodes == 0)
    return false;
  std::int64_t least = column->at(0).number, most = least;
  for (std::uint32_t row = 1; row < nodes; ++row) {
    least = std::min(least, column->at(row).number);
    most = std::max(most, column->at(row).number);
  }
  const auto range = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
  if (range / 8 > nodes) return false;
  std::vector<bool> met(range + 1);
  for (std::uint32_t row = 0; row < nodes; ++row) {
    auto bit = met[static_cast<std::size_t>(column->at(row).number - least)];
    if (bit) return false;
    bit = true;
  }
  return true;
}

}  // namespace

NodeClasses classify(const graph::Snapshot& graph, const std::vector<std::string>& properties) {
  NodeClasses out;
  for (const auto& property : properties)
    if (is_numbering(graph, property)) {
      out.unique = true;
      return out;
    }
  std::vector<std::optional<graph::KeyId>> keys;
  for (const auto& property : properties) keys.push_back(graph.find_key(property));
  const auto nodes = graph.node_count();
  std::unordered_map<List, std::uint32_t, RowHash, RowSame> known;  // looked up, never walked
  known.reserve(nodes);
  out.of.reserve(nodes);
  out.null.assign(nodes, false);
  bool total = true;
  List row(properties.size());
  for (std::size_t i = 0; i < nodes; ++i) {
    bool none = true;
    for (std::size_t k = 0; k < keys.size(); ++k) {
      row[k] = keys[k] ? from_property(graph.cell(static_cast<NodeId>(i), *keys[k])) : Value();
      none = none && row[k].is_null();
    }
    total = total && !none;
    out.null[i] = none;
    out.of.push_back(known.try_emplace(row, static_cast<std::uint32_t>(known.size())).first->second);
  }
  out.unique = total && known.size() == nodes;
  if (out.unique) {
    out.of = {};
    out.null = {};
  }
  return out;
}

}  // namespace entente::query
