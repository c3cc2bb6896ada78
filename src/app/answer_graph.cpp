// SPDX-License-Identifier: Apache-2.0
#include "app/answer_graph.hpp"

#include "app/fact_of_row.hpp"
#include "app/graph_part.hpp"

namespace entente::app {

std::optional<exporters::ImportedPart> imported_part(const graph::Snapshot& graph, const FactBase& base) {
  std::optional<exporters::ImportedPart> imported(std::in_place, graph, base);
  if (imported->empty()) imported.reset();
  return imported;
}

Result<ExportPart> graph_of_answer(const query::Table& answer, const OpenGraph& graph) {
  const auto base = graph.facts();
  if (!base) return fail(base.error());
  GraphPart part(graph.graph, **base, GraphPart::Imported::apart);
  for (const auto& row : answer.rows)
    for (const query::Value& value : row) part.add(value);
  return ExportPart{part.take(), part.imported()};
}

ExportPart graph_of_facts(const std::vector<const Fact*>& facts, const graph::Snapshot& graph,
                          const FactBase& base) {
  GraphPart part(graph, base, GraphPart::Imported::apart);
  for (const Fact* fact : facts) part.add_fact(fact->id);
  return {part.take(), std::nullopt};
}

Result<ExportPart> shown_part(const query::Table& answer, const OpenGraph& graph) {
  auto part = graph_of_answer(answer, graph);
  if (!part) return part;
  if (part->empty()) {
    const auto base = graph.facts();
    if (!base) return fail(base.error());
    std::vector<const Fact*> facts;
    for (const auto& row : facts_of_rows(answer, graph.graph, **base))
      facts.insert(facts.end(), row.begin(), row.end());
    part = graph_of_facts(facts, graph.graph, **base);
  }
  if (part->empty())
    return fail(ErrorKind::data, "the answer shows no entity and no fact", {},
                "RETURN variables of the pattern, as in MATCH (a)-[r]->(b) RETURN a, r, b");
  return part;
}

Result<ExportPart> graph_of_query(std::string_view text, const OpenGraph& graph,
                                  const query::Options& options) {
  const auto query = query::Query::parse(text);
  if (!query) return fail(query.error());
  const auto answer = query->run(graph.graph, &graph.vocabulary, options);
  if (!answer) return fail(answer.error());
  auto part = graph_of_answer(*answer, graph);
  if (!part) return part;
  if (part->empty() && !answer->rows.empty())
    return fail(ErrorKind::data, "the answer has no node and no relationship to export", {},
                "RETURN variables of the pattern, as in MATCH (a)-[r]->(b) RETURN a, r, b");
  return part;
}

}  // namespace entente::app
