// SPDX-License-Identifier: Apache-2.0
#include "ask/name_index.hpp"
#include "graph/freeze.hpp"

#include "support/catch.hpp"

using namespace entente;
using namespace entente::ask;

namespace {

graph::Snapshot world() {
  graph::PropertyGraph graph;
  graph.add_node({"InternationalOrganization"},
                 {{"id", "who"}, {"name", "World Health Organization"}, {"aliases", graph::List{"WHO"}}});
  graph.add_node({"Country"}, {{"id", "kenya"}, {"name", "Kenya"}});
  graph.add_node({"City"}, {{"id", "victoria-a"}, {"name", "Victoria"}});
  graph.add_node({"City"}, {{"id", "victoria-b"}, {"name", "Victoria"}});
  return graph::freeze(graph);
}

const ontology::Gazetteer& gazetteer() {
  static const auto loaded = ontology::Gazetteer::load("ontology");
  REQUIRE(loaded);
  return *loaded;
}

}  // namespace

TEST_CASE("names and aliases are found in any case") {
  const auto graph = world();
  const NameIndex names(graph, gazetteer());
  REQUIRE(names.find("world health organization").size() == 1);
  CHECK(names.find("WHO") == names.find("World Health Organization"));
  CHECK(names.find("Victoria").size() == 2);
  CHECK(names.count_of_name("Victoria") == 2);
  CHECK(names.find("Atlantis").empty());
  CHECK(names.find("").empty());
}

TEST_CASE("the gazetteer's other names lead to the graph's nodes, adjectives are told") {
  const auto graph = world();
  const NameIndex names(graph, gazetteer());
  bool adjective = false;
  CHECK(names.find_in_gazetteer("Kenyan", adjective) == names.find("Kenya"));
  CHECK(adjective);
  CHECK(names.find_in_gazetteer("Peruvian", adjective).empty());  // Peru is not in the graph
}

TEST_CASE("a misspelt name has a nearest one") {
  const auto graph = world();
  const NameIndex names(graph, gazetteer());
  CHECK(names.nearest("Kenja") == "Kenya");
  CHECK_FALSE(names.nearest("Atlantis"));
}
