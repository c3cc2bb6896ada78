// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/grid.hpp"
#include "graph/snapshot.hpp"
#include "query/query.hpp"

namespace entente::cli {

/// What an answer shows, as nodes and edges by name.
struct Picture {
  struct Edge {
    std::uint32_t source = 0, target = 0;  ///< places in nodes
    std::string type;
    std::size_t count = 1;
  };
  std::vector<std::string> nodes;  ///< in the order in which they are met
  std::vector<Edge> edges;         ///< alike ones are counted as one
};

/// Nodes, relationships and paths of an answer; where there are none, its columns subject, relation and
/// object.
[[nodiscard]] Picture picture_of(const query::Table& answer, const graph::Snapshot& graph);

/// The nodes at places that follow their edges, joined by lines, and below them the edges in words. At most
/// 24 nodes, those with most edges, and 24 edges in words; what is left out is counted. The width is kept.
[[nodiscard]] std::string draw(const Picture& picture, Layout layout);

}  // namespace entente::cli
