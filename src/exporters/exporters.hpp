// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>

#include "base/result.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::exporters {

class ImportedPart;  // imported_part.hpp

/// How much of the texts goes with the facts.
enum class EvidenceDetail {
  none,  ///< nothing
  link,  ///< the places that say so, without their words
  full   ///< the sentences
};

/// Communities, PageRank and betweenness of the nodes.
enum class Measures {
  automatic,  ///< where the graph is small enough that it takes about a second
  none,
  all  ///< whatever the size
};

struct Options {
  std::string data_base{ontology::kDataBase};  ///< IRI prefix of entities, facts, documents
  bool all_facts = false;  ///< GraphML: planned, denied and reported facts too, with modality and denial in
                           ///< the edge's kind

  EvidenceDetail evidence = EvidenceDetail::full;
  bool rdf12 = false;  ///< RDF: each fact with an object also rdf:reifies its triple (RDF 1.2)
  bool plain = false;  ///< RDF: entities, documents and plain triples, without fact nodes

  Measures measures = Measures::automatic;
  bool colour_by_community = false;        ///< nodes by community, not by class; the page can do both
  const ImportedPart* imported = nullptr;  ///< nodes and edges beside the facts; null: none. Not owned

  // What the graph was made with, for RDF's prov:Activity; an empty part is left out.
  std::string program_version;  ///< "0.1.0"
  std::string model;            ///< "en_core_web_sm 3.8.0"
  std::string ontology_hash;    ///< SHA-256 of vocabulary, frames and gazetteer
};

/// RDF 1.1 Turtle: vocabulary use as in ontology/ONTOLOGY (fact nodes with evidence, plain triples for plain
/// facts only); no blank nodes; sorted; no triple twice; byte-stable. A reported fact without a known speaker
/// is attributed to one agent "unnamed source". A failed write comes back as an input_output error.
[[nodiscard]] Status write_turtle(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                  const Options& options, std::ostream& out);

/// The same triples as Turtle, one a line, in the same order.
[[nodiscard]] Status write_ntriples(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                    const Options& options, std::ostream& out);

/// The same triples in graphs: what a document tells (it, its evidence, the facts with evidence in it, their
/// plain triples) is the graph named as the document; a fact that several tell is in the graph of each.
/// Entities, times and the run stand in the default graph, behind them.
[[nodiscard]] Status write_nquads(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                  const Options& options, std::ostream& out);

/// GraphML that Gephi, NetworkX, igraph and graphology read alike: one edge per source, kind and target,
/// weight = number of evidences, joined evidence, first and last date; positions, sizes and colours baked in;
/// byte-stable. Facts without an object are no edges.
[[nodiscard]] Status write_graphml(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                   const Options& options, std::ostream& out);

/// The same nodes and edges as GEXF 1.3 with a timeline: an edge lasts from its first day to the midnight
/// behind its last one; an edge without a date is always there.
[[nodiscard]] Status write_gexf(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                const Options& options, std::ostream& out);

/// The same for Graphviz, with places for `neato -n2`; what is not asserted is dashed, what is denied dotted.
[[nodiscard]] Status write_dot(const FactBase& base, const ontology::Vocabulary& vocabulary,
                               const Options& options, std::ostream& out);

/// The same as a picture that browsers and word processors show (SVG 1.1 with titles for pointing at): edges
/// with their words, several between two nodes bent apart. For graphs of some hundred edges.
[[nodiscard]] Status write_svg(const FactBase& base, const ontology::Vocabulary& vocabulary,
                               const Options& options, std::ostream& out);

/// Documents, nodes and edges as JSON objects, one a line, in this order.
[[nodiscard]] Status write_json_lines(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                      const Options& options, std::ostream& out);

/// One HTML page that shows the graph and needs nothing else: no network, no other file. Up to 30,000 edges,
/// above that the strongest ones, and the page says so. With full evidence the documents go along whole when
/// they are small enough, so that a sentence is read in its place.
[[nodiscard]] Status write_page(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                const Options& options, std::ostream& out);

/// The same nodes and edges as CSV with the column names of `neo4j-admin database import`. Ladybug's COPY
/// takes the same files.
[[nodiscard]] Status write_csv_nodes(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                     const Options& options, std::ostream& out);
[[nodiscard]] Status write_csv_edges(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                     const Options& options, std::ostream& out);

struct CsvFiles {
  std::string nodes, edges;  ///< names without folder
};

/// The statements of Neo4j's Cypher that load both files; run twice, they change nothing more.
[[nodiscard]] Status write_neo4j_statements(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                            const Options& options, const CsvFiles& files, std::ostream& out);

/// The statements of Ladybug that make a table of entities and one of
/// facts and copy both files into them; for a database that has neither.
[[nodiscard]] Status write_ladybug_statements(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                              const Options& options, const CsvFiles& files,
                                              std::ostream& out);

}  // namespace entente::exporters
