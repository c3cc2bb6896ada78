// SPDX-License-Identifier: Apache-2.0
#include "app/answer_graph.hpp"

#include <set>

namespace entente::app {

namespace {

/// Collects what values show, and what that names.
class Part {
 public:
  Part(const graph::Snapshot& graph, const FactBase& base) : graph_(graph), base_(base) {}

  void add(const query::Value& value) {
    std::vector<const query::Value*> to_do = {&value};
    while (!to_do.empty()) {
      const query::Value& next = *to_do.back();
      to_do.pop_back();
      if (const auto* node = next.as<graph::NodeId>()) add_node(*node);
      if (const auto* edge = next.as<graph::EdgeId>()) add_edge(*edge);
      if (const auto* path = next.as<query::Path>()) {
        for (const graph::NodeId node : path->nodes) add_node(node);
        for (const graph::EdgeId edge : path->edges) add_edge(edge);
      }
      if (const auto* list = next.as<query::List>())
        for (const query::Value& item : *list) to_do.push_back(&item);
      if (const auto* map = next.as<query::Map>())
        for (const auto& [key, item] : *map) to_do.push_back(&item);
    }
  }

  void add(const Fact& fact) { add_fact(fact.id); }

  [[nodiscard]] FactBase take() const {
    FactBase part;
    for (const Document& document : base_.documents)
      if (documents_.count(document.id) != 0) part.documents.push_back(document);
    for (const Entity& entity : base_.entities)
      if (entities_.count(entity.id) != 0) part.entities.push_back(entity);
    for (const Fact& fact : base_.facts)
      if (facts_.count(fact.id) != 0) part.facts.push_back(fact);
    return part;
  }

 private:
  template <class Id>
  [[nodiscard]] std::string id_of(Id id) const {
    const auto cell = graph_.cell(id, "id");
    return cell.kind == graph::Cell::Kind::text ? std::string(cell.bytes) : std::string();
  }

  void add_node(graph::NodeId node) { entities_.insert(id_of(node)); }
  void add_edge(graph::EdgeId edge) { add_fact(id_of(edge)); }

  /// The fact and those that it is about; a set of facts already seen bounds the way.
  void add_fact(const std::string& id) {
    std::vector<std::string> to_do = {id};
    while (!to_do.empty()) {
      const Fact* fact = base_.fact(to_do.back());
      to_do.pop_back();
      if (fact == nullptr || !facts_.insert(fact->id).second) continue;
      for (const std::string* name :
           {&fact->subject, &fact->object, &fact->attributed_to, &fact->where, &fact->meeting, &fact->topic})
        entities_.insert(*name);
      entities_.insert(fact->resources.begin(), fact->resources.end());
      for (const Evidence& evidence : fact->evidence) documents_.insert(evidence.document);
      to_do.insert(to_do.end(), fact->content.begin(), fact->content.end());
    }
  }

  const graph::Snapshot& graph_;
  const FactBase& base_;
  std::set<std::string> documents_, entities_, facts_;
};

}  // namespace

Result<FactBase> graph_of_answer(const query::Table& answer, const OpenGraph& graph) {
  const auto base = graph.facts();
  if (!base) return fail(base.error());
  Part part(graph.graph, **base);
  for (const auto& row : answer.rows)
    for (const query::Value& value : row) part.add(value);
  return part.take();
}

FactBase graph_of_facts(const std::vector<const Fact*>& facts, const graph::Snapshot& graph,
                        const FactBase& base) {
  Part part(graph, base);
  for (const Fact* fact : facts) part.add(*fact);
  return part.take();
}

Result<FactBase> graph_of_query(std::string_view text, const OpenGraph& graph,
                                const query::Options& options) {
  const auto query = query::Query::parse(text);
  if (!query) return fail(query.error());
  const auto answer = query->run(graph.graph, &graph.vocabulary, options);
  if (!answer) return fail(answer.error());
  auto part = graph_of_answer(*answer, graph);
  if (!part) return part;
  if (part->entities.empty() && !answer->rows.empty())
    return fail(ErrorKind::data, "the answer has no node and no relationship to export", {},
                "RETURN variables of the pattern, as in MATCH (a)-[r]->(b) RETURN a, r, b");
  return part;
}

}  // namespace entente::app
