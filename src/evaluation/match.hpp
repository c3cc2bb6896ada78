// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluation/gold.hpp"
#include "evaluation/relation_table.hpp"
#include "evaluation/row.hpp"

namespace entente::evaluation {

/// A row with the gold entities that its two ends may stand for.
struct Ends {
  Ids subjects, objects;
};

/// The right two entities, in either direction.
[[nodiscard]] bool match_pair(const GoldEdge& edge, const Ends& ends);
/// The right two in the right direction with an accepted relation.
[[nodiscard]] bool match_relation(const RelationTable& table, const GoldEdge& edge, const Ends& ends,
                                  const std::string& relation);
/// The right two with a relation of the right family.
[[nodiscard]] bool match_family(const RelationTable& table, const GoldEdge& edge, const Ends& ends,
                                const std::string& relation);
/// A weaker relation that holds when the gold edge does.
[[nodiscard]] bool is_implied(const RelationTable& table, const GoldEdge& edge, const Ends& ends,
                              const std::string& relation);
[[nodiscard]] bool match_polarity(const GoldEdge& edge, const Row& row);
[[nodiscard]] bool hits_trap(const RelationTable& table, const GoldTrap& trap, const Ends& ends,
                             const Row& row);

}  // namespace entente::evaluation
