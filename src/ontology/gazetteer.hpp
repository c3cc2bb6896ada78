// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/string_map.hpp"
#include "ontology/vocabulary.hpp"

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
  std::string id;  ///< slug from the data: "china"
  std::string label;
  std::string cls;                   ///< local class name
  std::string wikidata;              ///< QID or empty
  std::string country;               ///< id of the country it belongs to, or empty
  std::string part_of;               ///< id of the body that it is an organ of, or empty
  std::string surname;               ///< persons
  std::vector<std::string> members;  ///< ids; to resolve names, not facts
};

/// A term of office: who held it, where, and when he was seen in it.
struct Office {
  std::string person;                 ///< entity id
  std::string country;                ///< entity id
  std::string role;                   ///< "President", "Prime Minister"
  std::string kind;                   ///< head_of_state, head_of_government
  std::string first_seen, last_seen;  ///< ISO dates of the observing snapshots, not the term's limits
};

struct NameEntry {
  std::uint32_t entity = 0;  ///< index into entities()
  NameKind kind = NameKind::label;
};

/// All that one name may mean.
struct Name {
  std::string key;                 ///< see name_key
  std::vector<NameEntry> entries;  ///< by kind, then entity
};

/// A word of a list with the class that it points to ("rebels" -> ArmedGroup), where the list gives one.
struct ListedWord {
  std::string word;  ///< lower case
  std::string cls;   ///< local class name, or empty
};

/// Names of the world, read from gazetteer/*.ttl of the ontology's directory. Immutable once loaded.
class Gazetteer {
 public:
  using Lists = std::map<std::string, std::vector<ListedWord>, std::less<>>;  ///< by list name; words sorted

  Gazetteer() = default;

  /// Of parts that GazetteerBuilder has checked and sorted: entities by id, names by key.
  Gazetteer(std::vector<GazetteerEntity> entities, std::vector<Office> offices, std::vector<Name> names,
            Lists lists, std::string hash);

  /// Takes the ontology's directory (the one with core.ttl). An unknown class or property, an id that is
  /// nowhere declared, an entity without label or class: Error with file, line and column.
  [[nodiscard]] static Result<Gazetteer> load(const std::filesystem::path& directory);
  [[nodiscard]] static Result<Gazetteer> load(const std::filesystem::path& directory,
                                              const Vocabulary& vocabulary);

  /// Sorted by id.
  [[nodiscard]] const std::vector<GazetteerEntity>& entities() const { return entities_; }
  [[nodiscard]] const GazetteerEntity* find(std::string_view id) const;

  /// All entries for a name, by its key (see name_key). Empty when unknown; ambiguous names have several.
  [[nodiscard]] const std::vector<NameEntry>& names(std::string_view key) const;

  /// True when some name's key is or starts with these words, so that a longest-match search may stop early.
  [[nodiscard]] bool is_prefix(std::string_view key) const;

  /// A name will be asked for soon that begins with the word.
  void expect(std::string_view word) const { by_first_word_.expect(word); }

  /// Sorted by country, first_seen, person.
  [[nodiscard]] const std::vector<Office>& offices() const { return offices_; }

  /// Word lists by name (given-names, surnames, agent-nouns; see ontology/gazetteer/README.md). The word is
  /// lower case.
  [[nodiscard]] bool in_list(std::string_view list, std::string_view word) const;

  /// The class that the list gives the word, or empty: ("agent-nouns", "rebels") -> "ArmedGroup".
  [[nodiscard]] std::string_view word_class(std::string_view list, std::string_view word) const;

  /// SHA-256 of the files read.
  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  /// Where the names that begin with a word stand in names_.
  struct Stretch {
    std::uint32_t begin = 0, end = 0;
  };
  /// The class that a list gives a word; null when it does not hold it.
  [[nodiscard]] const std::string* find_word(std::string_view list, std::string_view word) const;
  /// The first name of its stretch that is not before the key, and the stretch's end.
  [[nodiscard]] Stretch from(std::string_view key) const;

  std::vector<GazetteerEntity> entities_;
  std::vector<Office> offices_;
  std::vector<Name> names_;
  StringMap<StringMap<std::string>> lists_;  ///< by name of list, then word: its class
  StringMap<Stretch> by_first_word_;
  StringMap<std::uint32_t> by_id_;
  std::string hash_;
};

/// Key of a name: words parted by one space, typographic quotes and dashes made plain, marks and full stops
/// of acronyms stripped, case kept for all-capital words of up to 6 letters, lower case otherwise.
[[nodiscard]] std::string name_key(std::string_view name);

}  // namespace entente::ontology
