// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::exporters {

/// Facts that a drawing shows as one edge: same ends, same relation, same modality and polarity, and denied
/// by a person or not.
struct EdgeGroup {
  std::uint32_t source = 0, target = 0;  ///< places in the list of entities
  std::string kind;                      ///< "providedAidTo", "providedAidTo/Planned", "metWith/denied",
                                         ///< "visited/Reported/denied", "visited/deniedByPerson"
  std::string label;  ///< the relation's label, with modality and denial in brackets: "provided aid to
                      ///< (planned, denied)"
  bool symmetric = false;
  std::vector<const Fact*> facts;  ///< 1..n, sorted by id; not owned
};

/// Plain facts only, or all; facts without an object are left out. Edges of a symmetric relation run from the
/// entity that sorts first, so that both directions are one edge. Sorted by source, kind, target.
[[nodiscard]] std::vector<EdgeGroup> group_edges(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                                 bool all_facts);

/// The number of different places that say so, at least 1.
[[nodiscard]] std::size_t weight_of(const EdgeGroup& edge);

}  // namespace entente::exporters
