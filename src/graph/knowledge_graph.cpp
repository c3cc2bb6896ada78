// SPDX-License-Identifier: Apache-2.0
#include "graph/knowledge_graph.hpp"

#include <optional>
#include <utility>

namespace entente::graph {

namespace {

void put(Map& map, const char* name, const std::string& text) {
  if (!text.empty()) map.emplace(name, text);
}

std::string label_of(const FactBase& base, const std::string& entity_id) {
  const Entity* entity = base.entity(entity_id);
  return entity == nullptr ? entity_id : entity->label;
}

void put_entity(Map& map, const char* name, const FactBase& base, const std::string& entity_id) {
  if (!entity_id.empty()) map.emplace(name, label_of(base, entity_id));
}

Map node_properties(const Entity& entity) {
  Map map;
  map.emplace("id", entity.id);
  put(map, "name", entity.label);
  put(map, "class", entity.cls);
  put(map, "wikidata", entity.wikidata);
  put(map, "ofClass", entity.of_class);
  if (entity.quantity) put(map, "quantity", entity.quantity->text);
  if (!entity.aliases.empty()) map.emplace("aliases", List(entity.aliases.begin(), entity.aliases.end()));
  map.emplace("mentions", std::int64_t{entity.mentions});
  return map;
}

/// The words of the content, or where only facts are known, those facts in short.
std::string content_of(const FactBase& base, const Fact& fact) {
  if (!fact.content_text.empty()) return fact.content_text;
  std::string text;
  for (const std::string& id : fact.content) {
    const Fact* content = base.fact(id);
    if (content == nullptr) continue;
    if (!text.empty()) text += "; ";
    text.append(label_of(base, content->subject)).append(" ").append(content->relation);
    if (!content->object.empty()) text.append(" ").append(label_of(base, content->object));
  }
  return text;
}

Map evidence_map(const FactBase& base, const Evidence& evidence) {
  Map map;
  map.emplace("document", evidence.document);
  if (const Document* document = base.document(evidence.document)) {
    put(map, "name", document->name);
    put(map, "date", document->date);
  }
  map.emplace("begin", std::int64_t{evidence.begin});
  map.emplace("end", std::int64_t{evidence.end});
  map.emplace("sentence", evidence.text);
  put(map, "trigger", evidence.trigger);
  put(map, "rule", evidence.rule);
  map.emplace("confidence", evidence.confidence);
  return map;
}

void put_time(Map& map, const TimeSpan& when) {
  put(map, "when", when.text);
  put(map, "begin", when.earliest_begin);
  put(map, "end", when.latest_end);
}

void put_entities(Map& map, const FactBase& base, const Fact& fact) {
  put_entity(map, "attributedTo", base, fact.attributed_to);
  put_entity(map, "where", base, fact.where);
  put_entity(map, "meeting", base, fact.meeting);
  put_entity(map, "topic", base, fact.topic);
  List resources;
  for (const std::string& id : fact.resources) resources.emplace_back(label_of(base, id));
  if (!resources.empty()) map.emplace("resource", std::move(resources));
}

Map edge_properties(const FactBase& base, const Fact& fact) {
  Map map;
  map.emplace("id", fact.id);
  map.emplace("modality", std::string(to_text(fact.modality)));
  map.emplace("negated", fact.negated);
  map.emplace("confidence", fact.confidence);
  if (fact.when) put_time(map, *fact.when);
  put_entities(map, base, fact);
  if (fact.quantity) put(map, "quantity", fact.quantity->text);
  put(map, "mode", fact.mode);
  put(map, "context", fact.context);
  put(map, "office", fact.office);
  put(map, "content", content_of(base, fact));
  List evidence;
  for (const Evidence& each : fact.evidence) evidence.emplace_back(evidence_map(base, each));
  map.emplace("evidence", std::move(evidence));
  put(map, "decision", std::string(to_text(fact.verdict)));
  if (!fact.notes.empty()) map.emplace("notes", List(fact.notes.begin(), fact.notes.end()));
  return map;
}

/// Entities are sorted by id and become nodes in that order, so an entity's place is its node.
std::optional<NodeId> node_of(const FactBase& base, const std::string& entity_id) {
  const Entity* entity = base.entity(entity_id);
  if (entity == nullptr) return std::nullopt;
  return static_cast<NodeId>(entity - base.entities.data());
}

}  // namespace

PropertyGraph to_property_graph(const FactBase& base) {
  PropertyGraph graph;
  for (const Entity& entity : base.entities) {
    std::vector<std::string> labels;
    if (!entity.cls.empty()) labels.push_back(entity.cls);
    graph.add_node(std::move(labels), node_properties(entity));
  }
  for (const Fact& fact : base.facts) {
    const auto source = node_of(base, fact.subject);
    const auto target = node_of(base, fact.object);
    if (source && target) graph.add_edge(*source, *target, fact.relation, edge_properties(base, fact));
  }
  return graph;
}

}  // namespace entente::graph
