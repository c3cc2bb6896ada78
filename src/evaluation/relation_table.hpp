// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::evaluation {

/// One relation of the gold and the names that are right for it.
struct GoldRelation {
  std::string family;
  bool symmetric = false;
  std::set<std::string> accept;      ///< relation_name() forms, its own name too
  std::set<std::string> inverse;     ///< the same with subject and object exchanged
  std::set<std::string> verbs;       ///< lemmas that an open-vocabulary phrase may begin with
  std::vector<std::string> implies;  ///< weaker gold relations that hold as well
};

/// gold/relations.json: which relation names of a system are right for which relation of the gold. Immutable
/// once loaded.
class RelationTable {
 public:
  /// An unreadable or malformed file is an error that names it.
  [[nodiscard]] static Result<RelationTable> load(const std::filesystem::path& file);

  [[nodiscard]] const GoldRelation* find(std::string_view gold_relation) const;

  [[nodiscard]] bool accepts(std::string_view gold_relation, std::string_view system_relation) const;
  [[nodiscard]] bool accepts_inverse(std::string_view gold_relation, std::string_view system_relation) const;

  /// Families of all gold relations that the system's name is right for.
  [[nodiscard]] std::set<std::string> families(std::string_view system_relation) const;

 private:
  std::map<std::string, GoldRelation, std::less<>> relations_;
  std::set<std::string> all_names_;
};

}  // namespace entente::evaluation
