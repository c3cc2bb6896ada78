// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/open_graph.hpp"
#include "exporters/imported_part.hpp"
#include "query/query.hpp"

namespace entente::app {

/// What is exported of a graph: its facts, and what was imported beside them.
struct ExportPart {
  FactBase facts;
  std::optional<exporters::ImportedPart> imported;  ///< nothing where nothing was

  [[nodiscard]] bool empty() const { return facts.entities.empty() && (!imported || imported->empty()); }
  /// To hand to Options, which do not own it.
  [[nodiscard]] const exporters::ImportedPart* imported_part() const {
    return imported ? &*imported : nullptr;
  }
};

/// All that was imported into the graph beside its facts; nothing where nothing was.
[[nodiscard]] std::optional<exporters::ImportedPart> imported_part(const graph::Snapshot& graph,
                                                                   const FactBase& base);

/// The part of a graph that an answer shows: its nodes, relationships and paths (also inside lists and maps),
/// with the entities, documents and further facts that those facts name, and the ends of imported
/// relationships. Numbers and texts show nothing.
[[nodiscard]] Result<ExportPart> graph_of_answer(const query::Table& answer, const OpenGraph& graph);

/// The same for facts of the base that the graph was made of.
[[nodiscard]] ExportPart graph_of_facts(const std::vector<const Fact*>& facts, const graph::Snapshot& graph,
                                        const FactBase& base);

/// The part of the graph that an answer shows; of a question's answer the facts that its rows tell. A data
/// error when that is nothing.
[[nodiscard]] Result<ExportPart> shown_part(const query::Table& answer, const OpenGraph& graph);

/// The same for a query's text. An answer without a node or relationship is a data error.
[[nodiscard]] Result<ExportPart> graph_of_query(std::string_view text, const OpenGraph& graph,
                                                const query::Options& options);

}  // namespace entente::app
