// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"

namespace entente::ontology {

/// How a name stands for its entity.
enum class NameKind : std::uint8_t {
  label,      ///< canonical name
  alias,      ///< full alternative name ("PRC")
  acronym,    ///< matched with its case ("WHO" is not "who")
  demonym,    ///< "Chinese" (noun: people)
  adjective,  ///< "Chinese" (modifier)
  capital,    ///< "Beijing": the government when it acts, the city otherwise
  surname,    ///< of a leader: only after the full name, or in his period with a title
};

struct GazetteerEntity {
  std::string id;     ///< slug from the data: "china"
  std::string label;
  std::string cls;    ///< local class name
  std::string wikidata;  ///< QID or empty
  std::string country;   ///< id of the country it belongs to, or empty
  std::string part_of;   ///< id of the body that it is an organ of, or empty
  std::string surname;   ///< persons
  std::vector<std::string> members;  ///< ids; to resolve names, not facts
};

/// A term of office: who held it, where, and when he was seen in it.
struct Office {
  std::string person;   ///< entity id
  std::string country;  ///< entity id
  std::string role;     ///< "President", "Prime Minister"
  std::string kind;     ///< head_of_state, head_of_government
  std::string first_seen, last_seen;  ///< ISO dates of the observing snapshots, not the term's limits
};

struct NameEntry {
  std::uint32_t entity = 0;  ///< index into entities()
  NameKind kind = NameKind::label;
};

/// Names of the world, read from ontology/gazetteer/*.ttl. Immutable once loaded.
class Gazetteer {
 public:
  [[nodiscard]] static Result<Gazetteer> load(const std::filesystem::path& directory);

  [[nodiscard]] const std::vector<GazetteerEntity>& entities() const { return entities_; }
  [[nodiscard]] const GazetteerEntity* find(std::string_view id) const;

  /// All entries for a name, by its key (see name_key). Empty when unknown; ambiguous names have several.
  [[nodiscard]] const std::vector<NameEntry>& names(std::string_view key) const;

  /// True when some name's key starts with these words, so that a longest-match search may stop early.
  [[nodiscard]] bool is_prefix(std::string_view key) const;

  [[nodiscard]] const std::vector<Office>& offices() const { return offices_; }

  /// Word lists by name, each lower case, sorted: given-names, surnames, agent-nouns, ... (see ontology/gazetteer/README.md).
  [[nodiscard]] bool in_list(std::string_view list, std::string_view word) const;

  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  struct Lists;
  std::vector<GazetteerEntity> entities_;
  std::vector<Office> offices_;
  std::unordered_map<std::string, std::vector<NameEntry>> names_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::unordered_map<std::string, bool> prefixes_;
  std::unordered_map<std::string, std::vector<std::string>> lists_;
  std::string hash_;
};

/// Key of a name: words parted by one space, typographic quotes and dashes made plain, marks and full stops of acronyms
/// stripped, case kept for all-capital words of up to 6 letters, lower case otherwise.
[[nodiscard]] std::string name_key(std::string_view name);

}  // namespace entente::ontology
