// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/value.hpp"
#include "importers/column.hpp"

namespace entente::importers {

/// The name of the property that tells from which file a node or an edge came.
inline constexpr const char* kImported = "imported";

/// Some nodes, or some edges, of an imported file, column by column: what the store keeps as one block.
class GraphBlock {
 public:
  enum class Kind : std::uint8_t { nodes, edges };

  explicit GraphBlock(Kind kind) : kind_(kind) {}

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Begins the next row: a node by the space and the text of its id, or an edge by the places of its ends
  /// among all imported nodes of a graph. The values that are set then are its properties.
  void add_node(const std::string& space, const std::string& id, const std::vector<std::string>& labels);
  void add_edge(std::uint32_t source, std::uint32_t target, const std::string& type);
  void set(std::size_t column, graph::Value value) { columns_[column].set(size_ - 1, std::move(value)); }
  /// The column of a name; made when there is none.
  [[nodiscard]] std::size_t column(const std::string& name);

  [[nodiscard]] std::string write() const;
  /// Of bytes that read() takes, without reading them.
  [[nodiscard]] static Kind kind_of(std::string_view bytes);
  /// Bytes that no write gave are a data error.
  [[nodiscard]] static Result<GraphBlock> read(std::string_view bytes);

  // A node.
  [[nodiscard]] std::string space(std::size_t row) const;
  [[nodiscard]] std::string id(std::size_t row) const;
  [[nodiscard]] std::vector<std::string> labels(std::size_t row) const;
  // An edge.
  [[nodiscard]] std::uint32_t source(std::size_t row) const { return sources_[row]; }
  [[nodiscard]] std::uint32_t target(std::size_t row) const { return targets_[row]; }
  [[nodiscard]] std::string type(std::size_t row) const;

  /// The values of each property, by row.
  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

 private:
  Kind kind_;
  std::size_t size_ = 0;
  Column spaces_, ids_, words_;  ///< words: the labels, or the type
  std::vector<std::uint32_t> sources_, targets_;
  std::vector<Column> columns_;
  std::map<std::string, std::size_t> places_;  ///< of columns by name
};

}  // namespace entente::importers
