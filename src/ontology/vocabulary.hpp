// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/string_map.hpp"

namespace entente::ontology {

inline constexpr std::string_view kNamespace = "https://w3id.org/entente/ns#";
inline constexpr std::string_view kDataBase = "https://w3id.org/entente/id/";

/// An entity class. Names are local names in ent:.
struct EntityClass {
  std::string name;
  std::string label;
  std::vector<std::string> parents;
};

/// A relation type. Names are local names in ent:.
struct Relation {
  std::string name;
  std::string label;    ///< "provided aid to"
  std::string inverse;  ///< name, or empty
  std::string inverse_label;
  bool symmetric = false;
  bool abstract = false;  ///< grouping only, never extracted
  std::vector<std::string> parents;
  std::vector<std::string> domains, ranges;  ///< class names
  std::vector<std::string> triggers;         ///< ent:triggerWord
};

/// Classes and relations with their hierarchy. Immutable once loaded; order of all lists is by name.
class Vocabulary {
 public:
  /// For each name its ancestors and itself, sorted.
  using Ancestors = std::map<std::string, std::vector<std::string>, std::less<>>;

  Vocabulary() = default;

  /// Of parts that VocabularyBuilder has checked and sorted by name.
  Vocabulary(std::vector<EntityClass> classes, std::vector<Relation> relations, Ancestors class_ancestors,
             Ancestors relation_ancestors, std::string hash);

  /// Reads core.ttl and relations.ttl of a directory; an unreadable or contradictory file is an Error with
  /// file, line, column.
  [[nodiscard]] static Result<Vocabulary> load(const std::filesystem::path& directory);

  [[nodiscard]] const std::vector<EntityClass>& classes() const { return classes_; }
  [[nodiscard]] const std::vector<Relation>& relations() const { return relations_; }
  [[nodiscard]] const EntityClass* find_class(std::string_view name) const;
  [[nodiscard]] const Relation* find_relation(std::string_view name) const;

  /// True when name is ancestor or a (transitive) kind of it. Unknown names are kinds of themselves alone.
  [[nodiscard]] bool is_class(std::string_view name, std::string_view ancestor) const;
  [[nodiscard]] bool is_relation(std::string_view name, std::string_view ancestor) const;
  /// The same of one of several.
  [[nodiscard]] bool is_one_of_classes(std::string_view name, std::span<const std::string> ancestors) const;
  [[nodiscard]] bool is_one_of_relations(std::string_view name,
                                         std::initializer_list<std::string_view> ancestors) const;

  /// name itself and everything below it, sorted; what a query label or relation type stands for.
  [[nodiscard]] std::vector<std::string> class_and_below(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> relation_and_below(std::string_view name) const;

  /// True when a subject and object of these classes fit the relation's domain and range (an empty object
  /// fits).
  [[nodiscard]] bool admits(const Relation& relation, std::string_view subject_class,
                            std::string_view object_class) const;

  /// SHA-256 of the files read, for the store.
  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  std::vector<EntityClass> classes_;  ///< sorted by name
  std::vector<Relation> relations_;   ///< sorted by name
  StringMap<std::uint32_t> relation_numbers_;
  Ancestors class_ancestors_, relation_ancestors_;
  StringMap<std::vector<std::string>> above_class_, above_relation_;  ///< the same, to be looked up in
  std::string hash_;
};

}  // namespace entente::ontology
