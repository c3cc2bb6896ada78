// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "importers/graph_sink.hpp"
#include "model/fact_base.hpp"

namespace entente::importers {

/// Whether GraphML was written by exporters::write_graphml, by its keys.
[[nodiscard]] bool is_own_graphml(std::string_view text);

/// Reads what exporters::write_graphml wrote back into entities and facts, sorted by id. An edge that stands
/// for several facts gives each of them all that it says. Evidence is the sentences; where in a document they
/// stand, and by which rule they were read, is not in the file. Where several documents speak, the evidence
/// names them together.
[[nodiscard]] Result<FactBase> read_graphml_facts(std::string_view text, const std::string& file_name);

/// Hands the nodes and edges of any other GraphML to the sink: keys are properties with their types; a node's
/// labels are its data `labels` (":A:B" or "A;B"), an edge's type is its attribute or data `label`, else its
/// data `type`, else RELATED. An edge's end that is no node is a data error with line and column.
[[nodiscard]] Status import_graphml(std::string_view text, const std::string& file_name, GraphSink& sink);

}  // namespace entente::importers
