// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "app/open_graph.hpp"
#include "query/query.hpp"

namespace entente::app {

/// The facts that each row of an answer shows: its edges, those of its paths, and texts that are a fact's id.
/// Each once, in that order. Rows of a question's answer have none of these: their facts are found by
/// relation, document and place.
[[nodiscard]] std::vector<std::vector<const Fact*>> facts_of_rows(const query::Table& table,
                                                                  const graph::Snapshot& graph,
                                                                  const FactBase& base);

/// The same of one row.
[[nodiscard]] std::vector<const Fact*> facts_of_row(const query::Table& table, std::size_t row,
                                                    const graph::Snapshot& graph, const FactBase& base);

}  // namespace entente::app
