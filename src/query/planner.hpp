// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "query/match_step.hpp"

namespace entente::query {

/// How one MATCH is carried out: steps in order, and after each one the conditions that can be tested then.
struct MatchPlan {
  struct Stage {
    MatchStepPtr step;
    Range range;            ///< what of the pattern it is about
    std::string_view name;  ///< for EXPLAIN
    double estimate = -1;   ///< of the nodes that a scan finds
    int line = -1;          ///< of the report, if it is told there
    std::vector<const Expr*> conditions;
    std::vector<Range> shown;  ///< conditions that the step itself tests
    std::vector<PropertyTest>
        node_properties;               ///< of pattern maps that read other variables of the same MATCH ...
    std::vector<Slot> property_nodes;  ///< ... and the node or relationship that each belongs to
  };
  std::vector<Stage> stages;
  std::vector<const Expr*> first;  ///< conditions that read nothing of this MATCH
};

/// Starts at the rarest end (an earlier variable, a property's value, a label), then walks the relationships
/// from what is bound, single ones before repeated ones. `introduces`: the slots that this MATCH binds;
/// `live`: those that are read behind it.
[[nodiscard]] MatchPlan plan_match(const std::vector<const PathPattern*>& patterns, const Expr* where,
                                   const std::vector<Slot>& introduces, const std::set<Slot>& live,
                                   Context& context);

/// All slots that an expression reads, those of its patterns and inner queries too.
void collect_slots(const Expr& expr, std::set<Slot>& slots);

}  // namespace entente::query
