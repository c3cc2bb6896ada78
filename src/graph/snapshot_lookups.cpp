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

std::string lookup_of_values(const ColumnView& column, std::size_t nodes) {
  if (column.kind() != Cell::Kind::text && column.kind() != Cell::Kind::integer) return {};
  Entries entries;
  entries.reserve(column.count());
  for (std::uint32_t row = 0; row < nodes; ++row) {
    const Cell cell = column.at(row);
    if (cell.is_null()) continue;
    const auto hash = cell.kind == Cell::Kind::text ? hash_of_text(cell.bytes) : hash_of_integer(cell.number);
    entries.emplace_back(hash, static_cast<NodeId>(row));
  }
  std::vector<std::uint64_t> hashes;
  hashes.reserve(entries.size());
  for (const auto& [hash, node] : entries) hashes.push_back(hash);
  std::sort(hashes.begin(), hashes.end());
  const auto different = std::unique(hashes.begin(), hashes.end()) - hashes.begin();
  if (static_cast<std::size_t>(different) * kMostNodesPerValue < entries.size()) return {};
  return NodeLookup::write(entries);
}

std::string lookup_of_elements(const ColumnView& column, std::size_t nodes) {
  if (column.kind() != Cell::Kind::coded) return {};
  Entries entries;
  for (std::uint32_t row = 0; row < nodes; ++row) {
    if (!column.has(row)) continue;
    const Value value = to_value(column.at(row));
    const auto* list = std::get_if<List>(&value.data);
    if (list == nullptr) return {};
    for (const Value& element : *list) {
      const auto* text = std::get_if<std::string>(&element.data);
      if (text == nullptr) return {};
      entries.emplace_back(hash_of_text(*text), static_cast<NodeId>(row));
    }
  }
  return NodeLookup::write(entries);
}

}  // namespace

Lookups lookups_of(std::string_view column, std::size_t nodes) {
  const auto view = ColumnView::read(column, nodes);
  if (!view) return {};
  return {lookup_of_values(*view, nodes), lookup_of_elements(*view, nodes)};
}

void SetAside::note(std::string_view name, std::string_view column) {
  if (name == kModality) modality_ = column;
  if (name == kNegated) negated_ = column;
  if (name == kDecision) decision_ = column;
}

std::string SetAside::bits() const {
  const auto modality = ColumnView::read(modality_, edges_);
  if (!modality) return {};
  const auto negated = ColumnView::read(negated_, edges_), decision = ColumnView::read(decision_, edges_);
  std::vector<std::uint64_t> words((edges_ + 63) / 64);
  bool any = false;
  for (std::uint32_t edge = 0; edge < edges_; ++edge) {
    const Value value = to_value(modality->at(edge));
    if (value.is_null()) continue;
    const auto* text = std::get_if<std::string>(&value.data);
    const Value denied = negated ? to_value(negated->at(edge)) : Value();
    const auto* flag = std::get_if<bool>(&denied.data);
    const Value verdict = decision ? to_value(decision->at(edge)) : Value();
    const auto* said = std::get_if<std::string>(&verdict.data);
    const bool is_denied = said != nullptr && *said == kDenied;
    if (!is_denied && !(text != nullptr && *text != kAsserted) && !(flag != nullptr && *flag)) continue;
    words[edge / 64] |= std::uint64_t{1} << (edge % 64);
    any = true;
  }
  if (!any) return {};
  return {reinterpret_cast<const char*>(words.data()), words.size() * 8};
}

}  // namespace entente::graph
