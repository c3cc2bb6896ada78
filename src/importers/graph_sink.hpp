// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "importers/graph_block.hpp"
#include "importers/node_ids.hpp"

namespace entente::importers {

/// Takes the nodes and edges of one file and hands them on in blocks.
class GraphSink {
 public:
  using BlockTaker = std::function<Status(const std::string& bytes)>;
  /// Whether the graph has an extracted entity with this id.
  using IsEntity = std::function<Result<bool>(std::string_view id)>;

  GraphSink(NodeIds& ids, IsEntity is_entity, BlockTaker take)
      : ids_(ids), is_entity_(std::move(is_entity)), take_(std::move(take)) {}

  /// False when the graph has an imported node with this id already.
  [[nodiscard]] Result<bool> add_node(const std::string& space, const std::string& id,
                                      const std::vector<std::string>& labels);
  /// An imported node; or an entity of the graph, which is then taken up as a node without properties.
  [[nodiscard]] Result<std::optional<std::uint32_t>> find_node(const std::string& space,
                                                               const std::string& id);
  [[nodiscard]] Status add_edge(std::uint32_t source, std::uint32_t target, const std::string& type);

  /// Properties of the node, or the edge, that was added last.
  void set_of_node(const std::string& name, graph::Value value);
  void set_of_edge(const std::string& name, graph::Value value);

  /// Hands on what is left.
  [[nodiscard]] Status finish();

  [[nodiscard]] std::uint64_t nodes() const { return node_count_; }
  [[nodiscard]] std::uint64_t edges() const { return edge_count_; }

 private:
  [[nodiscard]] Status flush(GraphBlock& block);

  NodeIds& ids_;
  IsEntity is_entity_;
  BlockTaker take_;
  GraphBlock nodes_{GraphBlock::Kind::nodes}, edges_{GraphBlock::Kind::edges};
  std::uint64_t node_count_ = 0, edge_count_ = 0;
};

}  // namespace entente::importers
