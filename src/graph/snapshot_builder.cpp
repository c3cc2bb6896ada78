// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_builder.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/bytes.hpp"
#include "graph/node_lookup.hpp"
#include "graph/relation_index.hpp"
#include "graph/snapshot_format.hpp"
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

std::string_view bytes_of(const Numbers& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t)};
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

/// The sections so far, one after the other.
class SnapshotBuilder::Sections {
 public:
  void add(SectionKind kind, std::size_t number, std::string_view bytes) {
    list_.push_back({kind, static_cast<std::uint32_t>(number), bytes_.size(), bytes.size()});
    bytes_ += bytes;
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
  }
  void add(SectionKind kind, std::string_view bytes) { add(kind, 0, bytes); }

  [[nodiscard]] std::string finish(SnapshotHeader header) {
    const std::size_t front = sizeof header + list_.size() * sizeof(SnapshotSection);
    header.sections = static_cast<std::uint32_t>(list_.size());
    header.size = front + bytes_.size();
    for (SnapshotSection& section : list_) section.offset += front;
    std::string out;
    out.reserve(header.size);
    out.append(reinterpret_cast<const char*>(&header), sizeof header);
    out.append(reinterpret_cast<const char*>(list_.data()), list_.size() * sizeof(SnapshotSection));
    out += bytes_;
    std::string().swap(bytes_);
    header.checksum = snapshot_checksum(out);
    std::memcpy(out.data(), &header, sizeof header);
    return out;
  }

 private:
  std::vector<SnapshotSection> list_;
  std::string bytes_;
};

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

void SnapshotBuilder::write_labels(Sections& sections) const {
  ByteWriter sets;
  sets.number(label_order_.size());
  for (const auto* set : label_order_) {
    sets.number(set->size());
    for (const std::string& label : *set) sets.text(label);
  }
  sections.add(SectionKind::label_sets, sets.take());
  const unsigned width = label_order_.empty() ? 0 : width_for(label_order_.size() - 1);
  std::string codes;
  for (const std::uint32_t code : label_codes_) codes.append(reinterpret_cast<const char*>(&code), width);
  sections.add(SectionKind::label_codes, codes);
  sections.add(SectionKind::label_offsets, bytes_of(begins_of(label_codes_, label_order_.size())));
  sections.add(SectionKind::label_nodes,
               bytes_of(sorted_by(counting(node_count()), label_codes_, label_order_.size())));
}

/// Sorts by type, source and target, writes types and ends, and tells where each edge went.
void SnapshotBuilder::sort_edges(Sections& sections, Numbers& places) {
  const Numbers ranks = ranks_of(types_);
  for (std::uint32_t& type : edge_types_) type = ranks[type];
  Numbers order = sorted_by(counting(edge_count()), targets_, node_count());
  order = sorted_by(order, sources_, node_count());
  order = sorted_by(order, edge_types_, types_.size());
  places.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = static_cast<std::uint32_t>(i);
  const Numbers begins = begins_of(edge_types_, types_.size());
  Numbers().swap(edge_types_);
  sources_ = picked(sources_, order);
  targets_ = picked(targets_, order);
  Numbers().swap(order);
  ByteWriter names;
  names.number(types_.size());
  for (const auto& [name, number] : types_) names.text(name);
  sections.add(SectionKind::type_names, names.take());
  sections.add(SectionKind::type_begins, bytes_of(begins));
  sections.add(SectionKind::sources, bytes_of(sources_));
  sections.add(SectionKind::targets, bytes_of(targets_));
  write_walks(sections, node_count(), begins, sources_, targets_);
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

}  // namespace

void SnapshotBuilder::write_walks(Sections& sections, std::size_t nodes, const Numbers& begins,
                                  const Numbers& sources, const Numbers& targets) {
  const std::size_t types = begins.size() - 1;
  sections.add(SectionKind::out_types, bytes_of(types_at(nodes, begins, sources)));
  sections.add(SectionKind::in_types, bytes_of(types_at(nodes, begins, targets)));
  sections.add(SectionKind::out_degrees, bytes_of(degrees(nodes, sources)));
  sections.add(SectionKind::in_degrees, bytes_of(degrees(nodes, targets)));
  for (std::size_t type = 0; type < types; ++type)
    sections.add(SectionKind::out_index, type,
                 RelationIndex::write(sources.data() + begins[type], begins[type + 1] - begins[type],
                                      begins[type], nodes));
  Numbers type_of(sources.size());
  for (std::size_t type = 0; type < types; ++type)
    std::fill(type_of.begin() + begins[type], type_of.begin() + begins[type + 1],
              static_cast<std::uint32_t>(type));
  Numbers order = sorted_by(counting(sources.size()), targets, nodes);
  order = sorted_by(order, type_of, types);
  sections.add(SectionKind::in_edges, bytes_of(order));
  sections.add(SectionKind::in_nodes, bytes_of(picked(sources, order)));
  const Numbers ends = picked(targets, order);
  for (std::size_t type = 0; type < types; ++type)
    sections.add(SectionKind::in_index, type,
                 RelationIndex::write(ends.data() + begins[type], begins[type + 1] - begins[type],
                                      begins[type], nodes));
}

void SnapshotBuilder::write_properties(Sections& sections, const Numbers& places) {
  ByteWriter names;
  names.number(keys_.size());
  for (const auto& [name, number] : keys_) names.text(name);
  sections.add(SectionKind::key_names, names.take());
  SetAside set_aside(edge_count());
  std::size_t place = 0;
  for (const auto& [name, number] : keys_) {
    const std::size_t key = place++;
    Properties& values = properties_[number];
    if (!values.of_nodes.empty()) {
      const std::string bytes = values.of_nodes.write(node_count(), nullptr);
      sections.add(SectionKind::node_column, key, bytes);
      const Lookups lookups = lookups_of(bytes, node_count());
      if (!lookups.of_values.empty()) sections.add(SectionKind::node_lookup, key, lookups.of_values);
      if (!lookups.of_elements.empty()) sections.add(SectionKind::element_lookup, key, lookups.of_elements);
    }
    if (!values.of_edges.empty()) {
      const std::string bytes = values.of_edges.write(edge_count(), &places);
      sections.add(SectionKind::edge_column, key, bytes);
      set_aside.note(name, bytes);
    }
    values = {};
  }
  const auto bits = set_aside.bits();
  if (!bits.empty()) sections.add(SectionKind::set_aside, bits);
}

std::string SnapshotBuilder::finish(std::string_view state, std::vector<EdgeId>* ids) {
  SnapshotHeader header;
  header.nodes = node_count();
  header.edges = edge_count();
  std::copy_n(state.begin(), std::min(state.size(), header.state.size()), header.state.begin());
  Sections sections;
  write_labels(sections);
  Numbers places;
  sort_edges(sections, places);
  write_properties(sections, places);
  if (ids != nullptr) {
    ids->clear();
    for (const std::uint32_t place : places) ids->push_back(static_cast<EdgeId>(place));
  }
  return sections.finish(header);
}

}  // namespace entente::graph
