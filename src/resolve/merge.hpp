// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::resolve {

/// Joins what was read from many documents: the same entity id is one entity (class by vote, label by vote, aliases joined),
/// the same fact key one fact with all its evidence. Pure: any order of the input gives the same result.
[[nodiscard]] FactBase merge(const std::vector<DocumentFacts>& documents, const ontology::Vocabulary& vocabulary);

}  // namespace entente::resolve
