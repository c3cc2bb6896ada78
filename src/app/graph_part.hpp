// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "exporters/imported_part.hpp"
#include "graph/snapshot.hpp"
#include "model/fact_base.hpp"
#include "query/value.hpp"

namespace entente::app {

/// What a node or an edge is called outside: its property id, of nodes only where no other has the same, else
/// '#' and its number in this state of the graph.
[[nodiscard]] std::string handle_of(const graph::Snapshot& graph, graph::NodeId node);
[[nodiscard]] std::string handle_of(const graph::Snapshot& graph, graph::EdgeId edge);

/// What is called so; nothing when there is no such.
[[nodiscard]] std::optional<graph::NodeId> node_of(const graph::Snapshot& graph, std::string_view handle);
[[nodiscard]] std::optional<graph::EdgeId> edge_of(const graph::Snapshot& graph, const FactBase& base,
                                                   std::string_view handle);

/// Collects a part of a graph, and what that names, as entities and facts. The references must outlive it.
class GraphPart {
 public:
  /// Nodes and edges that no entity or fact of the base stands for (they were imported): left out, made
  /// into entities and facts whose ids are their handles, with nothing to prove them, or kept for imported().
  enum class Imported { left_out, taken, apart };

  GraphPart(const graph::Snapshot& graph, const FactBase& base, Imported imported)
      : graph_(graph), base_(base), imported_(imported) {}

  /// Nodes, edges and paths, also those within lists and maps.
  void add(const query::Value& value);
  void add_node(graph::NodeId node);
  void add_edge(graph::EdgeId edge);
  /// The fact and those that it is about.
  void add_fact(const std::string& id);

  [[nodiscard]] std::size_t facts() const { return facts_.size() + imported_facts_.size(); }

  /// Everything sorted by id.
  [[nodiscard]] FactBase take() const;
  /// What was kept apart; nothing where nothing was.
  [[nodiscard]] std::optional<exporters::ImportedPart> imported() const;

 private:
  const graph::Snapshot& graph_;
  const FactBase& base_;
  Imported imported_;
  std::set<std::string> documents_, entities_, facts_;
  std::map<std::string, Entity> imported_entities_;
  std::map<std::string, Fact> imported_facts_;
  std::set<graph::NodeId> nodes_;  ///< kept apart, as the edges
  std::set<graph::EdgeId> edges_;
};

}  // namespace entente::app
