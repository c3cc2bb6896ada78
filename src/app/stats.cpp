// SPDX-License-Identifier: Apache-2.0
#include "app/stats.hpp"

namespace entente::app {

Stats stats_of(const FactBase& base) {
  Stats stats;
  stats.documents = base.documents.size();
  stats.entities = base.entities.size();
  stats.facts = base.facts.size();
  for (const Entity& entity : base.entities) ++stats.classes[entity.cls];
  for (const Fact& fact : base.facts) {
    stats.evidence += fact.evidence.size();
    if (is_plain(fact)) ++stats.plain_facts;
    if (fact.negated) ++stats.negated_facts;
    ++stats.relations[fact.relation];
    ++stats.modalities[std::string(to_text(fact.modality))];
  }
  return stats;
}

}  // namespace entente::app
