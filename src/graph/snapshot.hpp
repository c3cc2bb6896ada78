// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/column_view.hpp"
#include "graph/node_lookup.hpp"
#include "graph/relation_index.hpp"
#include "graph/steps.hpp"
#include "graph/value.hpp"

namespace entente::graph {

/// A frozen property graph: what queries read. Nothing in it ever changes, so any number of threads may read
/// it; copies share the bytes, which are a mapped file or lie in memory.
///
/// Order, the same on every machine: nodes have the ids of the graph that was frozen. Edges are sorted by
/// type (its name), source, target and, among parallel ones, insertion; an edge's id is its place, so that
/// the edges of a type have ids without a gap and those of a type at a node too. Walks at a node go type by
/// type, and within a type by the other end.
///
/// All that gives a reference, a span, a Cell or Steps gives a view into the snapshot and costs no memory.
class Snapshot {
 public:
  /// An empty graph.
  Snapshot();

  /// Takes bytes that SnapshotBuilder has written, aligned to 8; `owner` keeps them there. Everything is
  /// checked first (magic, version, size, checksum over all bytes, bounds of all sections): other bytes are
  /// a data error.
  [[nodiscard]] static Result<Snapshot> read(std::shared_ptr<const void> owner, std::string_view bytes);
  [[nodiscard]] static Result<Snapshot> read(std::string bytes);

  /// What it was made from, as the builder was told; empty for an empty graph.
  [[nodiscard]] std::string_view state() const;

  [[nodiscard]] std::size_t node_count() const { return node_count_; }
  [[nodiscard]] std::size_t edge_count() const { return edge_count_; }

  // Labels. Nodes with the same labels in the same order share one label set; there are few.
  [[nodiscard]] std::size_t label_set_count() const { return label_sets_->size(); }
  [[nodiscard]] LabelSetId label_set(NodeId node) const {
    return static_cast<LabelSetId>(number_at(label_codes_, label_width_, static_cast<std::size_t>(node)));
  }
  [[nodiscard]] const std::vector<std::string>& labels(LabelSetId set) const {
    return (*label_sets_)[static_cast<std::size_t>(set)];
  }
  [[nodiscard]] const std::vector<std::string>& labels(NodeId node) const { return labels(label_set(node)); }
  /// The nodes that have just these labels, by id.
  [[nodiscard]] std::span<const NodeId> nodes(LabelSetId set) const {
    const auto at = static_cast<std::size_t>(set);
    return {label_nodes_ + label_offsets_[at], label_nodes_ + label_offsets_[at + 1]};
  }

  // Relation types.
  [[nodiscard]] std::size_t type_count() const { return types_->size(); }
  [[nodiscard]] const std::string& type(TypeId type) const {
    return (*types_)[static_cast<std::size_t>(type)];
  }
  [[nodiscard]] std::optional<TypeId> find_type(std::string_view name) const;
  [[nodiscard]] TypeId type_id(EdgeId edge) const;  ///< logarithmic in type_count()
  [[nodiscard]] const std::string& type(EdgeId edge) const { return type(type_id(edge)); }
  /// The edges of a type are those from first_edge(type) up to, not including, end_edge(type).
  [[nodiscard]] EdgeId first_edge(TypeId type) const {
    return static_cast<EdgeId>(type_begins_[static_cast<std::size_t>(type)]);
  }
  [[nodiscard]] EdgeId end_edge(TypeId type) const {
    return static_cast<EdgeId>(type_begins_[static_cast<std::size_t>(type) + 1]);
  }

  [[nodiscard]] NodeId source(EdgeId edge) const { return sources_[static_cast<std::size_t>(edge)]; }
  [[nodiscard]] NodeId target(EdgeId edge) const { return targets_[static_cast<std::size_t>(edge)]; }
  /// The ends of all edges by EdgeId, for scans.
  [[nodiscard]] std::span<const NodeId> sources() const { return {sources_, edge_count_}; }
  [[nodiscard]] std::span<const NodeId> targets() const { return {targets_, edge_count_}; }

  // Walks. All steps from a node: for (TypeId t : out_types(node)) for (Step step : out(node, t)) ...
  [[nodiscard]] TypesAt out_types(NodeId node) const { return types_at(out_types_, node); }
  [[nodiscard]] TypesAt in_types(NodeId node) const { return types_at(in_types_, node); }
  [[nodiscard]] Steps out(NodeId node, TypeId type) const {
    const auto [begin, end] = out_index_[static_cast<std::size_t>(type)].range(node);
    return {targets_ + begin, end - begin, static_cast<EdgeId>(begin)};
  }
  [[nodiscard]] Steps in(NodeId node, TypeId type) const {
    const auto [begin, end] = in_index_[static_cast<std::size_t>(type)].range(node);
    return {in_nodes_ + begin, end - begin, in_edges_ + begin};
  }
  [[nodiscard]] std::size_t out_degree(NodeId node, TypeId type) const { return out(node, type).size(); }
  [[nodiscard]] std::size_t in_degree(NodeId node, TypeId type) const { return in(node, type).size(); }
  /// Over all types, without a look at these.
  [[nodiscard]] std::size_t out_degree(NodeId node) const {
    return out_degrees_[static_cast<std::size_t>(node)];
  }
  [[nodiscard]] std::size_t in_degree(NodeId node) const {
    return in_degrees_[static_cast<std::size_t>(node)];
  }
  /// How many nodes have an edge of the type that leaves, or enters, them.
  [[nodiscard]] std::size_t source_count(TypeId type) const {
    return out_index_[static_cast<std::size_t>(type)].node_count();
  }
  [[nodiscard]] std::size_t target_count(TypeId type) const {
    return in_index_[static_cast<std::size_t>(type)].node_count();
  }

  // Properties. Look a name up once, then ask by KeyId.
  [[nodiscard]] std::size_t key_count() const { return keys_->size(); }
  [[nodiscard]] const std::string& key(KeyId key) const { return (*keys_)[static_cast<std::size_t>(key)]; }
  [[nodiscard]] std::optional<KeyId> find_key(std::string_view name) const;
  /// The values of all nodes, or edges; null when none has such a property. For loops over many.
  [[nodiscard]] const ColumnView* node_column(KeyId key) const {
    return node_columns_[static_cast<std::size_t>(key)];
  }
  [[nodiscard]] const ColumnView* edge_column(KeyId key) const {
    return edge_columns_[static_cast<std::size_t>(key)];
  }
  /// One value as it lies there; null where there is none.
  [[nodiscard]] Cell cell(NodeId node, KeyId key) const {
    const auto* column = node_column(key);
    return column ? column->at(static_cast<std::uint32_t>(node)) : Cell{};
  }
  [[nodiscard]] Cell cell(EdgeId edge, KeyId key) const {
    const auto* column = edge_column(key);
    return column ? column->at(static_cast<std::uint32_t>(edge)) : Cell{};
  }
  [[nodiscard]] Cell cell(NodeId node, std::string_view name) const;
  [[nodiscard]] Cell cell(EdgeId edge, std::string_view name) const;
  /// All properties, made at each call: for output, not for tests on many.
  [[nodiscard]] Map properties(NodeId node) const;
  [[nodiscard]] Map properties(EdgeId edge) const;

  /// Where there is a lookup for a node property: the nodes, by id, whose value is this text or integer; with
  /// elements: whose value is a list that has it. Nothing where there is none, and all must be looked at
  /// (few different values, or values of several kinds).
  [[nodiscard]] std::optional<std::vector<NodeId>> nodes_with(KeyId key, const Value& value) const;
  [[nodiscard]] std::optional<std::vector<NodeId>> nodes_with_element(KeyId key, const Value& value) const;

  /// True for an edge that the default filter of queries hides: it has a modality, which is not asserted, or
  /// it is negated.
  [[nodiscard]] bool is_set_aside(EdgeId edge) const {
    const auto at = static_cast<std::size_t>(edge);
    return set_aside_ != nullptr && ((set_aside_[at / 64] >> (at % 64)) & 1U) != 0;
  }
  [[nodiscard]] bool has_set_aside() const { return set_aside_ != nullptr; }

  /// All labels, relation types and property names, sorted: for completion and "did you mean".
  [[nodiscard]] const std::vector<std::string>& all_labels() const;
  [[nodiscard]] const std::vector<std::string>& all_types() const { return *types_; }
  [[nodiscard]] const std::vector<std::string>& all_property_names() const { return *keys_; }

 private:
  friend class SnapshotReader;
  struct Parts;  // what is not a view into the bytes

  [[nodiscard]] TypesAt types_at(const std::uint32_t* words, NodeId node) const {
    return {words + static_cast<std::size_t>(node) * type_words_, type_words_};
  }

  std::shared_ptr<const Parts> parts_;
  std::size_t node_count_ = 0, edge_count_ = 0;
  unsigned label_width_ = 0;
  std::uint32_t type_words_ = 0;
  const std::vector<std::vector<std::string>>* label_sets_;
  const std::vector<std::string>*types_, *keys_;
  const char* label_codes_ = nullptr;
  const std::uint32_t *label_offsets_ = nullptr, *type_begins_ = nullptr;
  const std::uint32_t *out_types_ = nullptr, *in_types_ = nullptr;
  const std::uint32_t *out_degrees_ = nullptr, *in_degrees_ = nullptr;
  const NodeId *label_nodes_ = nullptr, *sources_ = nullptr, *targets_ = nullptr, *in_nodes_ = nullptr;
  const EdgeId* in_edges_ = nullptr;
  const RelationIndex *out_index_ = nullptr, *in_index_ = nullptr;
  const ColumnView *const *node_columns_ = nullptr, *const *edge_columns_ = nullptr;
  const std::uint64_t* set_aside_ = nullptr;
};

}  // namespace entente::graph
