// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/statements.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::ontology {

/// Makes a Vocabulary out of core.ttl and relations.ttl and collects every contradiction on the way. Used by
/// Vocabulary::load, which reports the first fault, and by check, which reports all.
class VocabularyBuilder {
 public:
  explicit VocabularyBuilder(const std::filesystem::path& directory);

  /// By file, line and column.
  [[nodiscard]] const std::vector<Error>& faults() const { return faults_; }

  /// The vocabulary as far as it is sound; once.
  [[nodiscard]] Vocabulary take() { return std::move(vocabulary_); }

 private:
  using Names = std::vector<std::string>;
  using Parents = std::map<std::string, Names>;  ///< local name -> local names

  void build();
  Names subjects_typed(std::string_view type) const;
  Parents parents_of(const Names& terms, std::string_view predicate, std::string_view what);
  Vocabulary::Ancestors ancestors_of(const Parents& parents, std::string_view predicate);
  void report_cycle(const std::string& name, const Parents& parents, std::string_view predicate);

  std::vector<EntityClass> entity_classes(const Parents& parents, const Vocabulary::Ancestors& ancestors);
  Relation relation(const std::string& name, const Names& parents);
  void read_inverse(Relation& relation, const std::string& term, const Place& place);
  void read_abstract(Relation& relation, const std::string& term);
  void check_relation(const Relation& relation, const Place& place);

  void check_every_term_is_declared();
  void check_declared_once(const std::string& term, std::string_view type);
  void check_labels_differ(const Names& terms);

  /// The label of a term in English or without language; missing and repeated ones are faults.
  std::string label_of(const std::string& term, const Place& place);
  /// Local names of the ent: objects of a predicate; those not in `known` are faults ("unknown <what>
  /// ent:x").
  Names names_of(const std::string& term, std::string_view predicate, std::string_view what,
                 const Names& known);
  Place place_of(const std::string& term) const;
  void fault(const Place& place, std::string message, std::string hint = {});
  void fault_unknown(const Place& place, std::string_view what, std::string_view name, const Names& known);

  Statements statements_;
  std::vector<Error> faults_;
  Names classes_;  ///< names of the entity classes
  std::set<std::string>
      unsure_;  ///< names with a parent that is not declared: told once, taken for sound otherwise
  Vocabulary vocabulary_;
};

}  // namespace entente::ontology
