// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "app/open_graph.hpp"
#include "query/query.hpp"

namespace entente::app {

/// The part of a graph that an answer shows: its nodes, relationships and paths (also inside lists and maps),
/// with the entities, documents and further facts that those facts name. Numbers and texts show nothing.
[[nodiscard]] Result<FactBase> graph_of_answer(const query::Table& answer, const OpenGraph& graph);

/// The same for facts of the base that the graph was made of.
[[nodiscard]] FactBase graph_of_facts(const std::vector<const Fact*>& facts, const graph::Snapshot& graph,
                                      const FactBase& base);

/// The part of the graph that an answer shows; of a question's answer the facts that its rows tell. A data
/// error when that is nothing.
[[nodiscard]] Result<FactBase> shown_part(const query::Table& answer, const OpenGraph& graph);

/// The same for a query's text. An answer without a node or relationship is a data error.
[[nodiscard]] Result<FactBase> graph_of_query(std::string_view text, const OpenGraph& graph,
                                              const query::Options& options);

}  // namespace entente::app
