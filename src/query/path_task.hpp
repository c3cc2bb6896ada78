// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "query/match_step.hpp"

namespace entente::query {

/// A path pattern, or the relationship patterns first ... last - 1 of it, as they are searched: from a bound
/// end to the other one.
struct PathTask {
  const PathPattern* pattern = nullptr;
  std::size_t first = 0, last = 0;
  bool whole = false;     ///< with the path's selector and variable
  bool recorded = false;  ///< relationships are asked for where they have no name, too
  Slot from = kNoSlot, to = kNoSlot;
  bool forward = true;  ///< from left to right
  bool to_bound = false;
  std::set<Slot> bound;  ///< slots inside that have their nodes already
};

[[nodiscard]] MatchStepPtr make_path_step(const PathTask& task, NodeTest to, Context& context);
/// The relationship pattern is a path expression; only the ends are bound, each pair once.
[[nodiscard]] MatchStepPtr make_reach_step(const PathTask& task, NodeTest to, Context& context);
/// A selector of shortest paths over one repeated relationship that may come once.
[[nodiscard]] bool is_plain_shortest(const PathPattern& pattern);
/// What of the paths is read later.
struct Asked {
  bool path = true, relationships = true, end = true;
};
[[nodiscard]] MatchStepPtr make_plain_shortest(PathTask task, EdgeTest edge, const NodeTest& to,
                                               const Asked& asked, Context& context);

/// A group or a path expression between two nodes.
[[nodiscard]] PathTask part_task(const PathPattern& pattern, std::size_t place, bool recorded,
                                 const Hop& hop);
/// A path with a mode or a selector, from its left end or from its right one.
[[nodiscard]] PathTask whole_task(const PathPattern& pattern, bool forward,
                                  const std::function<bool(Slot)>& is_bound);

/// The slots that the pattern binds; of one relationship pattern.
[[nodiscard]] std::vector<Slot> slots_of(const PathPattern& pattern);
void add_slots(const EdgePattern& edge, std::vector<Slot>& slots);

}  // namespace entente::query
