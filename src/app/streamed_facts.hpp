// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/imported_facts.hpp"
#include "app/record_pile.hpp"
#include "graph/known_names.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "store/store.hpp"

namespace entente::app {

/// The merged facts of a store, with imported exports and people's decisions, for stores whose facts do not
/// fit into memory together: they lie on disk, sorted, and come one after the other. The same facts as
/// merged_facts() gives.
struct StreamedFacts {
  std::vector<Entity> entities;  ///< sorted by id
  graph::KnownNames names;       ///< of entities, documents and content
  ImportMarks marks;

  /// Each in the order of ids. The function's failure ends it.
  [[nodiscard]] Status each(const std::function<Status(const Fact&)>& take) const;

  // What each() goes through: facts on disk, and by turns those that decisions or imports changed.
  std::unique_ptr<Spool> spool;
  RecordPile facts;
  std::vector<Fact> changed;       ///< sorted by id
  std::set<std::string> contents;  ///< ids of content that are facts of documents
};

[[nodiscard]] Result<StreamedFacts> stream_facts(const store::Store& store,
                                                 const ontology::Vocabulary& vocabulary);

}  // namespace entente::app
