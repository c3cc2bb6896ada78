// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/decision.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "resolve/entity_moves.hpp"
#include "resolve/standing.hpp"

namespace entente::resolve {

/// Applies a log of decisions to what was read: first rewrite() each reading, then, when they are merged,
/// finish() the whole. The log and the vocabulary must outlive it. Pure: the same log over the same readings
/// gives the same, in any order of the readings.
///
/// Merge and split work on what was read, so that facts whose ends become one entity become one fact with all
/// evidence, under the id of its new key; an id that a fact had before any of these steps still names it in
/// the log. A confirmed fact has confidence 1, a denied one 0. A new name turns the old one into an alias.
class Decisions {
 public:
  Decisions(const std::vector<Decision>& log, const ontology::Vocabulary& vocabulary);

  void rewrite(DocumentFacts& reading);
  /// The facts of an import, each with the documents of all its evidence.
  void rewrite(FactBase& imported);

  /// Ids of the facts that finish() may change, and of others: needed are no more facts than these, and all
  /// entities. Complete behind the last rewrite().
  [[nodiscard]] std::set<std::string> facts_needed() const;

  void finish(FactBase& base);

  /// One for each decision of the log, in its order; complete behind finish().
  [[nodiscard]] const std::vector<DecisionOutcome>& outcomes() const { return outcomes_; }

 private:
  void tell_unused_moves();
  void name_what_has_no_name(FactBase& base) const;
  void decide_entity(std::size_t place, FactBase& base);
  void decide_fact(std::size_t place, FactBase& base);
  void judge(std::size_t place, Fact& fact);
  void have_no_effect(std::size_t place, std::string reason);

  const std::vector<Decision>& log_;
  const ontology::Vocabulary& vocabulary_;
  std::vector<DecisionOutcome> outcomes_;
  EntityMoves moves_;
  std::map<std::string, std::size_t> judged_;  // fact id -> place of the verdict on it
};

}  // namespace entente::resolve
