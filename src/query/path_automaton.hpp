// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "query/match_test.hpp"

namespace entente::query {

/// One step of an automaton that reads paths: over a relationship, or standing at a node.
struct PathMove {
  enum class Kind {
    pass,
    node,   ///< the node at which the path stands is tested and bound
    edge,   ///< one relationship further
    enter,  ///< one repetition of a group begins
    leave,  ///< ... and ends
  };
  Kind kind = Kind::pass;
  int from = 0, to = 0;     ///< states
  std::size_t element = 0;  ///< of nodes, edges or groups
  std::size_t part = 0;     ///< relationship pattern of the path to which it belongs
};

/// A node inside the path (its ends are not here).
struct PathNode {
  NodeTest test;
  const Expr* where = nullptr;  ///< reads this node alone
  Slot slot = kNoSlot, list = kNoSlot;
  bool bound = false;    ///< the slot has its node before the search begins
  bool grouped = false;  ///< in a group: the slot is of one repetition, the list of all
};

struct PathEdge {
  EdgeTest test;
  Direction direction = Direction::right;
  Slot slot = kNoSlot,
       list = kNoSlot;  ///< one of them: of a single relationship, or of all of a repeated one
  bool grouped = false;
};

struct PathGroup {
  std::vector<const Expr*> conditions;  ///< of one repetition
  Slot list = kNoSlot;                  ///< of all relationships of the group
};

/// A path pattern, or a part of it, as a finite automaton over relationships. No move leads into the start or
/// out of the goal.
struct PathAutomaton {
  std::vector<PathNode> nodes;
  std::vector<PathEdge> edges;
  std::vector<PathGroup> groups;
  std::vector<PathMove> moves;
  std::vector<std::vector<int>> leaving, arriving;  ///< moves by state
  int start = 0, goal = 0;
  std::vector<const Expr*> conditions;  ///< of the whole path
  bool ambiguous = false;               ///< several runs may give the same path
  std::size_t max_length = 0;           ///< of a path; kNoLength: none

  static constexpr std::size_t kNoLength = static_cast<std::size_t>(-1);

  void prepare(Context& context);
};

/// Of the relationship patterns first ... last - 1 and the nodes between them. `recorded`: lists are asked
/// for even where they have no name.
[[nodiscard]] PathAutomaton make_path_automaton(const PathPattern& pattern, std::size_t first,
                                                std::size_t last, bool recorded, Context& context);

}  // namespace entente::query
