// SPDX-License-Identifier: Apache-2.0
#include "importers/graphml_import.hpp"
#include "row_of.hpp"
#include "support/catch.hpp"

using namespace entente;
using importers::GraphBlock;

namespace {

struct Imported {
  std::vector<GraphBlock> blocks;
  Status status;
};

Imported import(const std::string& body) {
  Imported imported;
  importers::NodeIds ids;
  const auto take = [&](const std::string& bytes) -> Status {
    imported.blocks.push_back(*GraphBlock::read(bytes));
    return {};
  };
  importers::GraphSink sink(
      ids, [](std::string_view) -> Result<bool> { return false; }, take);
  imported.status = importers::import_graphml("<graphml xmlns=\"x\">" + body + "</graphml>", "g", sink);
  if (imported.status) imported.status = sink.finish();
  return imported;
}

}  // namespace

TEST_CASE("GraphML of others: keys are properties, labels and types as Neo4j and NetworkX write them") {
  const auto imported = import(
      "<key id=\"d0\" for=\"node\" attr.name=\"age\" attr.type=\"int\"/><key id=\"labels\" for=\"node\" "
      "attr.name=\"labels\"/><key id=\"w\" attr.name=\"weight\" attr.type=\"double\"/><graph "
      "edgedefault=\"directed\">"
      "<node id=\"a\"><data key=\"d0\">7</data><data key=\"labels\">:Person:Author</data></node><node "
      "id=\"b\"/>"
      "<edge source=\"a\" target=\"b\" label=\"KNOWS\"><data key=\"w\">0.5</data></edge><edge source=\"b\" "
      "target=\"a\"/>"
      "</graph>");
  REQUIRE(imported.status);
  REQUIRE(imported.blocks.size() == 2);
  const GraphBlock &nodes = imported.blocks[0], &edges = imported.blocks[1];
  CHECK(nodes.labels(0) == std::vector<std::string>{"Person", "Author"});
  CHECK(test::row_of(nodes, 0) == graph::Map{{"age", 7}, {"id", "a"}});
  CHECK(edges.type(0) == "KNOWS");
  CHECK(test::row_of(edges, 0) == graph::Map{{"weight", 0.5}});
  CHECK(edges.type(1) == "RELATED");
  CHECK(edges.source(1) == 1);
}

TEST_CASE("GraphML that cannot be imported is refused with a place") {
  const auto message = [](const std::string& body) { return to_text(import(body).status.error()); };
  CHECK_THAT(message("<graph edgedefault=\"undirected\"/>"), Catch::Contains("g:1:20: an undirected graph"));
  CHECK_THAT(message("<graph><node id=\"a\"/><edge source=\"a\" target=\"b\"/></graph>"),
             Catch::Contains("there is no node with the id 'b'"));
  CHECK_THAT(message("<graph><node id=\"a\"/><node id=\"a\"/></graph>"), Catch::Contains("already"));
  CHECK_THAT(message("<graph><node/></graph>"), Catch::Contains("this node has no id"));
  CHECK_THAT(message("<graph><node id=\"a\"><data key=\"k\">1</data></node></graph>"),
             Catch::Contains("there is no key 'k'"));
  CHECK_THAT(
      message(
          "<key id=\"k\" attr.type=\"int\"/><graph><node id=\"a\"><data key=\"k\">x</data></node></graph>"),
      Catch::Contains("'x' is not a whole number"));
}
