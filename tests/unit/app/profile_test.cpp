// SPDX-License-Identifier: Apache-2.0
#include "app/profile.hpp"

#include "app/find_node.hpp"
#include "graph/freeze.hpp"
#include "graph/knowledge_graph.hpp"
#include "small_base.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;

namespace {

/// The small base, of whose facts the asserted one has a time, and an imported town of Italy.
/// `met`: so many more edges, a year apart.
OpenGraph small_graph(int met = 0) {
  FactBase base = test::small_base();
  base.documents[0].date = "2021-05-01";
  for (Fact& fact : base.facts)
    if (is_plain(fact)) {
      fact.when = TimeSpan{};
      fact.when->text = "in May";
      fact.when->earliest_begin = "2021-05-01";
      fact.when->latest_end = "2021-05-31";
      fact.meeting = "rome-summit";
    }
  graph::PropertyGraph graph = graph::to_property_graph(base);
  const auto town = graph.add_node({"City"}, {{"name", graph::Value("Pisa")}, {"id", graph::Value("pisa")}});
  graph.add_node({"Person"}, {{"name", graph::Value("pisa")}, {"id", graph::Value("pisa-2")}});
  graph.add_edge(static_cast<graph::NodeId>(1), town, "HAS_TOWN", {});
  for (int i = 0; i < met; ++i)
    graph.add_edge(static_cast<graph::NodeId>(0), static_cast<graph::NodeId>(1), "MET",
                   {{"begin", graph::Value("202" + std::to_string(i) + "-01-01")}});
  return OpenGraph({}, graph::freeze(graph), std::move(base));
}

std::vector<std::string> ids_of(const OpenGraph& graph, const char* name) {
  const auto found = find_nodes(graph.graph, name);
  std::vector<std::string> ids;
  if (found)
    for (const NamedNode& each : *found) ids.push_back(each.id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a thing is found by id, name and alias, then without case, marks and article") {
  const OpenGraph graph = small_graph();
  CHECK(ids_of(graph, "china") == Ids{"china"});
  CHECK(ids_of(graph, "PRC") == Ids{"china"});
  CHECK(ids_of(graph, "the prc") == Ids{"china"});
  CHECK(ids_of(graph, "the Rome Summit") == Ids{"rome-summit"});
  CHECK(ids_of(graph, "íTALY") == Ids{"italy"});
}

TEST_CASE("an id and a name as written come before names that are only like it") {
  const OpenGraph graph = small_graph();
  CHECK(ids_of(graph, "Pisa") == Ids{"pisa"});
  CHECK(ids_of(graph, "pisa-2") == Ids{"pisa-2"});
  CHECK(ids_of(graph, "PISA") == Ids{"pisa", "pisa-2"});
}

TEST_CASE("an unknown name is told with the nearest ones") {
  const OpenGraph graph = small_graph();
  const auto chnia = find_nodes(graph.graph, "Chnia");
  REQUIRE_FALSE(chnia);
  CHECK(chnia.error().kind == ErrorKind::data);
  CHECK(chnia.error().hint == "did you mean 'China'?");
  CHECK(find_nodes(graph.graph, "summit").error().hint == "did you mean 'Rome summit'?");
  CHECK(find_nodes(graph.graph, "Ouagadougou").error().hint.empty());
  CHECK_FALSE(find_nodes(graph.graph, ""));
}

TEST_CASE("a profile tells plain facts and counts the others") {
  const OpenGraph graph = small_graph();
  const Profile china = *profile_of(graph, static_cast<graph::NodeId>(0), {});
  CHECK(china.name == "China");
  CHECK(china.aliases == std::vector<std::string>{"PRC"});
  CHECK(china.classes == std::vector<std::string>{"Country"});
  CHECK(china.facts == 1);
  CHECK(china.hidden == 2);
  REQUIRE(china.relations.size() == 1);
  CHECK(china.relations[0].relation == "providedAidTo");
  CHECK(china.relations[0].side == ProfileRelation::Side::out);
  CHECK(china.relations[0].with == std::vector<std::string>{"Italy"});
  REQUIRE(china.timeline.size() == 1);
  CHECK(china.timeline[0].begin == "2021-05-01");
  REQUIRE(china.sentences.size() == 1);
  CHECK(china.sentences[0].text == "China sent masks to Italy.");
  CHECK(china.sentences[0].name == "a.txt");
  CHECK(china.sentences[0].date == "2021-05-01");
  CHECK(china.sentences[0].end == 26);
  CHECK(china.sentences[0].facts.size() == 1);
}

TEST_CASE("with all facts planned and denied ones are told too, one sentence once") {
  const OpenGraph graph = small_graph();
  const Profile china = *profile_of(graph, static_cast<graph::NodeId>(0), {true, 10});
  CHECK(china.facts == 3);
  CHECK(china.hidden == 0);
  CHECK(china.relations.size() == 3);
  REQUIRE(china.sentences.size() == 1);
  CHECK(china.sentences[0].facts.size() == 3);
}

TEST_CASE("a profile has edges that come in, imported ones, and facts that name the thing otherwise") {
  const OpenGraph graph = small_graph();
  const Profile italy = *profile_of(graph, static_cast<graph::NodeId>(1), {});
  REQUIRE(italy.relations.size() == 2);
  CHECK(italy.relations[0].relation == "HAS_TOWN");
  CHECK(italy.relations[0].label == "HAS_TOWN");
  CHECK(italy.relations[1].side == ProfileRelation::Side::in);
  CHECK(italy.relations[1].with == std::vector<std::string>{"China"});
  const Profile summit = *profile_of(graph, static_cast<graph::NodeId>(2), {});
  CHECK(summit.facts == 0);
  CHECK(summit.hidden == 1);
  REQUIRE(summit.parts.size() == 1);
  CHECK(summit.parts[0].part == "meeting");
  const Profile town = *profile_of(graph, static_cast<graph::NodeId>(3), {});
  CHECK(town.facts == 1);
  CHECK(town.sentences.empty());
}

TEST_CASE("lists are cut to what was asked for, counts are not") {
  const OpenGraph graph = small_graph(5);
  const Profile china = *profile_of(graph, static_cast<graph::NodeId>(0), {false, 2});
  CHECK(china.timed == 6);
  REQUIRE(china.timeline.size() == 2);
  CHECK(china.timeline[0].begin == "2023-01-01");  // the latest, in the order of time
  CHECK(china.timeline[1].begin == "2024-01-01");
}
