// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/property_graph.hpp"
#include "unit/query/random_text.hpp"

namespace entente::test {

/// One pattern (n0)-[e0]-(n1)-[e1]-... with conditions on labels, types and lengths.
struct PlainPattern {
  struct Edge {
    int direction = 0;  ///< 1 right, -1 left, 0 either
    std::string type;   ///< empty: any
    int min = 1, max = 1;
    bool repeated = false;  ///< written as *min..max
  };
  std::vector<std::string> labels;  ///< of each node, empty: any
  std::vector<int> same_as;         ///< -1, or the index of an earlier node with the same variable
  std::vector<Edge> edges;
  bool shortest = false, all = false;

  bool both_ends = false;  ///< of a shortest path: both are bound before

  [[nodiscard]] std::string match()
      const;  ///< MATCH p = ...; relationships of single steps are named e0, e1 ...
  [[nodiscard]] std::string text() const { return match() + " RETURN p"; }
};

/// How many comparisons a test makes: ENTENTE_COMPARISONS where that is set.
[[nodiscard]] int comparisons(int usual);
[[nodiscard]] PlainPattern random_pattern(Dice& dice);
/// The same graph with its edges in the order of a snapshot: an edge has the same id in both.
[[nodiscard]] graph::PropertyGraph in_snapshot_order(const graph::PropertyGraph& graph);
[[nodiscard]] graph::PropertyGraph random_graph(Dice& dice);

/// A path as node and edge numbers: "0-e3-1-e0-2".
using PlainPath = std::string;

/// One match: the node at each place of the pattern, and all relationships taken.
struct PlainRow {
  std::vector<graph::NodeId> nodes;
  std::vector<graph::EdgeId> edges;
};

/// All paths that match, by trying every way; hidden: the edges that only paths with hidden edges use.
struct PlainAnswer {
  std::vector<PlainPath> paths;  ///< sorted
  std::vector<PlainRow> rows;    ///< the same in no stated order
  std::size_t hidden = 0;
};
[[nodiscard]] PlainAnswer match_plainly(const PlainPattern& pattern, const graph::PropertyGraph& graph);

}  // namespace entente::test
