// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "importers/graph_sink.hpp"

namespace entente::importers {

/// Whether a CSV file (separated by tabs when its name ends with .tsv) has relationships, by its header.
[[nodiscard]] Result<bool> is_csv_of_relationships(const std::string& file);

/// Hands the nodes, or the relationships, of a CSV file to the sink. An ill-formed record, a value that is
/// not of its column's type, an id that stands twice and an end that is no node are data errors with line and
/// column.
[[nodiscard]] Status import_csv(const std::string& file, GraphSink& sink);

}  // namespace entente::importers
