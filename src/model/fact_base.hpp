// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/entity.hpp"
#include "model/fact.hpp"
#include "text/document.hpp"

namespace entente {

/// What was read from one document, before it meets others: the unit that the store keeps and `map` writes.
struct DocumentFacts {
  Document document;  ///< the text may be empty where only the facts are at hand
  std::uint32_t sentences = 0;
  std::vector<Entity> entities;  ///< sorted by id
  std::vector<Fact> facts;       ///< sorted by id; one key may stand once, with several evidences
  std::vector<std::string>
      unmatched_verbs;  ///< lemmas of predicates with known actors that no frame took, sorted
};

/// The merged whole: a function of the set of DocumentFacts alone. Everything sorted by id.
struct FactBase {
  std::vector<Document> documents;
  std::vector<Entity> entities;
  std::vector<Fact> facts;

  /// Binary search; null when absent. Valid while the base lives unchanged.
  [[nodiscard]] const Entity* entity(std::string_view id) const;
  [[nodiscard]] const Fact* fact(std::string_view id) const;
  [[nodiscard]] const Document* document(std::string_view id) const;
};

}  // namespace entente
