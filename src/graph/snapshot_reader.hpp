// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/snapshot.hpp"
#include "graph/snapshot_format.hpp"

namespace entente::graph {

/// What a Snapshot has besides the views of its bytes.
struct Snapshot::Parts {
  std::shared_ptr<const void> owner;  // of the bytes
  std::string state;
  std::vector<std::vector<std::string>> label_sets;
  std::vector<std::string> labels, types, keys;
  std::vector<RelationIndex> out_index, in_index;                   // by TypeId
  std::vector<std::optional<ColumnView>> node_values, edge_values;  // by KeyId
  std::vector<const ColumnView*> node_columns, edge_columns;        // the same as callers see them
  std::vector<std::optional<NodeLookup>> lookups, element_lookups;  // by KeyId
};

/// Finds the parts of a snapshot in its bytes.
class SnapshotReader {
 public:
  explicit SnapshotReader(std::string_view bytes) : bytes_(bytes) {}

  /// Magic, version, size and checksum; then whatever the sections hold, with their bounds.
  [[nodiscard]] Result<Snapshot> read(std::shared_ptr<const void> owner);

 private:
  [[nodiscard]] bool has_good_header();
  [[nodiscard]] bool take_section(const SnapshotSection& section);
  [[nodiscard]] bool take_names(std::string_view bytes, SnapshotSection section);
  [[nodiscard]] bool take_label_sets(std::string_view bytes);
  [[nodiscard]] bool take_numbered(std::string_view bytes, const SnapshotSection& section);
  template <class T>
  [[nodiscard]] bool take_array(std::string_view bytes, const T*& array, std::size_t count) const;
  [[nodiscard]] bool is_complete() const;
  void finish();

  std::string_view bytes_;
  SnapshotHeader header_;
  Snapshot graph_;
  std::shared_ptr<Snapshot::Parts> parts_;
};

}  // namespace entente::graph
