// SPDX-License-Identifier: Apache-2.0
#include "app/stats.hpp"

#include "app/open_graph.hpp"
#include "store/store.hpp"

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

Result<Stats> stats_of_file(const std::filesystem::path& file, const ontology::Vocabulary& vocabulary) {
  const auto base = load_fact_base(file, vocabulary);
  if (!base) return fail(base.error());
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  const auto imports = store->imports();
  if (!imports) return fail(imports.error());
  Stats stats = stats_of(*base);
  for (const store::ImportedFile& import : *imports) {
    if (import.nodes > 0) stats.imported_nodes[import.name] += import.nodes;
    if (import.edges > 0) stats.imported_edges[import.name] += import.edges;
  }
  return stats;
}

}  // namespace entente::app
