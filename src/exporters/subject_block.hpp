// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.hpp"
#include "rdf/writer.hpp"

namespace entente::exporters {

/// All statements about one subject: collected in any order, written sorted (rdf:type first) and each once.
class SubjectBlock {
 public:
  /// An empty predicate, text or IRI adds nothing.
  void add_iri(std::string predicate, std::string iri);
  void add_text(std::string predicate, std::string text);
  void add_english(std::string predicate, std::string text);
  void add_typed(std::string predicate, std::string text,
                 std::string_view datatype);  ///< datatype without the XSD prefix
  /// A year, month or day as what it is; anything else as text.
  void add_date(std::string predicate, std::string date);

  /// Writes what was added and is empty again.
  [[nodiscard]] Status write(rdf::Writer& writer, const std::string& subject);

 private:
  struct Statement {
    std::string predicate, text, datatype, language;
    bool is_iri = false;

    [[nodiscard]] auto key() const { return std::tie(predicate, text, datatype, language, is_iri); }
  };
  std::vector<Statement> statements_;
};

}  // namespace entente::exporters
