// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_lookups.hpp"

#include <algorithm>
#include <utility>

#include "graph/node_lookup.hpp"

namespace entente::graph {

namespace {

using Entries = std::vector<std::pair<std::uint64_t, NodeId>>;

/// A lookup is made where, on the average, a value is that of no more nodes.
constexpr std::size_t kMostNodesPerValue = 4;

std::string lookup_of_values(const ColumnBuilder& column) {
  if (column.kind() != Cell::Kind::text && column.kind() != Cell::Kind::integer) return {};
  Entries entries;
  entries.reserve(column.count());
  column.each([&](std::uint32_t row, const Cell& cell) {
    const auto hash = cell.kind == Cell::Kind::text ? hash_of_text(cell.bytes) : hash_of_integer(cell.number);
    entries.emplace_back(hash, static_cast<NodeId>(row));
  });
  std::vector<std::uint64_t> hashes;
  hashes.reserve(entries.size());
  for (const auto& [hash, node] : entries) hashes.push_back(hash);
  std::sort(hashes.begin(), hashes.end());
  const auto different = std::unique(hashes.begin(), hashes.end()) - hashes.begin();
  if (static_cast<std::size_t>(different) * kMostNodesPerValue < entries.size()) return {};
  return NodeLookup::write(entries);
}

std::string lookup_of_elements(const ColumnBuilder& column) {
  if (column.kind() != Cell::Kind::coded) return {};
  Entries entries;
  bool all_texts = true;
  column.each([&](std::uint32_t row, const Cell& cell) {
    if (!all_texts) return;
    const Value value = to_value(cell);
    const auto* list = std::get_if<List>(&value.data);
    all_texts = list != nullptr;
    if (!all_texts) return;
    for (const Value& element : *list) {
      const auto* text = std::get_if<std::string>(&element.data);
      if (text == nullptr) return void(all_texts = false);
      entries.emplace_back(hash_of_text(*text), static_cast<NodeId>(row));
    }
  });
  return all_texts ? NodeLookup::write(entries) : std::string();
}

/// Calls take(row, value) for each value of a column, if there is one.
template <class Take>
void each_value(const ColumnBuilder* column, const Take& take) {
  if (column != nullptr)
    column->each([&](std::uint32_t row, const Cell& cell) { take(row, to_value(cell)); });
}

}  // namespace

Lookups lookups_of(const ColumnBuilder& column) {
  return {lookup_of_values(column), lookup_of_elements(column)};
}

std::vector<std::uint64_t> set_aside(const FilterColumns& columns, const std::vector<std::uint32_t>& places) {
  std::vector<bool> has_modality(places.size()), hidden(places.size());
  each_value(columns.modality, [&](std::uint32_t row, const Value& value) {
    const auto* text = std::get_if<std::string>(&value.data);
    has_modality[row] = true;
    hidden[row] = text != nullptr && *text != kAsserted;
  });
  each_value(columns.negated, [&](std::uint32_t row, const Value& value) {
    if (value == Value(true)) hidden[row] = true;
  });
  each_value(columns.decision, [&](std::uint32_t row, const Value& value) {
    const auto* text = std::get_if<std::string>(&value.data);
    if (text != nullptr && *text == kDenied) hidden[row] = true;
  });
  std::vector<std::uint64_t> words((places.size() + 63) / 64);
  bool any = false;
  for (std::size_t row = 0; row < places.size(); ++row) {
    if (!has_modality[row] || !hidden[row]) continue;
    words[places[row] / 64] |= std::uint64_t{1} << (places[row] % 64);
    any = true;
  }
  return any ? words : std::vector<std::uint64_t>();
}

}  // namespace entente::graph
