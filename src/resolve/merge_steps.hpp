// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "resolve/near_copies.hpp"

namespace entente::resolve {

// merge() in steps, for what does not fit into memory at once: entities and facts are merged some ids at a
// time, then every merged fact is seen once.

/// Which documents are near copies of which: those of one source say a thing once.
class Sources {
 public:
  /// The documents that have a signature.
  explicit Sources(const std::vector<Signed>& texts) : copies_(near_copies(texts)) {}
  [[nodiscard]] std::string_view of(std::string_view document) const {
    const auto found = copies_.find(document);
    return found == copies_.end() ? document : std::string_view(found->second);
  }

 private:
  std::map<std::string, std::string, std::less<>> copies_;
};

/// The entities, or the facts that have evidence, of these readings, merged and sorted by id. Of an id that
/// is in one of them all records must be.
[[nodiscard]] std::vector<Entity> merge_entities(const std::vector<DocumentFacts>& readings,
                                                 const Sources& sources,
                                                 const ontology::Vocabulary& vocabulary);
[[nodiscard]] std::vector<Fact> merge_facts(const std::vector<DocumentFacts>& readings,
                                            const Sources& sources);

/// What the facts want an unclassified entity to be: for every class that is asked for, the facts that it
/// would fit.
class ClassWishes {
 public:
  void add(const std::vector<std::string>& admitted) {
    if (!admitted.empty()) wishes_.push_back(&admitted);
  }
  /// The class that fits most facts; of equals the widest, then what more relations ask for, then the
  /// first by name.
  [[nodiscard]] std::string answer(const ontology::Vocabulary& vocabulary) const;

 private:
  std::vector<const std::vector<std::string>*> wishes_;
};

/// Makes every entity that a fact names one of the merged entities, and gives a class to those that no
/// document classifies. The references must outlive it.
class EntityClosing {
 public:
  EntityClosing(std::vector<Entity>& entities, const ontology::Vocabulary& vocabulary);

  /// Each merged fact, in any order.
  void see(const Fact& fact);
  void finish();

 private:
  void name(const std::string& id);
  void wish(const std::string& id, const std::vector<std::string>& classes);

  std::vector<Entity>& entities_;  ///< sorted by id
  const ontology::Vocabulary& vocabulary_;
  std::map<std::string, ClassWishes, std::less<>> unclassified_;  ///< those that were missing among them
};

/// Takes out of a fact's content what is no fact.
void drop_unknown_content(Fact& fact, const std::function<bool(const std::string& id)>& is_fact);

}  // namespace entente::resolve
