// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/snapshot.hpp"

namespace entente::app {

/// One thing of a graph that a name may stand for.
struct NamedNode {
  graph::NodeId node{};
  std::string id;    ///< its property id; gives this node alone to find_nodes() where no other has it
  std::string name;  ///< its property name, or where it has none its id
  std::vector<std::string> labels;
  std::string wikidata;   ///< QID or empty
  std::size_t facts = 0;  ///< edges at it, of every kind
};

/// What is called so, entities and imported nodes alike: the one with this id; else those with this name;
/// else those with this alias; else names and aliases without regard to case, marks and punctuation. Several
/// are in the order of the graph. Nothing: a data error whose hint has the nearest names, at most five.
[[nodiscard]] Result<std::vector<NamedNode>> find_nodes(const graph::Snapshot& graph, std::string_view name);

/// The text of a node's property; empty where it is absent or no text.
[[nodiscard]] std::string text_of(const graph::Snapshot& graph, graph::NodeId node, std::string_view name);

/// The name of a node, else its id, else its number.
[[nodiscard]] std::string name_of(const graph::Snapshot& graph, graph::NodeId node);

/// Its other names, in their order.
[[nodiscard]] std::vector<std::string> aliases_of(const graph::Snapshot& graph, graph::NodeId node);

}  // namespace entente::app
