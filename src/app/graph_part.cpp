// SPDX-License-Identifier: Apache-2.0
#include "app/graph_part.hpp"

#include <algorithm>
#include <charconv>

#include "app/find_node.hpp"

namespace entente::app {

namespace {

template <class Id>
std::string id_of(const graph::Snapshot& graph, Id id) {
  const auto cell = graph.cell(id, "id");
  return cell.kind == graph::Cell::Kind::text ? std::string(cell.bytes) : std::string();
}

/// The number of "#12", where there are so many.
std::optional<std::uint32_t> number_in(std::string_view handle, std::size_t count) {
  if (!handle.starts_with('#')) return std::nullopt;
  std::uint32_t number = 0;
  const char* end = handle.data() + handle.size();
  const auto [at, error] = std::from_chars(handle.data() + 1, end, number);
  if (error != std::errc() || at != end || number >= count) return std::nullopt;
  return number;
}

std::vector<graph::NodeId> nodes_with_id(const graph::Snapshot& graph, std::string_view id) {
  const auto key = graph.find_key("id");
  if (!key || id.empty()) return {};
  if (auto found = graph.nodes_with(*key, std::string(id))) return std::move(*found);
  std::vector<graph::NodeId> found;
  for (std::size_t i = 0; i < graph.node_count(); ++i)
    if (text_of(graph, static_cast<graph::NodeId>(i), "id") == id)
      found.push_back(static_cast<graph::NodeId>(i));
  return found;
}

std::string day_of(const graph::Snapshot& graph, graph::EdgeId edge, std::string_view name) {
  const auto cell = graph.cell(edge, name);
  if (cell.kind == graph::Cell::Kind::text) return std::string(cell.bytes);
  if (cell.kind != graph::Cell::Kind::day) return {};
  graph::Moment day;
  day.day = cell.number;
  return graph::to_text(day);
}

Entity imported_entity(const graph::Snapshot& graph, graph::NodeId node, std::string id) {
  Entity entity;
  entity.id = std::move(id);
  entity.label = name_of(graph, node);
  entity.cls = graph.labels(node).empty() ? "Node" : graph.labels(node).front();
  entity.aliases = aliases_of(graph, node);
  entity.wikidata = text_of(graph, node, "wikidata");
  return entity;
}

Fact imported_fact(const graph::Snapshot& graph, graph::EdgeId edge, std::string id) {
  Fact fact;
  fact.id = std::move(id);
  fact.relation = graph.type(edge);
  fact.subject = handle_of(graph, graph.source(edge));
  fact.object = handle_of(graph, graph.target(edge));
  fact.confidence = 1;
  if (const auto cell = graph.cell(edge, "confidence"); cell.kind == graph::Cell::Kind::real)
    fact.confidence = cell.real;
  TimeSpan when;
  when.earliest_begin = day_of(graph, edge, "begin");
  when.latest_end = day_of(graph, edge, "end");
  if (when.earliest_begin.empty()) when.earliest_begin = day_of(graph, edge, "date");
  if (!when.earliest_begin.empty() || !when.latest_end.empty()) fact.when = when;
  return fact;
}

}  // namespace

std::string handle_of(const graph::Snapshot& graph, graph::NodeId node) {
  std::string id = id_of(graph, node);
  if (!id.empty() && !id.starts_with('#') && nodes_with_id(graph, id).size() == 1) return id;
  return "#" + std::to_string(static_cast<std::uint32_t>(node));
}

std::string handle_of(const graph::Snapshot& graph, graph::EdgeId edge) {
  std::string id = id_of(graph, edge);
  if (!id.empty() && !id.starts_with('#')) return id;
  return "#" + std::to_string(static_cast<std::uint32_t>(edge));
}

std::optional<graph::NodeId> node_of(const graph::Snapshot& graph, std::string_view handle) {
  if (const auto number = number_in(handle, graph.node_count())) return static_cast<graph::NodeId>(*number);
  const auto found = nodes_with_id(graph, handle);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::optional<graph::EdgeId> edge_of(const graph::Snapshot& graph, const FactBase& base,
                                     std::string_view handle) {
  if (const auto number = number_in(handle, graph.edge_count())) return static_cast<graph::EdgeId>(*number);
  const Fact* fact = base.fact(handle);
  if (fact == nullptr) return std::nullopt;
  const auto node = node_of(graph, fact->subject);
  const auto type = graph.find_type(fact->relation);
  if (!node || !type) return std::nullopt;
  for (const graph::Step step : graph.out(*node, *type))
    if (id_of(graph, step.edge) == handle) return step.edge;
  return std::nullopt;
}

void GraphPart::add(const query::Value& value) {
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

void GraphPart::add_node(graph::NodeId node) {
  const std::string id = id_of(graph_, node);
  if (base_.entity(id) != nullptr) {
    entities_.insert(id);
  } else if (imported_ == Imported::apart) {
    nodes_.insert(node);
  } else if (imported_ == Imported::taken) {
    const std::string handle = handle_of(graph_, node);
    if (imported_entities_.count(handle) == 0)
      imported_entities_.emplace(handle, imported_entity(graph_, node, handle));
  }
}

void GraphPart::add_edge(graph::EdgeId edge) {
  const std::string id = id_of(graph_, edge);
  if (base_.fact(id) != nullptr) return add_fact(id);
  if (imported_ == Imported::left_out) return;
  if (imported_ == Imported::apart) {
    edges_.insert(edge);
    add_node(graph_.source(edge));
    return add_node(graph_.target(edge));
  }
  const std::string handle = handle_of(graph_, edge);
  if (!imported_facts_.emplace(handle, imported_fact(graph_, edge, handle)).second) return;
  add_node(graph_.source(edge));
  add_node(graph_.target(edge));
}

// A set of facts already seen bounds the way.
void GraphPart::add_fact(const std::string& id) {
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

std::optional<exporters::ImportedPart> GraphPart::imported() const {
  if (nodes_.empty() && edges_.empty()) return std::nullopt;
  return exporters::ImportedPart(
      graph_, base_,
      exporters::ImportedPart::Some{{nodes_.begin(), nodes_.end()}, {edges_.begin(), edges_.end()}});
}

FactBase GraphPart::take() const {
  FactBase part;
  for (const std::string& id : documents_)
    if (const Document* document = base_.document(id)) part.documents.push_back(*document);
  for (const std::string& id : entities_)
    if (const Entity* entity = base_.entity(id)) part.entities.push_back(*entity);
  for (const std::string& id : facts_) part.facts.push_back(*base_.fact(id));
  for (const auto& [handle, entity] : imported_entities_) part.entities.push_back(entity);
  for (const auto& [handle, fact] : imported_facts_) part.facts.push_back(fact);
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(part.entities.begin(), part.entities.end(), by_id);
  std::sort(part.facts.begin(), part.facts.end(), by_id);
  return part;
}

}  // namespace entente::app
