// SPDX-License-Identifier: Apache-2.0
#include "cli/query_grid.hpp"

#include <limits>

#include "cli/schema_grid.hpp"
#include "graph/freeze.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::cli;

namespace {

struct Small {
  graph::PropertyGraph made;
  graph::NodeId a = made.add_node({"Country"}, {{"id", "china"}, {"name", "China"}});
  graph::NodeId b = made.add_node({"Country"}, {{"id", "italy"}, {"name", "Italy"}});
  graph::EdgeId edge = made.add_edge(a, b, "providedAidTo", {{"id", "0123456789abcdef"}});
  graph::Snapshot graph = graph::freeze(made);
};

}  // namespace

TEST_CASE("values become JSON") {
  const Small small;
  query::Table table{{"n", "f", "p", "x", "nothing", "list"}, {}, 0};
  table.rows.push_back({{small.a},
                        {small.edge},
                        {query::Path{{small.a, small.b}, {small.edge}}},
                        {std::numeric_limits<double>::quiet_NaN()},
                        {},
                        {query::List{{std::int64_t{1}}, {std::string("a")}}}});
  const Grid grid = to_grid(table, small.graph);
  const auto& row = grid.rows.at(0);
  CHECK(row[0].json == R"({"labels":["Country"],"properties":{"id":"china","name":"China"}})");
  CHECK(
      row[1].json ==
      R"({"type":"providedAidTo","source":"china","target":"italy","properties":{"id":"0123456789abcdef"}})");
  CHECK(row[2].json.find("\"edges\":[{\"type\"") != std::string::npos);
  CHECK(row[3].json == "null");
  CHECK(row[4].json == "null");
  CHECK(row[4].text.empty());
  CHECK(row[5].json == R"([1,"a"])");
}

TEST_CASE("JSON stays valid whatever bytes a text has") {
  const Small small;
  query::Table table{{"x\xFF"}, {}, 0};
  table.rows.push_back({{std::string("a\xFF\"\\\n\x01")}});
  table.rows.push_back({{std::numeric_limits<double>::infinity()}});
  const std::string json = to_text(to_grid(table, small.graph), Format::json, {});
  CHECK(json == "[\n{\"x\uFFFD\":\"a\uFFFD\\\"\\\\\\n\\u0001\"},\n{\"x\uFFFD\":null}\n]\n");
}

TEST_CASE("hidden facts are counted in words") {
  CHECK(hidden_note(0, "--facts all").empty());
  CHECK(hidden_note(1, "--facts all") == "1 more is planned, called for, reported or denied: --facts all");
  CHECK(hidden_note(3, ".facts all") == "3 more are planned, called for, reported or denied: .facts all");
}

TEST_CASE("the schema counts labels, relations and properties") {
  const Small small;
  CHECK(to_text(schema_grid(small.graph), Format::tsv, {}) ==
        "what\tname\tnumber\nlabel\tCountry\t2\nrelation\tprovidedAidTo\t1\nnode property\tid\t2\nnode "
        "property\tname\t2\n"
        "edge property\tid\t1\n");
}
