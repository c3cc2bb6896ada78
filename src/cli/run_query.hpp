// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "app/open_graph.hpp"
#include "cli/console.hpp"
#include "cli/grid.hpp"
#include "query/graph_index.hpp"
#include "query/query.hpp"

namespace entente::cli {

/// Runs one statement and shows its answer, the number of hidden facts on err; or tells the error with a
/// caret under its place. The index is of the graph, for all its statements. show_all_hint says how to see
/// hidden facts ("--facts all"). table gets the answer when it is not null.
[[nodiscard]] ExitCode run_query(const std::string& text, const app::OpenGraph& graph,
                                 query::GraphIndex& index, const query::Options& options,
                                 const std::optional<Format>& format, const std::string& show_all_hint,
                                 const Console& console, query::Table* table = nullptr);

}  // namespace entente::cli
