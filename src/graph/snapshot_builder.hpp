// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/column_builder.hpp"
#include "graph/ids.hpp"
#include "graph/snapshot.hpp"
#include "graph/snapshot_output.hpp"
#include "graph/value.hpp"

namespace entente::graph {

/// Collects a graph, column by column, and writes it as a snapshot. Nodes and edges may come mixed; both keep
/// their order, in which the properties are set, too. Takes 12 bytes an edge, 1 to 8 a value, and each
/// different text of a property once with about 20 bytes.
class SnapshotBuilder {
 public:
  /// A property name for set(); the same name gives the same number.
  enum class Key : std::uint32_t {};
  [[nodiscard]] Key key(std::string_view name);

  NodeId add_node(const std::vector<std::string>& labels);
  /// A property of the node added last; null is none.
  void set_of_node(Key key, const Value& value);

  /// Numbers count edges as they come; the snapshot numbers them by its own order.
  EdgeId add_edge(NodeId source, NodeId target, std::string_view type);
  void set_of_edge(Key key, const Value& value);

  [[nodiscard]] std::size_t node_count() const { return label_codes_.size(); }
  [[nodiscard]] std::size_t edge_count() const { return sources_.size(); }

  // Both use the builder up. `state`: up to 64 bytes without zeros that say what it was made from. `ids`,
  // unless null, gets the snapshot's id of each edge that was added. What is written is freed at once.

  /// The bytes that Snapshot::read takes.
  [[nodiscard]] std::string finish(std::string_view state, std::vector<EdgeId>* ids);
  /// The same bytes go into a file, which is replaced whole and then mapped, or where that cannot be into
  /// memory. `access`: who may read and write a new file, less what the user's mask forbids. An input_output
  /// error only where the file failed so that what was in it could not be read back.
  [[nodiscard]] Result<Snapshot> finish(const std::filesystem::path& file, std::filesystem::perms access,
                                        std::string_view state, std::vector<EdgeId>* ids);

 private:
  struct Properties {
    ColumnBuilder of_nodes, of_edges;
  };
  using Numbers = std::vector<std::uint32_t>;

  [[nodiscard]] SnapshotHeader write(SnapshotOutput& out, std::string_view state, std::vector<EdgeId>* ids);
  [[nodiscard]] Numbers sort_edges();
  void write_labels(SnapshotOutput& out) const;
  void write_edges(SnapshotOutput& out);
  void write_walks(SnapshotOutput& out, const Numbers& begins);
  void write_properties(SnapshotOutput& out, const Numbers& places);

  std::map<std::string, std::uint32_t, std::less<>> keys_, types_;
  std::map<std::vector<std::string>, std::uint32_t> label_sets_;
  std::vector<const std::vector<std::string>*> label_order_;
  std::deque<Properties> properties_;       // by Key
  Numbers label_codes_;                     // by node
  Numbers sources_, targets_, edge_types_;  // by edge as it came
  std::string last_type_;                   // edges come type by type
  std::uint32_t last_type_number_ = 0;
};

}  // namespace entente::graph
