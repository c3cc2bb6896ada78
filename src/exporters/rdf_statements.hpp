// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "exporters/exporters.hpp"
#include "exporters/subject_block.hpp"
#include "rdf/writer.hpp"

namespace entente::exporters {

/// A plain triple by places in the list of entities.
struct PlainTriple {
  std::size_t subject;
  std::string_view relation;
  std::size_t object;

  [[nodiscard]] auto key() const { return std::tie(subject, relation, object); }
};

/// What is said about each thing of a base in RDF, whatever the syntax: every function writes whole subjects.
class RdfStatements {
 public:
  RdfStatements(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                rdf::Writer& writer)
      : base_(base), vocabulary_(vocabulary), options_(options), writer_(writer) {}

  Status write_prefixes();
  Status write_run();
  Status write_document(const Document& document);

  /// Of the plain ones among the facts, symmetric relations both ways; sorted, some may stand twice.
  [[nodiscard]] std::vector<PlainTriple> plain_triples(const std::vector<const Fact*>& facts) const;
  Status write_plain(const std::vector<PlainTriple>& triples);
  /// All entities; the triples stand with their subjects.
  Status write_entities(const std::vector<PlainTriple>& triples);

  /// One fact with its evidence: all of it, or only that of one document.
  Status write_fact(const Fact& fact, std::string_view only_document = {});
  /// The speaker and the times that the facts written so far speak of.
  Status write_shared();

  [[nodiscard]] std::string document_iri(std::string_view document) const {
    return id("doc/").append(document);
  }

 private:
  [[nodiscard]] std::string id(std::string_view local) const {
    return std::string(options_.data_base).append(local);
  }
  [[nodiscard]] std::string optional_id(const std::string& local) const {
    return local.empty() ? local : id(local);
  }
  [[nodiscard]] std::string fact_iri(const std::string& fact) const { return id("fact/") + fact; }
  [[nodiscard]] std::string time_iri(const TimeSpan& when);

  Status finish_subject(const std::string& subject) { return block_.write(writer_, subject); }
  void add_entity(const Entity& entity);
  Status write_quantity(const std::string& iri, const Quantity& quantity);
  void add_core(const Fact& fact);
  void add_circumstances(const Fact& fact);
  void add_evidence_links(const std::string& fact_iri, const std::vector<const Evidence*>& evidence);
  Status write_evidence(const std::string& fact_iri, const std::vector<const Evidence*>& evidence);
  Status write_unnamed_source();
  Status write_time(const std::string& iri, const TimeSpan& when);

  const FactBase& base_;
  const ontology::Vocabulary& vocabulary_;
  const Options& options_;
  rdf::Writer& writer_;
  SubjectBlock block_;
  std::map<std::string, TimeSpan> times_;  // by IRI
  bool unnamed_source_ = false;
};

}  // namespace entente::exporters
