// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::evaluation {

using Ids = std::set<std::string>;  ///< gold entity ids

struct GoldEntity {
  std::string id, canonical_name, cls;
  std::vector<std::string> mentions, coref_mentions, combined_mentions, acronyms;
};

/// An edge that a careful reader accepts (format: gold/README.md).
struct GoldEdge {
  std::string subject, relation, object;
  std::string modality, polarity, importance, id, evidence;
  Ids subjects, objects;               ///< the subject, or object, and its equals
  std::vector<std::string> relations;  ///< the relation first, then its equals
  Ids modalities;
  std::vector<std::string> quantities, times;  ///< words of the text; empty: none
  bool optional = false, symmetric = false, polarity_any = false;
};

/// An edge that must not appear; with a condition only where it holds.
struct GoldTrap {
  std::string subject, relation, object, why;
  bool conditional = false;
  std::optional<std::string> modality, polarity, quantity_contains, time_contains;
};

/// One marked text. Finds the gold entities that a system's name may stand for.
class GoldDocument {
 public:
  GoldDocument(std::string id, std::string text, std::vector<GoldEntity> entities,
               std::vector<GoldEdge> edges, std::vector<GoldTrap> traps,
               const std::vector<std::string>& bad_entities);

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& flat_text() const {
    return flat_;
  }  ///< every run of white space one space
  [[nodiscard]] const std::vector<GoldEdge>& edges() const { return edges_; }
  [[nodiscard]] const std::vector<GoldTrap>& traps() const { return traps_; }

  /// Canonical name of an entity id, or the id itself.
  [[nodiscard]] const std::string& name_of(const std::string& entity_id) const;

  /// True for a normalised name that must not become a node.
  [[nodiscard]] bool is_bad(const std::string& normalised) const { return bad_.contains(normalised); }

  /// Gold entities that a system's name stands for; empty when none, or when it could be several by likeness
  /// alone.
  [[nodiscard]] Ids ids(const std::string& name) const;

 private:
  [[nodiscard]] Ids by_stripped_titles(const std::string& normalised) const;
  [[nodiscard]] Ids by_person_at_end(const std::string& normalised) const;
  [[nodiscard]] Ids by_shared_words(const std::string& name) const;

  std::string id_, text_, flat_;
  std::vector<GoldEntity> entities_;
  std::vector<GoldEdge> edges_;
  std::vector<GoldTrap> traps_;
  std::set<std::string> bad_;
  std::map<std::string, Ids> surface_;  ///< by normalised name
};

/// Reads gold files, or every *.json of a folder, in the order given. Errors name the file and what it lacks.
[[nodiscard]] Result<std::vector<GoldDocument>> load_gold(const std::vector<std::filesystem::path>& paths);

}  // namespace entente::evaluation
