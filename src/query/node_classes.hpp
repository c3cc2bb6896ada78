// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/snapshot.hpp"

namespace entente::query {

/// Nodes that have the same values of some properties.
struct NodeClasses {
  bool unique = false;            ///< no two nodes have, and `of` and `null` are empty
  std::vector<std::uint32_t> of;  ///< node by node a class, numbered in the order of the nodes
  std::vector<bool> null;         ///< node by node: has none of the properties
  [[nodiscard]] std::uint32_t at(graph::NodeId node) const {
    return unique ? static_cast<std::uint32_t>(node) : of[static_cast<std::size_t>(node)];
  }
  [[nodiscard]] bool is_null(graph::NodeId node) const {
    return !unique && null[static_cast<std::size_t>(node)];
  }
};

[[nodiscard]] NodeClasses classify(const graph::Snapshot& graph, const std::vector<std::string>& properties);

}  // namespace entente::query
