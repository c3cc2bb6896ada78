// SPDX-License-Identifier: Apache-2.0
#include "graph/knowledge_graph.hpp"

#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::graph;

Entity make_entity(std::string id, std::string label, std::string cls) {
  Entity entity;
  entity.id = std::move(id);
  entity.label = std::move(label);
  entity.cls = std::move(cls);
  entity.mentions = 2;
  return entity;
}

FactBase small_base() {
  FactBase base;
  Document document = make_document("China gave masks to Kenya.", "one.txt");
  document.date = "2020-06-01";
  Entity kenya = make_entity("kenya", "Kenya", "Country");
  kenya.aliases = {"Republic of Kenya"};
  kenya.wikidata = "Q114";
  base.entities = {make_entity("china", "China", "Country"), kenya,
                   make_entity("masks", "masks", "Resource")};
  Fact fact;
  fact.relation = "providedAidTo";
  fact.subject = "china";
  fact.object = "kenya";
  fact.resources = {"masks"};
  fact.when = TimeSpan{"", "", "2020-05-21", "2020-05-31", "part of month", "By late May"};
  fact.confidence = 0.75;
  fact.evidence = {
      Evidence{document.id, 0, 26, 0, document.text, "gave", "give/active", 0.75, document.id + "-6"}};
  fact.id = "00000000000000aa";
  base.facts = {fact};
  base.documents = {document};
  return base;
}

TEST_CASE("an entity becomes a node with its class as label") {
  const PropertyGraph graph = to_property_graph(small_base());
  REQUIRE(graph.node_count() == 3);
  const NodeId kenya{1};
  CHECK(graph.labels(kenya) == std::vector<std::string>{"Country"});
  CHECK(graph.properties(kenya) == Map{{"id", "kenya"},
                                       {"name", "Kenya"},
                                       {"class", "Country"},
                                       {"wikidata", "Q114"},
                                       {"aliases", List{Value("Republic of Kenya")}},
                                       {"mentions", 2}});
}

TEST_CASE("a fact becomes an edge with its evidence, absent values left out") {
  const FactBase base = small_base();
  const PropertyGraph graph = to_property_graph(base);
  REQUIRE(graph.edge_count() == 1);
  const EdgeId edge{0};
  CHECK(graph.source(edge) == NodeId{0});
  CHECK(graph.target(edge) == NodeId{1});
  CHECK(graph.type(edge) == "providedAidTo");
  const Map evidence = {{"document", base.documents[0].id},
                        {"name", "one.txt"},
                        {"date", "2020-06-01"},
                        {"begin", 0},
                        {"end", 26},
                        {"sentence", "China gave masks to Kenya."},
                        {"trigger", "gave"},
                        {"rule", "give/active"},
                        {"confidence", 0.75}};
  CHECK(graph.properties(edge) == Map{{"id", "00000000000000aa"},
                                      {"modality", "Asserted"},
                                      {"negated", false},
                                      {"confidence", 0.75},
                                      {"resource", List{Value("masks")}},
                                      {"when", "By late May"},
                                      {"end", "2020-05-31"},
                                      {"evidence", List{Value(evidence)}}});
}

TEST_CASE("a fact without an object is no edge") {
  FactBase base = small_base();
  base.facts[0].object.clear();
  CHECK(to_property_graph(base).edge_count() == 0);
}

TEST_CASE("content is its words, or the facts it stands for") {
  FactBase base = small_base();
  Fact call = base.facts[0];
  call.id = "00000000000000bb";
  call.relation = "calledOn";
  call.content = {"00000000000000aa"};
  base.facts.push_back(call);
  CHECK(to_property_graph(base).properties(EdgeId{1}).at("content") == Value("China providedAidTo Kenya"));
  base.facts[1].content_text = "to help";
  CHECK(to_property_graph(base).properties(EdgeId{1}).at("content") == Value("to help"));
}

}  // namespace
