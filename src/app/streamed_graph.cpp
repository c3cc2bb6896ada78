// SPDX-License-Identifier: Apache-2.0
#include "app/streamed_graph.hpp"

#include <algorithm>

#include "graph/knowledge_graph.hpp"
#include "importers/graph_block.hpp"

namespace entente::app {

namespace {

void join_labels(std::vector<std::string>& labels, const std::vector<std::string>& more) {
  for (const std::string& label : more)
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
}

/// From which file it came, where it was imported.
void mark(graph::Map& properties, const std::map<std::string, std::string>& files, const std::string& id) {
  const auto file = files.find(id);
  if (file != files.end()) properties.emplace(importers::kImported, file->second);
}

}  // namespace

std::optional<graph::NodeId> StreamedGraph::node_of(std::string_view entity_id) const {
  const auto place = facts_.names.place(entity_id);
  return place ? std::optional(static_cast<graph::NodeId>(*place)) : std::nullopt;
}

void StreamedGraph::enrich(graph::NodeId node, const std::vector<std::string>& labels,
                           const graph::Map& properties) {
  More& more = more_[node];
  join_labels(more.labels, labels);
  more.properties.insert(properties.begin(), properties.end());
}

void StreamedGraph::add_nodes(graph::SnapshotBuilder& builder) {
  for (std::size_t i = 0; i < facts_.entities.size(); ++i) {
    const Entity& entity = facts_.entities[i];
    auto labels = graph::node_labels(entity);
    graph::Map properties = graph::node_properties(entity);
    mark(properties, facts_.marks.entities, entity.id);
    if (const auto found = more_.find(static_cast<graph::NodeId>(i)); found != more_.end()) {
      join_labels(labels, found->second.labels);
      properties.insert(found->second.properties.begin(), found->second.properties.end());
    }
    builder.add_node(labels);
    for (const auto& [name, value] : properties) builder.set_of_node(builder.key(name), value);
  }
  std::vector<Entity>().swap(facts_.entities);
}

Status StreamedGraph::add_edge(const Fact& fact, graph::SnapshotBuilder& builder) const {
  const auto source = node_of(fact.subject), target = node_of(fact.object);
  if (!source || !target) return {};
  graph::Map properties = graph::edge_properties(facts_.names, fact);
  mark(properties, facts_.marks.facts, fact.id);
  builder.add_edge(*source, *target, fact.relation);
  for (const auto& [name, value] : properties) builder.set_of_edge(builder.key(name), value);
  return {};
}

Status StreamedGraph::add_edges(graph::SnapshotBuilder& builder) {
  return facts_.each([&](const Fact& fact) { return add_edge(fact, builder); });
}

}  // namespace entente::app
