// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot.hpp"

#include <algorithm>
#include <utility>

#include "graph/snapshot_reader.hpp"
#include "graph/value_codec.hpp"

namespace entente::graph {

namespace {

template <class Id>
std::optional<Id> place_of(std::string_view name, const std::vector<std::string>& names) {
  const auto found = std::lower_bound(names.begin(), names.end(), name);
  if (found == names.end() || *found != name) return std::nullopt;
  return static_cast<Id>(found - names.begin());
}

/// The hash by which a value is looked up; none for a value that is never looked up.
std::optional<std::uint64_t> hash_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return hash_of_text(*text);
  if (const auto* integer = std::get_if<std::int64_t>(&value.data)) return hash_of_integer(*integer);
  return std::nullopt;
}

bool is_same(const Cell& cell, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data))
    return cell.kind == Cell::Kind::text && cell.bytes == *text;
  const auto* integer = std::get_if<std::int64_t>(&value.data);
  return integer != nullptr && cell.kind == Cell::Kind::integer && cell.number == *integer;
}

}  // namespace

Snapshot::Snapshot() {
  static const auto kNothing = std::make_shared<const Parts>();
  parts_ = kNothing;
  label_sets_ = &kNothing->label_sets;
  types_ = &kNothing->types;
  keys_ = &kNothing->keys;
}

Result<Snapshot> Snapshot::read(std::shared_ptr<const void> owner, std::string_view bytes) {
  return SnapshotReader(bytes).read(std::move(owner));
}

Result<Snapshot> Snapshot::read(std::string bytes) {
  auto owner = std::make_shared<const std::string>(std::move(bytes));
  const std::string_view view = *owner;
  return read(std::move(owner), view);
}

std::string_view Snapshot::state() const {
  return parts_->state;
}

std::optional<TypeId> Snapshot::find_type(std::string_view name) const {
  return place_of<TypeId>(name, *types_);
}

std::optional<KeyId> Snapshot::find_key(std::string_view name) const {
  return place_of<KeyId>(name, *keys_);
}

TypeId Snapshot::type_id(EdgeId edge) const {
  const auto* last =
      std::upper_bound(type_begins_, type_begins_ + types_->size(), static_cast<std::uint32_t>(edge));
  return static_cast<TypeId>(last - type_begins_ - 1);
}

Cell Snapshot::cell(NodeId node, std::string_view name) const {
  const auto key = find_key(name);
  return key ? cell(node, *key) : Cell{};
}

Cell Snapshot::cell(EdgeId edge, std::string_view name) const {
  const auto key = find_key(name);
  return key ? cell(edge, *key) : Cell{};
}

namespace {

Map map_of(const std::vector<std::string>& keys, const ColumnView* const* columns, std::uint32_t row) {
  Map map;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (columns[i] != nullptr && columns[i]->has(row))
      map.emplace_hint(map.end(), keys[i], to_value(columns[i]->at(row)));
  return map;
}

}  // namespace

Map Snapshot::properties(NodeId node) const {
  return map_of(*keys_, node_columns_, static_cast<std::uint32_t>(node));
}

Map Snapshot::properties(EdgeId edge) const {
  return map_of(*keys_, edge_columns_, static_cast<std::uint32_t>(edge));
}

std::optional<std::vector<NodeId>> Snapshot::nodes_with(KeyId key, const Value& value) const {
  const auto& lookup = parts_->lookups[static_cast<std::size_t>(key)];
  if (!lookup) return std::nullopt;
  std::vector<NodeId> found;
  if (const auto hash = hash_of(value))
    for (const NodeId node : lookup->find(*hash))
      if (is_same(cell(node, key), value)) found.push_back(node);
  return found;
}

std::optional<std::vector<NodeId>> Snapshot::nodes_with_element(KeyId key, const Value& value) const {
  const auto& lookup = parts_->element_lookups[static_cast<std::size_t>(key)];
  if (!lookup) return std::nullopt;
  std::vector<NodeId> found;
  const auto hash = hash_of(value);
  if (!hash) return found;
  for (const NodeId node : lookup->find(*hash)) {
    if (!found.empty() && found.back() == node) continue;
    const Value whole = to_value(cell(node, key));
    const auto* list = std::get_if<List>(&whole.data);
    if (list != nullptr && std::find(list->begin(), list->end(), value) != list->end()) found.push_back(node);
  }
  return found;
}

const std::vector<std::string>& Snapshot::all_labels() const {
  return parts_->labels;
}

}  // namespace entente::graph
