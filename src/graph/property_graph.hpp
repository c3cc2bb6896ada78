// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ids.hpp"
#include "graph/value.hpp"

namespace entente::graph {

/// A directed multigraph whose nodes have labels and properties and whose edges have one type and properties
/// (the openCypher data model). Ids are dense, in order of insertion; walks are in order of insertion too.
/// Holds a boost::adjacency_list; no Boost type leaves the module.
class PropertyGraph {
 public:
  PropertyGraph();
  PropertyGraph(PropertyGraph&&) noexcept;
  PropertyGraph& operator=(PropertyGraph&&) noexcept;
  ~PropertyGraph();

  NodeId add_node(std::vector<std::string> labels, Map properties);
  EdgeId add_edge(NodeId source, NodeId target, std::string_view type, Map properties);

  /// Adds labels and properties that the node does not have yet.
  void enrich(NodeId node, const std::vector<std::string>& labels, const Map& properties);

  void enrich(EdgeId edge, const Map& properties);

  [[nodiscard]] std::size_t node_count() const;
  [[nodiscard]] std::size_t edge_count() const;

  [[nodiscard]] const std::vector<std::string>& labels(NodeId node) const;
  [[nodiscard]] const Map& properties(NodeId node) const;
  [[nodiscard]] const Map& properties(EdgeId edge) const;
  [[nodiscard]] const std::string& type(EdgeId edge) const;
  [[nodiscard]] NodeId source(EdgeId edge) const;
  [[nodiscard]] NodeId target(EdgeId edge) const;

  /// Edges that leave, or enter, a node. Valid until the graph is changed.
  [[nodiscard]] const std::vector<Step>& out(NodeId node) const;
  [[nodiscard]] const std::vector<Step>& in(NodeId node) const;

  /// All labels, relation types and property names met, sorted: for completion and "did you mean".
  [[nodiscard]] std::vector<std::string> all_labels() const;
  [[nodiscard]] std::vector<std::string> all_types() const;
  [[nodiscard]] std::vector<std::string> all_property_names() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::graph
