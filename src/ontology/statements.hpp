// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/error.hpp"

namespace entente::ontology {

/// Terms of the ent: namespace stand as "ent:name", those of RDF, RDFS, OWL, SKOS and schema.org likewise
/// with their usual prefix, others whole.
[[nodiscard]] std::string short_name(std::string_view iri);

/// "providedAidTo" of "ent:providedAidTo"; empty when the term is not of that prefix.
[[nodiscard]] std::string_view local_name(std::string_view short_term, std::string_view prefix = "ent:");

/// The .ttl files of a directory itself, by name.
[[nodiscard]] std::vector<std::filesystem::path> turtle_files_in(const std::filesystem::path& directory,
                                                                 std::error_code& error);

struct TermStatement {
  std::string subject, predicate, object;  ///< short names; the object of a literal is its text
  std::string language;                    ///< of the literal, or empty
  bool literal = false;
  Place place;  ///< of the object
};

/// Statements of a few small files in the order read, to be looked up by subject.
class Statements {
 public:
  /// Adds a file; a fault (the file cannot be read, or its syntax is wrong) is appended to faults, what stood
  /// before it is kept.
  void read(const std::filesystem::path& path, std::vector<Error>& faults);

  [[nodiscard]] const std::vector<TermStatement>& all() const { return all_; }

  /// Subjects in the order of their names, each with the numbers of its statements.
  [[nodiscard]] const std::map<std::string, std::vector<std::size_t>, std::less<>>& by_subject() const {
    return by_subject_;
  }

  /// The statements of a subject with a predicate, in the order read.
  [[nodiscard]] std::vector<const TermStatement*> of(std::string_view subject,
                                                     std::string_view predicate) const;

  [[nodiscard]] const TermStatement* find(std::string_view subject, std::string_view predicate,
                                          std::string_view object) const;

  /// SHA-256 over the bytes of the files in the order read.
  [[nodiscard]] std::string hash() const;

 private:
  std::vector<TermStatement> all_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_subject_;
  std::string file_hashes_;
};

}  // namespace entente::ontology
