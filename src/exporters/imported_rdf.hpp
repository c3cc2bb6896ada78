// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "exporters/exporters.hpp"
#include "exporters/imported_part.hpp"
#include "rdf/node.hpp"

namespace entente::exporters {

/// Writes imported nodes and edges behind the triples of the facts: a node with its labels as classes and its
/// properties; an edge as a triple and, unless only plain triples are wanted, an rdf:Statement about it with
/// its properties. Names of others are IRIs below class/, relation/ and property/ of the data's base, so that
/// they never pass for words of the ontology. In the order of the graph, one piece after the other.
void write_imported_rdf(const ImportedPart& imported, const Options& options, rdf::Syntax syntax,
                        std::ostream& out);

}  // namespace entente::exporters
