// SPDX-License-Identifier: Apache-2.0
#include "graph/property_graph.hpp"

#include "support/catch.hpp"

namespace {

using namespace entente::graph;
using Strings = std::vector<std::string>;

std::vector<std::uint32_t> edges_of(const std::vector<Step>& steps) {
  std::vector<std::uint32_t> out;
  for (const Step& step : steps) out.push_back(static_cast<std::uint32_t>(step.edge));
  return out;
}

TEST_CASE("an empty graph has nothing") {
  const PropertyGraph graph;
  CHECK(graph.node_count() == 0);
  CHECK(graph.edge_count() == 0);
  CHECK(graph.all_labels().empty());
  CHECK(graph.all_types().empty());
  CHECK(graph.all_property_names().empty());
}

TEST_CASE("parallel edges and loops are edges of their own") {
  PropertyGraph graph;
  const NodeId a = graph.add_node({"A"}, {});
  const NodeId b = graph.add_node({}, {});
  const EdgeId first = graph.add_edge(a, b, "knows", {{"since", 1999}});
  const EdgeId second = graph.add_edge(a, b, "knows", {});
  const EdgeId loop = graph.add_edge(b, b, "likes", {});
  REQUIRE(graph.edge_count() == 3);
  CHECK(first != second);
  CHECK(graph.properties(first) == Map{{"since", 1999}});
  CHECK(graph.properties(second).empty());
  CHECK(graph.source(loop) == b);
  CHECK(graph.target(loop) == b);
  CHECK(graph.type(loop) == "likes");
  CHECK(edges_of(graph.out(a)) == std::vector<std::uint32_t>{0, 1});
  CHECK(edges_of(graph.in(b)) == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(edges_of(graph.out(b)) == std::vector<std::uint32_t>{2});
  CHECK(graph.in(a).empty());
  CHECK(graph.out(a)[0].node == b);
  CHECK(graph.in(b)[0].node == a);
}

TEST_CASE("labels keep their order, the lists of names are sorted") {
  PropertyGraph graph;
  const NodeId node = graph.add_node({"Zebra", "Animal"}, {{"stripes", true}});
  graph.add_node({"Animal"}, {{"age", 3}});
  graph.add_edge(node, node, "b", {{"weight", 0.5}});
  graph.add_edge(node, node, "a", {});
  graph.add_edge(node, node, "b", {});
  CHECK(graph.labels(node) == Strings{"Zebra", "Animal"});
  CHECK(graph.all_labels() == Strings{"Animal", "Zebra"});
  CHECK(graph.all_types() == Strings{"a", "b"});
  CHECK(graph.all_property_names() == Strings{"age", "stripes", "weight"});
}

TEST_CASE("names stay where they are while the graph grows and moves") {
  PropertyGraph graph;
  const NodeId first = graph.add_node({"First"}, {});
  const EdgeId loop = graph.add_edge(first, first, "type", {{"n", 0}});
  const Strings* labels = &graph.labels(first);
  const std::string* type = &graph.type(loop);
  for (int i = 0; i < 5000; ++i) {
    const NodeId node = graph.add_node({"L" + std::to_string(i % 100)}, {{"i", i}});
    graph.add_edge(first, node, "t" + std::to_string(i % 7), {{"i", i}});
  }
  const PropertyGraph moved = std::move(graph);
  CHECK(&moved.labels(first) == labels);
  CHECK(&moved.type(loop) == type);
  CHECK(moved.out(first).size() == 5001);
  const Step last = moved.out(first).back();
  CHECK(moved.properties(last.node) == Map{{"i", 4999}});
  CHECK(moved.properties(last.edge) == Map{{"i", 4999}});
}

TEST_CASE("what enriches adds and never changes") {
  PropertyGraph graph;
  const NodeId a = graph.add_node({"A"}, {{"name", "x"}});
  const EdgeId loop = graph.add_edge(a, a, "knows", {{"since", 1999}});
  graph.enrich(a, {"B", "A"}, {{"name", "y"}, {"age", 7}});
  graph.enrich(loop, {{"since", 2000}, {"note", "z"}});
  CHECK(graph.labels(a) == Strings{"A", "B"});
  CHECK(graph.properties(a) == Map{{"age", 7}, {"name", "x"}});
  CHECK(graph.properties(loop) == Map{{"note", "z"}, {"since", 1999}});
}

}  // namespace
