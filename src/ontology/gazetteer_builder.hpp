// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/string_map.hpp"
#include "ontology/gazetteer.hpp"
#include "rdf/node.hpp"

namespace entente::ontology {

/// Makes a Gazetteer out of the Turtle files of some folders, in the order of their names, and collects every
/// fault on the way. Used by Gazetteer::load, which reports the first, and by check, which reports all.
class GazetteerBuilder {
 public:
  GazetteerBuilder(const std::vector<std::filesystem::path>& directories, const Vocabulary& vocabulary);

  /// By file, line and column.
  [[nodiscard]] const std::vector<Error>& faults() const { return faults_; }

  /// The gazetteer as far as it is sound; once.
  [[nodiscard]] Gazetteer take();

 private:
  static constexpr std::string_view kOffice = "TermOfOffice",
                                    kList = "WordList";  ///< types that are no entities

  /// Where a statement stands, without a copy of the file's name.
  struct At {
    std::uint32_t file = 0, line = 0, column = 0;
  };

  /// Everything said of one subject, whatever it turns out to be.
  struct Subject {
    GazetteerEntity entity;
    std::string type;  ///< local name of its rdf:type
    At at;             ///< its first statement
  };

  struct PendingName {
    std::string key;
    NameEntry entry;
  };

  struct Reference {
    std::string target;
    At at;
  };

  /// Its name is the subject's label.
  struct PendingList {
    std::string cls;
    std::vector<std::string> words;
  };

  enum class Property : std::uint8_t;

  void read(const std::filesystem::path& file);
  void statement(const rdf::Triple& triple);
  std::uint32_t subject_of(const rdf::Triple& triple, At at);
  void apply(Property property, std::uint32_t subject, const rdf::Triple& triple, At at);
  void apply_to_office(Property property, Office& office, std::string_view text, At at);
  static std::optional<NameKind> name_kind(Property property);
  void set_type(std::uint32_t subject, const rdf::Node& object, At at);
  void set_label(Subject& subject, std::string_view label, At at);
  void set_wikidata(Subject& subject, std::string_view iri, At at);
  void set_word_class(PendingList& list, std::string_view iri, At at);
  void set_date(std::string& date, std::string_view text, At at);
  void add_reference(std::string& field, std::string_view iri, At at);
  void unknown_property(std::string_view iri, At at);
  void unknown_class(std::string_view name, At at);

  void finish();
  void check_subjects();
  void check_references();
  void check_offices();
  std::vector<Office> sorted_offices();
  std::vector<Name> sorted_names(const std::vector<std::uint32_t>& new_index);
  Gazetteer::Lists sorted_lists();

  [[nodiscard]] bool is_entity(const Subject& subject) const;
  void fault(At at, std::string message, std::string hint = {});

  const Vocabulary& vocabulary_;
  std::vector<std::string> files_;
  std::deque<Subject> subjects_;
  StringMap<std::uint32_t> index_of_;  ///< by id
  std::uint32_t last_subject_ = 0;     ///< statements of one subject mostly stand together
  std::vector<PendingName> names_;
  std::vector<Reference> references_;
  std::map<std::uint32_t, Office> offices_;     ///< by subject
  std::map<std::uint32_t, PendingList> lists_;  ///< by subject
  std::string file_hashes_;
  std::vector<Error> faults_;
  bool complete_ = true;  ///< all files were read to their end, so what is missing is missing
  Gazetteer gazetteer_;
};

}  // namespace entente::ontology
