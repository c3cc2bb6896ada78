// SPDX-License-Identifier: Apache-2.0
#include "app/find_node.hpp"
#include "app/value_json.hpp"
#include "app/version.hpp"
#include "query/saved.hpp"
#include "serve/api.hpp"
#include "serve/call_fields.hpp"
#include "serve/view.hpp"

// What is told of the graph and its nodes.

namespace entente::serve {

namespace {

constexpr std::size_t kMostFound = 100, kMostNeighbours = 2'000, kNeighbours = 200, kMostIds = 50'000;

Json node_json(const graph::Snapshot& graph, graph::NodeId node) {
  return {{"id", app::handle_of(graph, node)},
          {"name", app::name_of(graph, node)},
          {"labels", graph.labels(node)},
          {"edges", graph.out_degree(node) + graph.in_degree(node)}};
}

Result<graph::NodeId> node_in(const Call& call, const graph::Snapshot& graph) {
  const auto id = needed(call, "id");
  if (!id) return fail(id.error());
  const auto node = app::node_of(graph, *id);
  if (!node) return fail(ErrorKind::data, "no node has the id '" + *id + "'");
  return *node;
}

Reply not_found(const Error& error) {
  Reply reply = error_reply(error);
  if (error.kind == ErrorKind::data) reply.status = 404;
  return reply;
}

Json counts_of_labels(const graph::Snapshot& graph) {
  std::map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < graph.label_set_count(); ++i) {
    const auto set = static_cast<graph::LabelSetId>(i);
    for (const std::string& label : graph.labels(set)) counts[label] += graph.nodes(set).size();
  }
  return counts;
}

Json counts_of_types(const graph::Snapshot& graph) {
  Json counts = Json::object();
  for (std::uint32_t i = 0; i < graph.type_count(); ++i) {
    const auto type = static_cast<graph::TypeId>(i);
    counts[graph.type(type)] =
        static_cast<std::size_t>(graph.end_edge(type)) - static_cast<std::size_t>(graph.first_edge(type));
  }
  return counts;
}

/// Edges at a node that only those see who ask for all facts.
std::size_t set_aside_at(const graph::Snapshot& graph, graph::NodeId node) {
  std::size_t count = 0;
  if (!graph.has_set_aside()) return count;
  const auto add = [&](const graph::Steps& steps) {
    for (const graph::Step step : steps) count += graph.is_set_aside(step.edge) ? 1 : 0;
  };
  for (const graph::TypeId type : graph.out_types(node)) add(graph.out(node, type));
  for (const graph::TypeId type : graph.in_types(node)) add(graph.in(node, type));
  return count;
}

}  // namespace

Reply Api::stats(const Call&) {
  const auto live = graphs_.now();
  const graph::Snapshot& graph = live->graph();
  std::size_t set_aside = 0;
  if (graph.has_set_aside())
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i)
      set_aside += graph.is_set_aside(static_cast<graph::EdgeId>(i)) ? 1 : 0;
  Json json = {{"graph", live->tag()},
               {"version", app::version()},
               {"file", options_.graph.filename().string()},
               {"documents", live->base().documents.size()},
               {"nodes", graph.node_count()},
               {"edges", graph.edge_count()},
               {"setAside", set_aside},
               {"writable", options_.write},
               {"labels", counts_of_labels(graph)},
               {"types", counts_of_types(graph)},
               {"limits",
                {{"rows", options_.limits.max_rows},
                 {"milliseconds", options_.limits.timeout_ms},
                 {"body", options_.limits.max_body}}}};
  if (const std::string trouble = graphs_.trouble(); !trouble.empty()) json["trouble"] = trouble;
  return {200, "application/json", to_text(json), {}};
}

Reply Api::view(const Call& call) {
  const auto all = wants_all_facts(call);
  if (!all) return error_reply(all.error());
  const auto live = graphs_.now();
  const Json head = {{"graph", live->tag()}, {"edges", live->graph().edge_count()}};
  return {200, "application/json", with_field(head, "view", live->overview(*all)), {}};
}

Reply Api::search(const Call& call) {
  const auto words = needed(call, "q");
  if (!words) return error_reply(words.error());
  const auto most = number(call, "limit", 20, kMostFound);
  if (!most) return error_reply(most.error());
  const auto live = graphs_.now();
  Json nodes = Json::array();
  for (const graph::NodeId node : live->search().find(*words, *most))
    nodes.push_back(node_json(live->graph(), node));
  return {200, "application/json", to_text({{"graph", live->tag()}, {"nodes", nodes}}), {}};
}

Reply Api::node(const Call& call) {
  const auto live = graphs_.now();
  const graph::Snapshot& graph = live->graph();
  const auto node = node_in(call, graph);
  if (!node) return not_found(node.error());
  Json json = node_json(graph, *node);
  json["aliases"] = app::aliases_of(graph, *node);
  json["properties"] = Json::object();
  for (const auto& [name, value] : graph.properties(*node))
    json["properties"][name] = app::to_json(value, graph);
  return {200, "application/json", to_text({{"graph", live->tag()}, {"node", json}}), {}};
}

Reply Api::neighbours(const Call& call) {
  const auto all = wants_all_facts(call);
  if (!all) return error_reply(all.error());
  const auto most = number(call, "limit", kNeighbours, kMostNeighbours);
  if (!most) return error_reply(most.error());
  const auto live = graphs_.now();
  const graph::Snapshot& graph = live->graph();
  const auto node = node_in(call, graph);
  if (!node) return not_found(node.error());
  app::GraphPart part = part_of(*live);
  part.add_node(*node);
  const std::vector<graph::EdgeId> edges = edges_at(graph, *node, *all, *most);
  for (const graph::EdgeId edge : edges) part.add_edge(edge);
  const Json head = {{"graph", live->tag()},
                     {"node", app::handle_of(graph, *node)},
                     {"edges", graph.out_degree(*node) + graph.in_degree(*node)},
                     {"setAside", *all ? 0 : set_aside_at(graph, *node)},
                     {"shown", edges.size()}};
  return {200, "application/json", with_field(head, "view", view_json(part.take(), *live, *all)), {}};
}

Reply Api::part(const Call& call) {
  JsonFields fields(call.body);
  const std::vector<std::string> nodes = fields.texts("nodes", kMostIds),
                                 facts = fields.texts("facts", kMostIds);
  const bool all = fields.one_of("kinds", {"asserted", "all"}) == "all";
  if (const Status good = fields.done(); !good) return error_reply(good.error());
  const auto live = graphs_.now();
  app::GraphPart part = part_of(*live);
  for (const std::string& id : nodes)
    if (const auto node = app::node_of(live->graph(), id)) part.add_node(*node);
  for (const std::string& id : facts)
    if (const auto edge = app::edge_of(live->graph(), live->base(), id))
      part.add_edge(*edge);
    else if (live->base().fact(id) != nullptr)
      part.add_fact(id);
  const Json head = {{"graph", live->tag()}};
  return {200, "application/json", with_field(head, "view", view_json(part.take(), *live, all)), {}};
}

Reply Api::saved(const Call&) {
  const auto folder = app::find_queries(options_.queries);
  if (!folder) return {200, "application/json", to_text({{"queries", Json::array()}}), {}};
  const auto queries = query::load_saved_queries(*folder);
  if (!queries) return error_reply(queries.error());
  const graph::Snapshot none;  // parameters are plain values
  Json list = Json::array();
  for (const query::SavedQuery& query : *queries) {
    Json parameters = Json::object();
    for (const auto& [name, value] : query.parameters) parameters[name] = app::to_json(value, none);
    list.push_back({{"name", query.name},
                    {"title", query.title},
                    {"description", query.description},
                    {"parameters", parameters},
                    {"query", query.text}});
  }
  return {200, "application/json", to_text({{"queries", list}}), {}};
}

}  // namespace entente::serve
