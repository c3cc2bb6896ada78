// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_builder.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/bytes.hpp"
#include "graph/column_writer.hpp"
#include "graph/relation_index.hpp"
#include "graph/snapshot_lookups.hpp"

namespace entente::graph {

namespace {

using Numbers = std::vector<std::uint32_t>;

/// Counts that come before each number: where those of each begin in sorted order, and the end of all.
Numbers begins_of(const Numbers& numbers, std::size_t different) {
  Numbers begins(different + 1);
  for (const std::uint32_t number : numbers) ++begins[number + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  return begins;
}

/// The order made stable-sorted by the number of each.
Numbers sorted_by(const Numbers& order, const Numbers& numbers, std::size_t different) {
  Numbers next = begins_of(numbers, different), sorted(order.size());
  for (const std::uint32_t item : order) sorted[next[numbers[item]]++] = item;
  return sorted;
}

Numbers picked(const Numbers& numbers, const Numbers& order) {
  Numbers out;
  out.reserve(order.size());
  for (const std::uint32_t item : order) out.push_back(numbers[item]);
  return out;
}

Numbers counting(std::size_t size) {
  Numbers numbers(size);
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

template <class T>
std::string_view bytes_of(const std::vector<T>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(T)};
}

/// Names in their order, and the place of each number in it.
template <class Names>
Numbers ranks_of(const Names& numbers) {
  Numbers ranks(numbers.size());
  std::uint32_t rank = 0;
  for (const auto& [name, number] : numbers) ranks[number] = rank++;
  return ranks;
}

}  // namespace

SnapshotBuilder::Key SnapshotBuilder::key(std::string_view name) {
  const auto found = keys_.find(name);
  if (found != keys_.end()) return static_cast<Key>(found->second);
  const auto number = static_cast<std::uint32_t>(keys_.size());
  keys_.emplace(name, number);
  properties_.emplace_back();
  return static_cast<Key>(number);
}

NodeId SnapshotBuilder::add_node(const std::vector<std::string>& labels) {
  const auto [found, added] = label_sets_.emplace(labels, static_cast<std::uint32_t>(label_sets_.size()));
  if (added) label_order_.push_back(&found->first);
  label_codes_.push_back(found->second);
  return static_cast<NodeId>(label_codes_.size() - 1);
}

void SnapshotBuilder::set_of_node(Key key, const Value& value) {
  auto& column = properties_[static_cast<std::size_t>(key)].of_nodes;
  column.set(static_cast<std::uint32_t>(label_codes_.size() - 1), value);
}

EdgeId SnapshotBuilder::add_edge(NodeId source, NodeId target, std::string_view type) {
  if (types_.empty() || last_type_ != type) {
    auto found = types_.find(type);
    if (found == types_.end()) found = types_.emplace(type, static_cast<std::uint32_t>(types_.size())).first;
    last_type_ = type;
    last_type_number_ = found->second;
  }
  sources_.push_back(static_cast<std::uint32_t>(source));
  targets_.push_back(static_cast<std::uint32_t>(target));
  edge_types_.push_back(last_type_number_);
  return static_cast<EdgeId>(sources_.size() - 1);
}

void SnapshotBuilder::set_of_edge(Key key, const Value& value) {
  auto& column = properties_[static_cast<std::size_t>(key)].of_edges;
  column.set(static_cast<std::uint32_t>(sources_.size() - 1), value);
}

void SnapshotBuilder::write_labels(SnapshotOutput& out) const {
  ByteWriter sets;
  sets.number(label_order_.size());
  for (const auto* set : label_order_) {
    sets.number(set->size());
    for (const std::string& label : *set) sets.text(label);
  }
  out.add(SectionKind::label_sets, sets.take());
  const unsigned width = label_order_.empty() ? 0 : width_for(label_order_.size() - 1);
  out.begin(SectionKind::label_codes);
  for (const std::uint32_t code : label_codes_) out.append(code, width);
  out.add(SectionKind::label_offsets, bytes_of(begins_of(label_codes_, label_order_.size())));
  out.add(SectionKind::label_nodes,
          bytes_of(sorted_by(counting(node_count()), label_codes_, label_order_.size())));
}

/// Sorts by type, source and target; tells where each edge went.
std::vector<std::uint32_t> SnapshotBuilder::sort_edges() {
  const Numbers ranks = ranks_of(types_);
  for (std::uint32_t& type : edge_types_) type = ranks[type];
  Numbers order = sorted_by(counting(edge_count()), targets_, node_count());
  order = sorted_by(order, sources_, node_count());
  order = sorted_by(order, edge_types_, types_.size());
  sources_ = picked(sources_, order);
  targets_ = picked(targets_, order);
  Numbers places(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = static_cast<std::uint32_t>(i);
  return places;
}

void SnapshotBuilder::write_edges(SnapshotOutput& out) {
  const Numbers begins = begins_of(edge_types_, types_.size());
  Numbers().swap(edge_types_);
  ByteWriter names;
  names.number(types_.size());
  for (const auto& [name, number] : types_) names.text(name);
  out.add(SectionKind::type_names, names.take());
  out.add(SectionKind::type_begins, bytes_of(begins));
  out.add(SectionKind::sources, bytes_of(sources_));
  out.add(SectionKind::targets, bytes_of(targets_));
  write_walks(out, begins);
}

namespace {

/// Of each node the types of the edges that have it at one end, as bits.
Numbers types_at(std::size_t nodes, const Numbers& begins, const Numbers& ends) {
  const std::size_t types = begins.size() - 1, words = (types + 31) / 32;
  Numbers bits(nodes * words);
  for (std::size_t type = 0; type < types; ++type)
    for (std::size_t i = begins[type]; i < begins[type + 1]; ++i)
      bits[ends[i] * words + type / 32] |= std::uint32_t{1} << (type % 32);
  return bits;
}

/// How often each node is one of the ends.
Numbers degrees(std::size_t nodes, const Numbers& ends) {
  Numbers counts(nodes);
  for (const std::uint32_t node : ends) ++counts[node];
  return counts;
}

/// Where the edges of each type stand among the ends, which are sorted within it.
void write_indexes(SnapshotOutput& out, SectionKind kind, std::size_t nodes, const Numbers& begins,
                   const Numbers& ends) {
  for (std::size_t type = 0; type + 1 < begins.size(); ++type) {
    const std::uint32_t begin = begins[type];
    out.add(kind, RelationIndex::write(ends.data() + begin, begins[type + 1] - begin, begin, nodes), type);
  }
}

}  // namespace

void SnapshotBuilder::write_walks(SnapshotOutput& out, const Numbers& begins) {
  const std::size_t nodes = node_count(), types = begins.size() - 1;
  out.add(SectionKind::out_types, bytes_of(types_at(nodes, begins, sources_)));
  out.add(SectionKind::in_types, bytes_of(types_at(nodes, begins, targets_)));
  out.add(SectionKind::out_degrees, bytes_of(degrees(nodes, sources_)));
  out.add(SectionKind::in_degrees, bytes_of(degrees(nodes, targets_)));
  write_indexes(out, SectionKind::out_index, nodes, begins, sources_);
  Numbers type_of(edge_count());
  for (std::size_t type = 0; type < types; ++type)
    std::fill(type_of.begin() + begins[type], type_of.begin() + begins[type + 1],
              static_cast<std::uint32_t>(type));
  Numbers order = sorted_by(counting(edge_count()), targets_, nodes);
  order = sorted_by(order, type_of, types);
  out.add(SectionKind::in_edges, bytes_of(order));
  out.add(SectionKind::in_nodes, bytes_of(picked(sources_, order)));
  write_indexes(out, SectionKind::in_index, nodes, begins, picked(targets_, order));
}

void SnapshotBuilder::write_properties(SnapshotOutput& out, const Numbers& places) {
  ByteWriter names;
  names.number(keys_.size());
  for (const auto& [name, number] : keys_) names.text(name);
  out.add(SectionKind::key_names, names.take());
  const auto of_edges = [this](std::string_view name) {
    const auto found = keys_.find(name);
    return found == keys_.end() ? nullptr : &properties_[found->second].of_edges;
  };
  const auto hidden = set_aside({of_edges(kModality), of_edges(kNegated), of_edges(kDecision)}, places);
  if (!hidden.empty()) out.add(SectionKind::set_aside, bytes_of(hidden));
  std::size_t key = 0;
  for (const auto& [name, number] : keys_) {
    if (auto& values = properties_[number].of_edges; !values.empty()) {
      out.begin(SectionKind::edge_column, key);
      ColumnWriter(values, edge_count(), &places).write(out);
      values = {};
    }
    ++key;
  }
  key = 0;
  for (const auto& [name, number] : keys_) {
    if (auto& values = properties_[number].of_nodes; !values.empty()) {
      out.begin(SectionKind::node_column, key);
      ColumnWriter(values, node_count(), nullptr).write(out);
      const Lookups lookups = lookups_of(values);
      if (!lookups.of_values.empty()) out.add(SectionKind::node_lookup, lookups.of_values, key);
      if (!lookups.of_elements.empty()) out.add(SectionKind::element_lookup, lookups.of_elements, key);
      values = {};
    }
    ++key;
  }
}

SnapshotHeader SnapshotBuilder::write(SnapshotOutput& out, std::string_view state, std::vector<EdgeId>* ids) {
  SnapshotHeader header;
  header.nodes = node_count();
  header.edges = edge_count();
  std::copy_n(state.begin(), std::min(state.size(), header.state.size()), header.state.begin());
  const Numbers places = sort_edges();
  write_properties(out, places);  // the largest part first: what is left needs room beside it
  write_labels(out);
  write_edges(out);
  if (ids != nullptr) {
    ids->clear();
    for (const std::uint32_t place : places) ids->push_back(static_cast<EdgeId>(place));
  }
  *this = {};
  return header;
}

std::string SnapshotBuilder::finish(std::string_view state, std::vector<EdgeId>* ids) {
  SnapshotOutput out;
  const SnapshotHeader header = write(out, state, ids);
  return out.finish(header);
}

Result<Snapshot> SnapshotBuilder::finish(const std::filesystem::path& file, std::filesystem::perms access,
                                         std::string_view state, std::vector<EdgeId>* ids) {
  auto opened = AtomicFile::create(file, access);
  SnapshotOutput out = opened ? SnapshotOutput(std::move(*opened)) : SnapshotOutput();
  const SnapshotHeader header = write(out, state, ids);
  return out.finish_and_read(header);
}

}  // namespace entente::graph
