// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/string_map.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::ontology {

/// What common nouns name: the class of a phrase by its head noun, and lists of nouns with a part in grammar
/// (offices, titles, words for a country's side). Read from ontology/nouns.ttl; immutable once loaded.
class Nouns {
 public:
  /// A fault (syntax, unknown property or class, a list without nouns, a noun with two classes) is an Error
  /// with file, line and column.
  [[nodiscard]] static Result<Nouns> load(const std::filesystem::path& ontology_directory,
                                          const Vocabulary& vocabulary);

  /// Local name of the class that a noun's lemma names ("summit": Meeting), or empty. Two words go before
  /// one: give "press conference" before "conference".
  [[nodiscard]] std::string_view class_of(std::string_view lemma) const;

  /// The class of a phrase in the plural where it differs ("countries": GroupOfCountries), else that of the
  /// singular.
  [[nodiscard]] std::string_view plural_class_of(std::string_view lemma) const;

  /// True when the named list (local name: "OfficeNoun") holds the lower-case word or two words.
  [[nodiscard]] bool in_list(std::string_view list, std::string_view word) const;

  /// The word will be asked for soon.
  void expect(std::string_view word) const {
    class_.expect(word);
    lists_of_.expect(word);
  }

  [[nodiscard]] const std::string& hash() const { return hash_; }

 private:
  friend class NounsBuilder;
  StringMap<std::string> class_, plural_class_;
  StringMap<std::vector<std::string>> lists_of_;  ///< by word: the lists that hold it, a few
  std::string hash_;
};

/// All faults of nouns.ttl.
[[nodiscard]] std::vector<Error> check_nouns(const std::filesystem::path& ontology_directory,
                                             const Vocabulary& vocabulary);

}  // namespace entente::ontology
