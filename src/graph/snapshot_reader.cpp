// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_reader.hpp"

#include <algorithm>
#include <set>

#include "base/bytes.hpp"

namespace entente::graph {

namespace {

/// A list of names; nothing for bytes that are none.
std::optional<std::vector<std::string>> names_in(ByteReader& in) {
  std::vector<std::string> names;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) names.emplace_back(in.text());
  if (!in.ok()) return std::nullopt;
  return names;
}

/// Keeps an optional part at its place; false when there is none, or no such place.
template <class T>
bool put(std::vector<T>& places, std::uint32_t at, std::optional<T> part) {
  if (!part || at >= places.size()) return false;
  places[at] = std::move(*part);
  return true;
}

template <class T>
bool put(std::vector<std::optional<T>>& places, std::uint32_t at, std::optional<T> part) {
  if (!part || at >= places.size()) return false;
  places[at] = std::move(part);
  return true;
}

}  // namespace

bool SnapshotReader::has_good_header() {
  if (bytes_.size() < sizeof header_) return false;
  std::memcpy(&header_, bytes_.data(), sizeof header_);
  if (header_.magic != kSnapshotMagic || header_.version != kSnapshotVersion) return false;
  if (header_.size != bytes_.size() || header_.nodes > 0xffffffff || header_.edges > 0xffffffff) return false;
  if (header_.sections > (bytes_.size() - sizeof header_) / sizeof(SnapshotSection)) return false;
  return snapshot_checksum(bytes_) == header_.checksum;
}

template <class T>
bool SnapshotReader::take_array(std::string_view bytes, const T*& array, std::size_t count) const {
  array = reinterpret_cast<const T*>(bytes.data());
  return bytes.size() == count * sizeof(T);
}

bool SnapshotReader::take_label_sets(std::string_view bytes) {
  ByteReader in(bytes);
  for (std::size_t left = in.count(); left > 0; --left) {
    auto names = names_in(in);
    if (!names) return false;
    parts_->label_sets.push_back(std::move(*names));
  }
  return in.ok();
}

bool SnapshotReader::take_names(std::string_view bytes, SnapshotSection section) {
  ByteReader in(bytes);
  auto names = names_in(in);
  if (!names) return false;
  if (section.kind == SectionKind::key_names) {
    parts_->keys = std::move(*names);
    parts_->node_values.resize(parts_->keys.size());
    parts_->edge_values.resize(parts_->keys.size());
    parts_->lookups.resize(parts_->keys.size());
    parts_->element_lookups.resize(parts_->keys.size());
    return true;
  }
  parts_->types = std::move(*names);
  parts_->out_index.resize(parts_->types.size());
  parts_->in_index.resize(parts_->types.size());
  graph_.type_words_ = static_cast<std::uint32_t>((parts_->types.size() + 31) / 32);
  return true;
}

bool SnapshotReader::take_numbered(std::string_view bytes, const SnapshotSection& section) {
  const std::uint32_t at = section.number;
  const std::size_t nodes = graph_.node_count_;
  switch (section.kind) {
    case SectionKind::out_index:
      return put(parts_->out_index, at, RelationIndex::read(bytes, nodes));
    case SectionKind::in_index:
      return put(parts_->in_index, at, RelationIndex::read(bytes, nodes));
    case SectionKind::node_column:
      return put(parts_->node_values, at, ColumnView::read(bytes, nodes));
    case SectionKind::edge_column:
      return put(parts_->edge_values, at, ColumnView::read(bytes, graph_.edge_count_));
    case SectionKind::node_lookup:
      return put(parts_->lookups, at, NodeLookup::read(bytes));
    case SectionKind::element_lookup:
      return put(parts_->element_lookups, at, NodeLookup::read(bytes));
    default:
      return false;
  }
}

bool SnapshotReader::take_section(const SnapshotSection& section) {
  if (section.offset % 8 != 0 || section.offset > bytes_.size() ||
      section.size > bytes_.size() - section.offset)
    return false;
  const auto bytes = bytes_.substr(section.offset, section.size);
  const std::size_t nodes = graph_.node_count_, edges = graph_.edge_count_;
  switch (section.kind) {
    case SectionKind::label_sets:
      return take_label_sets(bytes);
    case SectionKind::label_codes:
      graph_.label_width_ = nodes == 0 ? 0 : static_cast<unsigned>(bytes.size() / nodes);
      return take_array(bytes, graph_.label_codes_, nodes * graph_.label_width_) && graph_.label_width_ <= 4;
    case SectionKind::label_offsets:
      return take_array(bytes, graph_.label_offsets_, parts_->label_sets.size() + 1);
    case SectionKind::label_nodes:
      return take_array(bytes, graph_.label_nodes_, nodes);
    case SectionKind::type_names:
    case SectionKind::key_names:
      return take_names(bytes, section);
    case SectionKind::type_begins:
      return take_array(bytes, graph_.type_begins_, parts_->types.size() + 1);
    case SectionKind::sources:
      return take_array(bytes, graph_.sources_, edges);
    case SectionKind::targets:
      return take_array(bytes, graph_.targets_, edges);
    case SectionKind::in_nodes:
      return take_array(bytes, graph_.in_nodes_, edges);
    case SectionKind::in_edges:
      return take_array(bytes, graph_.in_edges_, edges);
    case SectionKind::out_types:
      return take_array(bytes, graph_.out_types_, nodes * graph_.type_words_);
    case SectionKind::in_types:
      return take_array(bytes, graph_.in_types_, nodes * graph_.type_words_);
    case SectionKind::out_degrees:
      return take_array(bytes, graph_.out_degrees_, nodes);
    case SectionKind::in_degrees:
      return take_array(bytes, graph_.in_degrees_, nodes);
    case SectionKind::set_aside:
      return take_array(bytes, graph_.set_aside_, (edges + 63) / 64);
    default:
      return take_numbered(bytes, section);
  }
}

bool SnapshotReader::is_complete() const {
  for (const void* array :
       {static_cast<const void*>(graph_.label_codes_), static_cast<const void*>(graph_.label_offsets_),
        static_cast<const void*>(graph_.label_nodes_), static_cast<const void*>(graph_.type_begins_),
        static_cast<const void*>(graph_.sources_), static_cast<const void*>(graph_.targets_),
        static_cast<const void*>(graph_.in_nodes_), static_cast<const void*>(graph_.in_edges_),
        static_cast<const void*>(graph_.out_types_), static_cast<const void*>(graph_.in_types_),
        static_cast<const void*>(graph_.out_degrees_), static_cast<const void*>(graph_.in_degrees_)})
    if (array == nullptr) return false;
  return graph_.label_offsets_[parts_->label_sets.size()] == graph_.node_count_ &&
         graph_.type_begins_[parts_->types.size()] == graph_.edge_count_;
}

void SnapshotReader::finish() {
  Snapshot::Parts& parts = *parts_;
  std::set<std::string> labels;
  for (const auto& set : parts.label_sets) labels.insert(set.begin(), set.end());
  parts.labels.assign(labels.begin(), labels.end());
  for (const auto& column : parts.node_values) parts.node_columns.push_back(column ? &*column : nullptr);
  for (const auto& column : parts.edge_values) parts.edge_columns.push_back(column ? &*column : nullptr);
  graph_.label_sets_ = &parts.label_sets;
  graph_.types_ = &parts.types;
  graph_.keys_ = &parts.keys;
  graph_.out_index_ = parts.out_index.data();
  graph_.in_index_ = parts.in_index.data();
  graph_.node_columns_ = parts.node_columns.data();
  graph_.edge_columns_ = parts.edge_columns.data();
  graph_.parts_ = parts_;
}

Result<Snapshot> SnapshotReader::read(std::shared_ptr<const void> owner) {
  const auto failure = [] { return fail(ErrorKind::data, "the snapshot cannot be read"); };
  if (!has_good_header()) return failure();
  parts_ = std::make_shared<Snapshot::Parts>();
  parts_->owner = std::move(owner);
  const auto state_end = std::find(header_.state.begin(), header_.state.end(), '\0');
  parts_->state.assign(header_.state.begin(), state_end);
  graph_.node_count_ = static_cast<std::size_t>(header_.nodes);
  graph_.edge_count_ = static_cast<std::size_t>(header_.edges);
  const auto list = bytes_.substr(bytes_.size() - header_.sections * sizeof(SnapshotSection));
  for (std::size_t i = 0; i < header_.sections; ++i) {
    SnapshotSection section;
    std::memcpy(&section, list.data() + i * sizeof section, sizeof section);
    if (!take_section(section)) return failure();
  }
  if (!is_complete()) return failure();
  finish();
  return graph_;
}

}  // namespace entente::graph
