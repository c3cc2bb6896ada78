// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/grid.hpp"
#include "graph/snapshot.hpp"
#include "query/query.hpp"

namespace entente::cli {

/// The answer to a query as a grid. In JSON a node is {"labels", "properties"}, an edge {"type", "source",
/// "target", "properties"}, a path {"nodes", "edges"}; what JSON cannot say (NaN) is null, bytes that are no
/// UTF-8 are U+FFFD. Cells have no JSON when they are for a format without.
[[nodiscard]] Grid to_grid(const query::Table& table, const graph::Snapshot& graph,
                           Format format = Format::json);

/// "3 more are planned, called for, reported or denied: --facts all"; empty when nothing was hidden.
[[nodiscard]] std::string hidden_note(std::size_t hidden, const std::string& how_to_show);

}  // namespace entente::cli
