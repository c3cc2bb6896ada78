// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "graph/snapshot.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "store/store.hpp"

namespace entente::app {

/// A graph and the merged facts that it was made of, of one state of the store.
struct FrozenFacts {
  graph::Snapshot graph;
  FactBase base;
};

/// What frozen_graph() and merged_facts() give, for those who need both: the facts are merged once.
[[nodiscard]] Result<FrozenFacts> frozen_facts(const std::filesystem::path& file, const store::Store& store,
                                               const ontology::Vocabulary& vocabulary);

}  // namespace entente::app
