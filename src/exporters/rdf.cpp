// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <ostream>
#include <set>

#include "exporters/exporters.hpp"
#include "exporters/imported_rdf.hpp"
#include "exporters/rdf_statements.hpp"
#include "rdf/writer.hpp"

namespace entente::exporters {

namespace {

std::vector<const Fact*> all_facts(const FactBase& base) {
  std::vector<const Fact*> facts;
  facts.reserve(base.facts.size());
  for (const Fact& fact : base.facts) facts.push_back(&fact);
  return facts;
}

/// Turtle and N-Triples: one graph.
Status write_triples(const FactBase& base, const Options& options, RdfStatements& statements) {
  if (auto status = statements.write_prefixes(); !status) return status;
  if (auto status = statements.write_run(); !status) return status;
  for (const Document& document : base.documents)
    if (auto status = statements.write_document(document); !status) return status;
  if (auto status = statements.write_entities(statements.plain_triples(all_facts(base))); !status)
    return status;
  if (options.plain) return {};
  for (const Fact& fact : base.facts)
    if (auto status = statements.write_fact(fact); !status) return status;
  return statements.write_shared();
}

/// The facts that each document tells, by its id; under no id those that none tells.
std::map<std::string_view, std::vector<const Fact*>> facts_by_document(const FactBase& base) {
  std::map<std::string_view, std::vector<const Fact*>> facts;
  for (const Document& document : base.documents) facts[document.id];
  for (const Fact& fact : base.facts) {
    std::set<std::string_view> documents;
    for (const Evidence& evidence : fact.evidence) documents.insert(evidence.document);
    if (documents.empty()) documents.insert("");
    for (const std::string_view document : documents) facts[document].push_back(&fact);
  }
  return facts;
}

Status write_facts(const std::vector<const Fact*>& facts, std::string_view document, const Options& options,
                   RdfStatements& statements) {
  if (auto status = statements.write_plain(statements.plain_triples(facts)); !status) return status;
  if (options.plain) return {};
  for (const Fact* fact : facts)
    if (auto status = statements.write_fact(*fact, document); !status) return status;
  return {};
}

/// What a document tells is its graph; what they share stands in the default graph.
Status write_quads(const FactBase& base, const Options& options, RdfStatements& statements,
                   rdf::Writer& writer) {
  auto by_document = facts_by_document(base);
  const auto untold = by_document.extract("");
  for (const auto& [id, facts] : by_document) {
    writer.graph(statements.document_iri(id));
    if (const Document* document = base.document(id))
      if (auto status = statements.write_document(*document); !status) return status;
    if (auto status = write_facts(facts, id, options, statements); !status) return status;
  }
  writer.graph({});
  if (auto status = statements.write_run(); !status) return status;
  if (auto status = statements.write_entities({}); !status) return status;
  if (untold)
    if (auto status = write_facts(untold.mapped(), {}, options, statements); !status) return status;
  return statements.write_shared();
}

Status write_rdf(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                 rdf::Syntax syntax, std::string_view name, std::ostream& out) {
  const auto failure = [name] {
    return fail(ErrorKind::input_output, "the " + std::string(name) + " output cannot be written");
  };
  const auto sink = [&out, &failure](std::string_view bytes) -> Status {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out) return failure();
    return {};
  };
  rdf::Writer writer(syntax, sink);
  RdfStatements statements(base, vocabulary, options, writer);
  auto status = syntax == rdf::Syntax::nquads ? write_quads(base, options, statements, writer)
                                              : write_triples(base, options, statements);
  if (!status) return status;
  if (status = writer.finish(); !status) return status;
  if (options.imported != nullptr) write_imported_rdf(*options.imported, options, syntax, out);
  out.flush();
  if (!out) return failure();
  return {};
}

}  // namespace

Status write_turtle(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                    std::ostream& out) {
  return write_rdf(base, vocabulary, options, rdf::Syntax::turtle, "Turtle", out);
}

Status write_ntriples(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                      std::ostream& out) {
  return write_rdf(base, vocabulary, options, rdf::Syntax::ntriples, "N-Triples", out);
}

Status write_nquads(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                    std::ostream& out) {
  return write_rdf(base, vocabulary, options, rdf::Syntax::nquads, "N-Quads", out);
}

}  // namespace entente::exporters
