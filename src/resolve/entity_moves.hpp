// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/decision.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "resolve/standing.hpp"

namespace entente::resolve {

/// Merges and splits of entities that stand in a log, done on what was read, one after the other.
class EntityMoves {
 public:
  EntityMoves(const std::vector<Decision>& log, const std::vector<DecisionOutcome>& outcomes,
              const ontology::Vocabulary& vocabulary);

  /// Gives entities and facts their new ids. document: whose reading it is; empty: each fact is of the
  /// documents of all its evidence. Both lists stay sorted by id; entities stand once, facts may not.
  void apply(std::string_view document, std::vector<Entity>& entities, std::vector<Fact>& facts);

  /// What a fact with this id has become; empty where it was not moved.
  [[nodiscard]] const std::set<std::string>& now(const std::string& fact_id) const;
  /// Of a fact whose ends became one entity, and that is none any longer.
  [[nodiscard]] bool is_gone(const std::string& fact_id) const { return gone_.count(fact_id) != 0; }
  /// Into what an entity was merged, or empty.
  [[nodiscard]] std::string merged_into(const std::string& entity_id) const;

  /// Places in the log of moves that found nothing to move.
  [[nodiscard]] std::vector<std::size_t> unused() const;
  /// Ids that merges led to.
  [[nodiscard]] std::set<std::string> targets() const;

 private:
  struct Move {
    std::size_t place = 0;  // in the log
    bool is_split = false;
    std::string from, to, name;
    std::set<std::string, std::less<>> facts, documents;
    bool used = false;
  };
  using Path = std::vector<std::size_t>;  // numbers of moves
  using Paths = std::map<std::string, std::set<Path>>;

  [[nodiscard]] bool takes(const Move& move, const std::vector<std::string>& ids,
                           const std::vector<std::string_view>& documents) const;
  [[nodiscard]] bool concerns(const std::vector<Entity>& entities) const;
  [[nodiscard]] std::vector<std::string> move_fact(Fact& fact, std::string_view document, Paths& paths);
  [[nodiscard]] std::string id_of(Fact& fact) const;
  [[nodiscard]] bool is_swapped(const Fact& fact) const;
  [[nodiscard]] Path path_of(const std::string& entity_id, std::string_view document);
  void move_entities(std::string_view document, const Paths& paths, std::vector<Entity>& entities);
  [[nodiscard]] Entity moved(Entity entity, const Path& path) const;
  void keep_account(const std::vector<std::string>& ids, const Fact& fact);

  const ontology::Vocabulary& vocabulary_;
  std::vector<Move> moves_;
  std::set<std::string, std::less<>> origins_;
  std::map<std::string, std::set<std::string>> now_;
  std::set<std::string> gone_;
};

/// The id of the entity that a split makes.
[[nodiscard]] std::string split_id(const std::string& entity_id, const std::string& name);

}  // namespace entente::resolve
