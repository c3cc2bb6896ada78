// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/snapshot.hpp"
#include "model/fact_base.hpp"

namespace entente::exporters {

/// A property of imported nodes, or of imported edges.
struct ImportedColumn {
  std::string_view name;
  const graph::ColumnView* values = nullptr;
};

/// What a graph has beside its facts: nodes and edges of CSV files and other people's GraphML, all or some of
/// them, in the order of the graph. Reads them where they lie in the snapshot (of which it holds a copy);
/// takes memory for the ids of the nodes only.
class ImportedPart {
 public:
  using NodeId = graph::NodeId;
  using EdgeId = graph::EdgeId;

  struct Some {
    std::vector<NodeId> nodes;  ///< sorted
    std::vector<EdgeId> edges;  ///< sorted; their ends are exported, too
  };

  /// `base` is the one that the snapshot was made of: its entities are the first nodes, and edges with the id
  /// of a fact are that fact. Without `some`: everything.
  ImportedPart(const graph::Snapshot& graph, const FactBase& base, std::optional<Some> some = std::nullopt);

  [[nodiscard]] const graph::Snapshot& graph() const { return graph_; }
  [[nodiscard]] bool empty() const { return node_count_ == 0 && edge_count_ == 0; }
  [[nodiscard]] std::size_t node_count() const { return node_count_; }
  [[nodiscard]] std::size_t edge_count() const { return edge_count_; }

  template <class Use>
  void each_node(Use use) const {
    if (some_)
      for (const NodeId node : some_->nodes) use(node);
    else
      for (std::size_t i = entities_; i < graph_.node_count(); ++i) use(static_cast<NodeId>(i));
  }
  /// use(edge, its type): by type, source, target.
  template <class Use>
  void each_edge(Use use) const {
    if (some_) {
      for (const EdgeId edge : some_->edges) use(edge, graph_.type_id(edge));
      return;
    }
    for (std::size_t t = 0; t < graph_.type_count(); ++t) {
      const auto type = static_cast<graph::TypeId>(t);
      for (auto i = static_cast<std::size_t>(graph_.first_edge(type));
           i < static_cast<std::size_t>(graph_.end_edge(type)); ++i)
        if (!is_fact(i)) use(static_cast<EdgeId>(i), type);
    }
  }

  /// What a node is called in every format: an entity's id; the property `id` of an imported node, where no
  /// other node has the same; else "imported/" and its place in the graph.
  [[nodiscard]] std::string_view id(NodeId node) const {
    const auto at = static_cast<std::size_t>(node);
    return std::string_view(ids_).substr(id_begins_[at], id_begins_[at + 1] - id_begins_[at]);
  }
  /// False where the id is one that entente has made, which has no character that needs care.
  [[nodiscard]] bool has_own_id(NodeId node) const {
    return static_cast<std::size_t>(node) >= entities_ && id(node).substr(0, kMadeUp.size()) != kMadeUp;
  }
  /// The property `name` if it is a text, else the id.
  [[nodiscard]] std::string_view label(NodeId node) const;

  /// The properties that imported nodes, or edges, of the graph have, by name.
  [[nodiscard]] const std::vector<ImportedColumn>& node_columns() const { return node_columns_; }
  [[nodiscard]] const std::vector<ImportedColumn>& edge_columns() const { return edge_columns_; }

 private:
  static constexpr std::string_view kMadeUp = "imported/";
  [[nodiscard]] bool is_fact(std::size_t edge) const { return !facts_.empty() && facts_[edge]; }
  void find_facts(const FactBase& base);
  void name_nodes();
  void find_columns();

  graph::Snapshot graph_;
  std::optional<Some> some_;
  std::size_t entities_, node_count_ = 0, edge_count_ = 0;
  std::vector<bool> facts_;  ///< by edge; empty: none is one
  std::string ids_;
  std::vector<std::uint32_t> id_begins_;  ///< a node and one more
  std::vector<ImportedColumn> node_columns_, edge_columns_;
  const graph::ColumnView* names_ = nullptr;
};

/// A property as text: dates as in ISO 8601, numbers as short as they come back the same, elements of lists
/// with ';' between.
void append_text(std::string& out, const graph::Cell& cell);
void append_text(std::string& out, const graph::Value& value);

/// The nodes and edges as entities and facts without evidence, for pictures of small graphs: names, first
/// labels, types, `confidence`, `date`, `begin` and `end`; other properties are left out.
[[nodiscard]] FactBase joined(const FactBase& base, const ImportedPart& imported);

}  // namespace entente::exporters
