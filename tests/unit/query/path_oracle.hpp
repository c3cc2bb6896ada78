// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/property_graph.hpp"
#include "unit/query/random_text.hpp"

namespace entente::test {

// Random path patterns of all kinds, and their rows found by trying everything: no plan, no automaton, no
// search by breadth. Nothing here is shared with the program.

/// A regular expression over types.
struct OracleExpr {
  enum class Kind { step, sequence, either, repeat, inverse } kind = Kind::step;
  std::string type;  ///< of a step; empty: %
  std::vector<OracleExpr> parts;
  int min = 0, max = 0;  ///< of a repetition; max < 0: none
  [[nodiscard]] std::string text() const;
};

struct OraclePart {
  enum class Kind { single, repeated, group, regular } kind = Kind::single;
  int direction = 0;  ///< 1 right, -1 left, 0 either
  std::string type;   ///< empty: any
  int min = 1, max = 1;
  int least_w = 0;        ///< WHERE r.w >= least_w, if above 0
  bool rising = false;    ///< of a group: WHERE u.i < v.i
  int relationships = 1;  ///< of a group
  OracleExpr regular;
};

struct OracleNode {
  std::string label;  ///< empty: any
  int least_i = 0;    ///< WHERE n.i >= least_i, if above 0
  int same_as = -1;   ///< index of an earlier node with the same variable
};

enum class OracleMode { plain, trail, walk, acyclic, simple };
enum class OracleSelector { all, any, any_shortest, all_shortest, shortest, groups };

struct OraclePattern {
  OracleMode mode = OracleMode::plain;
  OracleSelector selector = OracleSelector::all;
  int count = 1;
  bool with_edge = false;  ///< a second pattern: (n0)-[q:T]->()
  std::vector<OracleNode> nodes;
  std::vector<OraclePart> parts;
  /// MATCH ... RETURN q, p, lists of groups and repeated relationships
  [[nodiscard]] std::string text() const;
};

[[nodiscard]] OraclePattern random_path_pattern(Dice& dice);
[[nodiscard]] OracleExpr random_expr(Dice& dice, int depth, bool bounded);
[[nodiscard]] graph::PropertyGraph random_path_graph(Dice& dice);

/// All rows that some choice of the selector could give, those of one pair of ends (and one q) together.
struct OracleRow {
  std::string text;
  std::size_t length = 0;
};
struct OracleGroup {
  std::string key;  ///< q and both ends
  std::vector<OracleRow> rows;
};
[[nodiscard]] std::vector<OracleGroup> match_paths(const OraclePattern& pattern,
                                                   const graph::PropertyGraph& graph);

/// Pairs "a>b" of nodes between which a path expression leads, by composing relations.
[[nodiscard]] std::vector<std::string> pairs_of(const OracleExpr& expr, const graph::PropertyGraph& graph);

}  // namespace entente::test
