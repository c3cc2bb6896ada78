// SPDX-License-Identifier: Apache-2.0
// PROFILE counts the rows that each clause and each step gives. Times are only looked at for being there.
#include "graph/freeze.hpp"
#include "query/query.hpp"
#include "support/catch.hpp"

using namespace entente;

TEST_CASE("rows of a profile") {
  graph::PropertyGraph graph;
  const auto a = graph.add_node({"N"}, {{"i", 1}}), b = graph.add_node({"N"}, {{"i", 2}});
  graph.add_edge(a, b, "T", {});
  graph.add_edge(b, a, "T", {});
  graph.add_edge(a, a, "T", {});
  const auto made = query::Query::parse(
      "PROFILE MATCH (x:N)-[:T]->(y) WHERE EXISTS { (y)-->(z) } WITH x, count(*) AS n RETURN n");
  REQUIRE(made.has_value());
  CHECK(made->columns() == std::vector<std::string>{"step", "part", "estimate", "rows", "ms"});
  const auto table = made->run(graph::freeze(graph), nullptr, {});
  REQUIRE(table.has_value());
  std::vector<std::pair<std::string, std::int64_t>> rows;
  for (const auto& row : table->rows) {
    rows.emplace_back(*row.at(0).as<std::string>(), *row.at(3).as<std::int64_t>());
    REQUIRE(row.at(4).as<double>());
    CHECK(*row.at(4).as<double>() >= 0);
  }
  const std::vector<std::pair<std::string, std::int64_t>> expected = {
      {"match", 3}, {"  scan relationships", 3}, {"group", 2}, {"  count by nodes", 2}, {"return", 2}};
  CHECK(rows == expected);
}
