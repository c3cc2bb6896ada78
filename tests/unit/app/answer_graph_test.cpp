// SPDX-License-Identifier: Apache-2.0
#include "app/answer_graph.hpp"
#include "graph/freeze.hpp"

#include "graph/knowledge_graph.hpp"
#include "small_base.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;

namespace {

OpenGraph small_graph() {
  auto vocabulary = ontology::Vocabulary::load("ontology");
  REQUIRE(vocabulary);
  FactBase base = test::small_base();
  graph::Snapshot graph = graph::freeze(graph::to_property_graph(base));
  return OpenGraph(std::move(*vocabulary), std::move(graph), std::move(base));
}

std::vector<std::string> entities_of(const FactBase& base) {
  std::vector<std::string> ids;
  for (const Entity& entity : base.entities) ids.push_back(entity.id);
  return ids;
}

FactBase part(const std::string& query, bool all_facts = false) {
  query::Options options;
  options.all_facts = all_facts;
  const auto found = graph_of_query(query, small_graph(), options);
  REQUIRE(found);
  return found->facts;
}

}  // namespace

TEST_CASE("a relationship brings its ends and its document, a node only itself") {
  const FactBase edge = part("MATCH (a)-[r:providedAidTo]->(b) RETURN r");
  CHECK(edge.facts.size() == 1);
  CHECK(entities_of(edge) == std::vector<std::string>{"china", "italy"});
  CHECK(edge.documents.size() == 1);
  const FactBase node = part("MATCH (a:Meeting) RETURN a");
  CHECK(node.facts.empty());
  CHECK(entities_of(node) == std::vector<std::string>{"rome-summit"});
  CHECK(node.documents.empty());
}

TEST_CASE("paths, lists and maps show what is in them") {
  CHECK(part("MATCH p = (a)-[:providedAidTo]->(b) RETURN p").facts.size() == 1);
  CHECK(part("MATCH (a)-[r]->(b) RETURN [r, {x: a}]", true).facts.size() == 3);
  CHECK(entities_of(part("MATCH (a:Country) RETURN {all: collect(a)}")).size() == 2);
}

TEST_CASE("no row is an empty graph, rows without a node are an error") {
  CHECK(part("MATCH (a {id: 'nobody'}) RETURN a").entities.empty());
  const auto names = graph_of_query("MATCH (a) RETURN a.name", small_graph(), {});
  REQUIRE_FALSE(names);
  CHECK(names.error().kind == ErrorKind::data);
  CHECK_FALSE(graph_of_query("MATCH (a", small_graph(), {}));
}
