// SPDX-License-Identifier: Apache-2.0
#include "app/open_graph.hpp"

#include <utility>

#include "app/frozen_graph.hpp"

namespace entente::app {

OpenGraph::OpenGraph(ontology::Vocabulary words, graph::Snapshot frozen, std::filesystem::path file)
    : vocabulary(std::move(words)), graph(std::move(frozen)), file_(std::move(file)) {}

OpenGraph::OpenGraph(ontology::Vocabulary words, graph::Snapshot frozen, FactBase facts)
    : vocabulary(std::move(words)),
      graph(std::move(frozen)),
      facts_(std::make_unique<FactBase>(std::move(facts))) {}

Result<const FactBase*> OpenGraph::facts() const {
  if (facts_) return facts_.get();
  const auto store = store::Store::open(file_, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  const auto reading = store->begin_read();
  if (!reading) return fail(reading.error());
  const auto state = state_of(*store, vocabulary);
  if (!state) return fail(state.error());
  if (*state != graph.state())
    return fail(ErrorKind::data, "the graph file was changed since it was opened", {file_.string()},
                "open it again");
  auto facts = merged_facts(*store, vocabulary);
  if (!facts) return fail(std::move(facts.error()));
  facts_ = std::make_unique<FactBase>(std::move(*facts));
  return facts_.get();
}

Result<FactBase> load_fact_base(const std::filesystem::path& file, const ontology::Vocabulary& vocabulary) {
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  const auto reading = store->begin_read();
  if (!reading) return fail(reading.error());
  return merged_facts(*store, vocabulary);
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
  auto graph = frozen_graph(file, *store, *vocabulary);
  if (!graph) return fail(std::move(graph.error()));
  return OpenGraph(std::move(*vocabulary), std::move(*graph), file);
}

void refresh_snapshot(const std::filesystem::path& file, const ResourcePaths& paths) {
  (void)open_graph(file, paths);
}

}  // namespace entente::app
