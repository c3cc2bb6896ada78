// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/fact_base.hpp"
#include "model/reading.hpp"
#include "ontology/gazetteer.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::resolve {

/// Gives mentions their antecedents and entities (names, short names, definite descriptions, pronouns, "we"),
/// fills Reading::entities and each mention's entity, antecedent and why.
void link(Reading& reading, const ontology::Vocabulary& vocabulary, const ontology::Gazetteer& gazetteer);

/// Turns claims over mentions into facts over entities with evidence; claims whose ends have no entity, equal
/// ends, or classes that the relation does not admit are dropped. Only entities that some fact uses are kept.
[[nodiscard]] DocumentFacts to_facts(const Reading& reading, const std::vector<Claim>& claims,
                                     std::vector<std::string> unmatched_verbs,
                                     const ontology::Vocabulary& vocabulary);

}  // namespace entente::resolve
