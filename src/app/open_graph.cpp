// SPDX-License-Identifier: Apache-2.0
#include "app/open_graph.hpp"

#include <utility>

#include "app/imported_facts.hpp"
#include "app/imported_graph.hpp"
#include "graph/freeze.hpp"
#include "graph/knowledge_graph.hpp"
#include "resolve/merge.hpp"

namespace entente::app {

namespace {

/// The merged facts, and which of them were imported.
struct Facts {
  FactBase base;
  ImportMarks marks;
};

Result<Facts> facts_of(const store::Store& store, const ontology::Vocabulary& vocabulary) {
  const auto documents = store.load();
  if (!documents) return fail(documents.error());
  Facts facts{resolve::merge(*documents, vocabulary), {}};
  auto marks = join_imported(store, facts.base);
  if (!marks) return fail(std::move(marks.error()));
  facts.marks = std::move(*marks);
  return facts;
}

}  // namespace

Result<FactBase> load_fact_base(const std::filesystem::path& file, const ontology::Vocabulary& vocabulary) {
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  auto facts = facts_of(*store, vocabulary);
  if (!facts) return fail(std::move(facts.error()));
  return std::move(facts->base);
}

Result<store::Provenance> load_provenance(const std::filesystem::path& file) {
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  return store->provenance();
}

Result<OpenGraph> open_graph(const std::filesystem::path& file, const ResourcePaths& paths) {
  auto vocabulary = load_vocabulary(paths);
  if (!vocabulary) return fail(std::move(vocabulary.error()));
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  auto facts = facts_of(*store, *vocabulary);
  if (!facts) return fail(std::move(facts.error()));
  graph::PropertyGraph graph = graph::to_property_graph(facts->base);
  mark_imported(facts->marks, facts->base, graph);
  if (auto added = add_imported(*store, facts->base, graph); !added) return fail(std::move(added.error()));
  return OpenGraph{std::move(*vocabulary), std::move(facts->base), graph::freeze(graph)};
}

}  // namespace entente::app
