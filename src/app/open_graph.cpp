// SPDX-License-Identifier: Apache-2.0
#include "app/open_graph.hpp"

#include <utility>

#include "graph/knowledge_graph.hpp"
#include "resolve/merge.hpp"

namespace entente::app {

Result<FactBase> load_fact_base(const std::filesystem::path& file, const ontology::Vocabulary& vocabulary) {
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  const auto documents = store->load();
  if (!documents) return fail(documents.error());
  return resolve::merge(*documents, vocabulary);
}

Result<store::Provenance> load_provenance(const std::filesystem::path& file) {
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  return store->provenance();
}

Result<OpenGraph> open_graph(const std::filesystem::path& file, const ResourcePaths& paths) {
  auto vocabulary = load_vocabulary(paths);
  if (!vocabulary) return fail(std::move(vocabulary.error()));
  auto base = load_fact_base(file, *vocabulary);
  if (!base) return fail(std::move(base.error()));
  graph::PropertyGraph graph = graph::to_property_graph(*base);
  return OpenGraph{std::move(*vocabulary), std::move(*base), std::move(graph)};
}

}  // namespace entente::app
