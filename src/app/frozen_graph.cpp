// SPDX-License-Identifier: Apache-2.0
#include "app/frozen_graph.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "app/frozen_facts.hpp"
#include "app/imported_facts.hpp"
#include "app/imported_graph.hpp"
#include "app/streamed_graph.hpp"
#include "app/version.hpp"
#include "base/mapped_file.hpp"
#include "base/sha256.hpp"
#include "graph/freeze.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/snapshot_builder.hpp"
#include "graph/snapshot_state.hpp"
#include "resolve/decisions.hpp"
#include "resolve/merge.hpp"

namespace entente::app {

namespace {

namespace fs = std::filesystem;

/// The merged facts, which of them were imported, and what became of people's decisions.
struct Facts {
  FactBase base;
  ImportMarks marks;
  DecidedFacts decided;
};

Result<Facts> facts_of(const store::Store& store, const ontology::Vocabulary& vocabulary) {
  auto documents = store.load();
  if (!documents) return fail(std::move(documents.error()));
  const auto log = store.decisions();
  if (!log) return fail(log.error());
  resolve::Decisions decisions(*log, vocabulary);
  for (DocumentFacts& reading : *documents) decisions.rewrite(reading);
  Facts facts{resolve::merge(*documents, vocabulary), {}, {}};
  auto imported = read_imported(store, decisions);
  if (!imported) return fail(std::move(imported.error()));
  facts.marks = join_imported(std::move(*imported), facts.base);
  decisions.finish(facts.base);
  facts.decided = {*log, decisions.outcomes(), {}};
  return facts;
}

/// The file's snapshot; nothing where there is none, or none that can be trusted.
std::optional<graph::Snapshot> read_snapshot(const fs::path& file, const std::string& state) {
  const auto mapped = MappedFile::open(snapshot_file(file));
  if (!mapped || graph::state_in(mapped->bytes()) != state) return std::nullopt;
  auto snapshot = graph::Snapshot::read(mapped->owner(), mapped->bytes());
  if (!snapshot || snapshot->state() != state) return std::nullopt;
  return std::move(*snapshot);
}

/// Facts that are in memory, in the adjacency list.
class BuiltGraph : public OwnGraph {
 public:
  explicit BuiltGraph(const Facts& facts) : base_(facts.base), graph_(graph::to_property_graph(facts.base)) {
    mark_imported(facts.marks, facts.base, graph_);
  }
  [[nodiscard]] bool empty() const override { return base_.entities.empty(); }
  [[nodiscard]] std::optional<graph::NodeId> node_of(std::string_view entity_id) const override {
    const Entity* entity = base_.entity(entity_id);
    if (entity == nullptr) return std::nullopt;
    return static_cast<graph::NodeId>(entity - base_.entities.data());
  }
  void enrich(graph::NodeId node, const std::vector<std::string>& labels,
              const graph::Map& properties) override {
    graph_.enrich(node, labels, properties);
  }
  void add_nodes(graph::SnapshotBuilder& builder) override { graph::add_nodes(graph_, builder); }
  Status add_edges(graph::SnapshotBuilder& builder) override {
    graph::add_edges(graph_, builder);
    return {};
  }

 private:
  const FactBase& base_;
  graph::PropertyGraph graph_;
};

/// The graph, which stands beside the file from then on. As it is only a copy, a snapshot that cannot be
/// written is no failure.
Result<graph::Snapshot> frozen_now(const fs::path& file, const store::Store& store,
                                   std::unique_ptr<OwnGraph> own, const std::string& state) {
  graph::SnapshotBuilder builder;
  if (auto added = add_all(store, *own, builder); !added) return fail(std::move(added.error()));
  own.reset();  // its memory is for what follows
  std::error_code code;
  const auto access = fs::status(file, code).permissions();
  if (!code) return builder.finish(snapshot_file(file), access, state, nullptr);
  return graph::Snapshot::read(builder.finish(state, nullptr));
}

}  // namespace

fs::path snapshot_file(const fs::path& graph) {
  fs::path path = graph;
  path += "-snapshot";
  return path;
}

Result<std::string> state_of(const store::Store& store, const ontology::Vocabulary& vocabulary) {
  const auto state = store.state();
  if (!state) return fail(state.error());
  return sha256_hex(std::string(version()) + "\n" + vocabulary.hash() + "\n" + *state);
}

Result<FactBase> merged_facts(const store::Store& store, const ontology::Vocabulary& vocabulary) {
  auto facts = facts_of(store, vocabulary);
  if (!facts) return fail(std::move(facts.error()));
  return std::move(facts->base);
}

Result<DecidedFacts> decided_facts(const store::Store& store, const ontology::Vocabulary& vocabulary) {
  auto facts = facts_of(store, vocabulary);
  if (!facts) return fail(std::move(facts.error()));
  facts->decided.base = std::move(facts->base);
  return std::move(facts->decided);
}

Result<graph::Snapshot> frozen_graph(const fs::path& file, const store::Store& store,
                                     const ontology::Vocabulary& vocabulary, std::uint64_t most_in_memory) {
  const auto reading = store.begin_read();
  if (!reading) return fail(reading.error());
  const auto state = state_of(store, vocabulary);
  if (!state) return fail(state.error());
  if (auto known = read_snapshot(file, *state)) return std::move(*known);
  const auto size = store.size();
  if (!size) return fail(size.error());
  if (*size > most_in_memory) {
    auto facts = stream_facts(store, vocabulary);
    if (!facts) return fail(std::move(facts.error()));
    return frozen_now(file, store, std::make_unique<StreamedGraph>(std::move(*facts)), *state);
  }
  const auto facts = facts_of(store, vocabulary);
  if (!facts) return fail(facts.error());
  return frozen_now(file, store, std::make_unique<BuiltGraph>(*facts), *state);
}

Result<FrozenFacts> frozen_facts(const fs::path& file, const store::Store& store,
                                 const ontology::Vocabulary& vocabulary) {
  const auto reading = store.begin_read();
  if (!reading) return fail(reading.error());
  const auto state = state_of(store, vocabulary);
  if (!state) return fail(state.error());
  auto facts = facts_of(store, vocabulary);
  if (!facts) return fail(std::move(facts.error()));
  if (auto known = read_snapshot(file, *state)) return FrozenFacts{std::move(*known), std::move(facts->base)};
  auto graph = frozen_now(file, store, std::make_unique<BuiltGraph>(*facts), *state);
  if (!graph) return fail(std::move(graph.error()));
  return FrozenFacts{std::move(*graph), std::move(facts->base)};
}

bool has_current_snapshot(const fs::path& file, const store::Store& store,
                          const ontology::Vocabulary& vocabulary) {
  const auto state = state_of(store, vocabulary);
  return state && read_snapshot(file, *state);
}

}  // namespace entente::app
