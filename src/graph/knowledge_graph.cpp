// SPDX-License-Identifier: Apache-2.0
#include "graph/knowledge_graph.hpp"

#include <utility>

namespace entente::graph {

namespace {

void put(Map& map, const char* name, std::string_view text) {
  if (!text.empty()) map.emplace(name, std::string(text));
}

void put_entity(Map& map, const char* name, const KnownNames& known, const std::string& entity_id) {
  if (!entity_id.empty()) map.emplace(name, std::string(known.label(entity_id)));
}

/// The words of the content, or where only facts are known, those facts in short.
std::string content_of(const KnownNames& known, const Fact& fact) {
  if (!fact.content_text.empty()) return fact.content_text;
  std::string text;
  for (const std::string& id : fact.content) {
    const KnownNames::Act* content = known.content(id);
    if (content == nullptr) continue;
    if (!text.empty()) text += "; ";
    text.append(known.label(content->subject)).append(" ").append(content->relation);
    if (!content->object.empty()) text.append(" ").append(known.label(content->object));
  }
  return text;
}

Map evidence_map(const KnownNames& known, const Evidence& evidence) {
  Map map;
  map.emplace("document", evidence.document);
  if (const auto document = known.document(evidence.document)) {
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

void put_entities(Map& map, const KnownNames& known, const Fact& fact) {
  put_entity(map, "attributedTo", known, fact.attributed_to);
  put_entity(map, "where", known, fact.where);
  put_entity(map, "meeting", known, fact.meeting);
  put_entity(map, "topic", known, fact.topic);
  List resources;
  for (const std::string& id : fact.resources) resources.emplace_back(std::string(known.label(id)));
  if (!resources.empty()) map.emplace("resource", std::move(resources));
}

}  // namespace

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

std::vector<std::string> node_labels(const Entity& entity) {
  return entity.cls.empty() ? std::vector<std::string>() : std::vector<std::string>{entity.cls};
}

Map edge_properties(const KnownNames& known, const Fact& fact) {
  Map map;
  map.emplace("id", fact.id);
  map.emplace("modality", std::string(to_text(fact.modality)));
  map.emplace("negated", fact.negated);
  map.emplace("confidence", fact.confidence);
  if (fact.when) put_time(map, *fact.when);
  put_entities(map, known, fact);
  if (fact.quantity) put(map, "quantity", fact.quantity->text);
  put(map, "mode", fact.mode);
  put(map, "context", fact.context);
  put(map, "office", fact.office);
  put(map, "content", content_of(known, fact));
  List evidence;
  for (const Evidence& each : fact.evidence) evidence.emplace_back(evidence_map(known, each));
  map.emplace("evidence", std::move(evidence));
  put(map, "decision", std::string(to_text(fact.verdict)));
  if (!fact.notes.empty()) map.emplace("notes", List(fact.notes.begin(), fact.notes.end()));
  return map;
}

PropertyGraph to_property_graph(const FactBase& base) {
  PropertyGraph graph;
  for (const Entity& entity : base.entities) graph.add_node(node_labels(entity), node_properties(entity));
  const KnownNames known(base);
  for (const Fact& fact : base.facts) {
    const auto source = known.place(fact.subject), target = known.place(fact.object);
    if (source && target)
      graph.add_edge(static_cast<NodeId>(*source), static_cast<NodeId>(*target), fact.relation,
                     edge_properties(known, fact));
  }
  return graph;
}

}  // namespace entente::graph
