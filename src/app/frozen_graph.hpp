// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "graph/snapshot.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "resolve/standing.hpp"
#include "store/store.hpp"

namespace entente::app {

/// Where the snapshot of a graph file stands: beside it.
[[nodiscard]] std::filesystem::path snapshot_file(const std::filesystem::path& graph);

/// What a snapshot is made from, in 64 characters: program, vocabulary and what is in the store. Another
/// state, another graph.
[[nodiscard]] Result<std::string> state_of(const store::Store& store, const ontology::Vocabulary& vocabulary);

/// The log of a graph file, and the facts with all of it applied.
struct DecidedFacts {
  std::vector<Decision> log;
  std::vector<resolve::DecisionOutcome> outcomes;  ///< one for each decision
  FactBase base;
};
[[nodiscard]] Result<DecidedFacts> decided_facts(const store::Store& store,
                                                 const ontology::Vocabulary& vocabulary);

/// The facts of a store, merged, those of imported exports among them, with people's decisions applied.
[[nodiscard]] Result<FactBase> merged_facts(const store::Store& store,
                                            const ontology::Vocabulary& vocabulary);

/// The graph of a store as queries read it: the snapshot beside the file where it is whole and of the store's
/// state; else made from the store and, where that can be, written there for the next time (with the rights
/// of the graph file; a reader that opens it meanwhile sees the old one or the new one). One state of the
/// store, whatever others write meanwhile. The facts of a file with more bytes than `most_in_memory` go from
/// disk to disk (streamed_facts.hpp), with the same result.
inline constexpr std::uint64_t kMostInMemory = 32U << 20U;
[[nodiscard]] Result<graph::Snapshot> frozen_graph(const std::filesystem::path& file,
                                                   const store::Store& store,
                                                   const ontology::Vocabulary& vocabulary,
                                                   std::uint64_t most_in_memory = kMostInMemory);

/// Whether the snapshot beside the file would be read as it is.
[[nodiscard]] bool has_current_snapshot(const std::filesystem::path& file, const store::Store& store,
                                        const ontology::Vocabulary& vocabulary);

}  // namespace entente::app
