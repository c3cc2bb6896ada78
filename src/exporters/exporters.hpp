// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>

#include "base/result.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::exporters {

struct Options {
  std::string data_base{ontology::kDataBase};  ///< IRI prefix of entities, facts, documents
  bool all_facts = false;  ///< GraphML: planned, denied and reported facts too, with modality and denial in the edge's kind
};

/// RDF 1.1 Turtle: vocabulary use as in ontology/ONTOLOGY (fact nodes with evidence, plain triples for plain facts only);
/// no blank nodes; sorted; byte-stable. A failed write comes back as an input_output error.
[[nodiscard]] Status write_turtle(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options, std::ostream& out);

/// GraphML that Gephi, NetworkX, igraph and graphology read alike: one edge per source, kind and target, weight = number of evidences.
[[nodiscard]] Status write_graphml(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options, std::ostream& out);

}  // namespace entente::exporters
