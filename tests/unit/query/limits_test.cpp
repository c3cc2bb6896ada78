// SPDX-License-Identifier: Apache-2.0
// Input made to break a parser or an evaluator ends with an error, not with a crash or a long wait.
#include "graph/freeze.hpp"
#include "query/query.hpp"
#include "support/catch.hpp"

using namespace entente;

namespace {

Error error_of(const std::string& text) {
  auto made = query::Query::parse(text);
  REQUIRE_FALSE(made.has_value());
  return made.error();
}

std::string repeated(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

graph::Snapshot complete_graph(int nodes) {
  graph::PropertyGraph graph;
  std::vector<graph::NodeId> ids;
  for (int i = 0; i < nodes; ++i) ids.push_back(graph.add_node({"N"}, {{"i", i}}));
  for (const auto a : ids)
    for (const auto b : ids)
      if (a != b) graph.add_edge(a, b, "T", {});
  return graph::freeze(graph);
}

Error run_error(const std::string& text, const graph::Snapshot& graph, const query::Options& options) {
  const auto made = query::Query::parse(text);
  REQUIRE(made.has_value());
  auto table = made->run(graph, nullptr, options);
  REQUIRE_FALSE(table.has_value());
  return table.error();
}

}  // namespace

TEST_CASE("100,000 brackets") {
  for (const auto* open : {"(", "[", "{a:", "NOT ", "-", "[x IN ", "(a)-[{b:", "f("}) {
    const auto error = error_of("RETURN " + repeated(open, 100000));
    CHECK((error.kind == ErrorKind::limit || error.kind == ErrorKind::data));
  }
  CHECK(error_of("RETURN " + repeated("(", 100000)).message == "the query is nested deeper than 200 levels");
  CHECK(error_of("MATCH (a:" + repeated("(", 100000)).kind == ErrorKind::limit);
  CHECK(error_of("MATCH (a:" + repeated("!", 100000)).kind == ErrorKind::limit);
}

TEST_CASE("a chain of 100,000 operators") {
  CHECK(error_of("RETURN 1" + repeated(" + 1", 100000)).message ==
        "the expression is nested deeper than 1000 levels");
  CHECK(error_of("RETURN 1" + repeated(".a", 100000)).kind == ErrorKind::limit);
  CHECK(error_of("RETURN true" + repeated(" AND true", 100000)).kind == ErrorKind::limit);
}

TEST_CASE("depth is bounded over brackets, patterns and inner queries together") {
  const auto chain = repeated(" + 1", 900);
  std::string text = "1" + chain;
  for (int i = 0; i < 20; ++i) text = "size([(a {x: " + text + "})--() | 1])" + chain;
  CHECK(error_of("MATCH (a) RETURN " + text).kind == ErrorKind::limit);
}

TEST_CASE("allowed depths work") {
  const graph::Snapshot empty;
  const auto made = query::Query::parse("RETURN 0" + repeated(" + 1", 900) + " AS n");
  REQUIRE(made.has_value());
  const auto table = made->run(empty, nullptr, {});
  REQUIRE(table.has_value());
  CHECK(query::to_text(table->rows.at(0).at(0), empty) == "900");
  CHECK(query::Query::parse("RETURN " + repeated("(", 150) + "1" + repeated(")", 150)).has_value());
}

TEST_CASE("values that grow from step to step are stopped") {
  const graph::Snapshot empty;
  const auto message = [&](const std::string& text) { return run_error(text, empty, {}).message; };
  CHECK(message("RETURN reduce(x = [], i IN range(1, 100000) | [x]) AS x") ==
        "lists are nested deeper than 300 levels");
  CHECK(message("RETURN reduce(s = 'xx', i IN range(1, 60) | s + s) AS x") ==
        "the value grows beyond 16777216 bytes");
  CHECK(message("RETURN reduce(s = [1, 2], i IN range(1, 60) | s + s) AS x") ==
        "the value grows beyond 4000000 elements");
  CHECK(message("RETURN range(1, 10000000000)") == "the value grows beyond 4000000 elements");
  CHECK(message("WITH 1 AS x" + repeated(" WITH [[[[x]]]] AS x", 100) + " RETURN x") ==
        "lists are nested deeper than 300 levels");
  CHECK(error_of("WITH 1 AS x" + repeated(" WITH x AS x", 600) + " RETURN x").message ==
        "the query has more than 500 clauses");
}

TEST_CASE("a query of 10 MB") {
  const auto error = error_of("RETURN '" + std::string(10'000'000, 'x') + "'");
  CHECK(error.kind == ErrorKind::limit);
}

TEST_CASE("a long flat query is no problem") {
  CHECK(query::Query::parse("RETURN [" + repeated("1,", 50000) + "1]").has_value());
  CHECK(query::Query::parse("MATCH " + repeated("()--", 300) + "() RETURN 1").has_value());
  CHECK(error_of("MATCH " + repeated("()--", 5000) + "() RETURN 1").message ==
        "more than 300 relationships in one pattern");
}

TEST_CASE("all trails of a complete graph") {
  const auto graph = complete_graph(60);
  query::Options options;
  options.max_steps = 200'000;
  const auto error = run_error("MATCH p = (a {i: 0})-[*]->(b) RETURN count(*)", graph, options);
  CHECK(error.kind == ErrorKind::limit);
  CHECK(error.message == "the query was stopped after 200000 steps");
}

TEST_CASE("a time limit") {
  const auto graph = complete_graph(60);
  query::Options options;
  options.timeout_ms = 20;
  options.max_steps = 1'000'000'000'000;
  const auto error = run_error("MATCH p = (a)-[*]->(b) RETURN count(*)", graph, options);
  CHECK(error.message == "the query was stopped at the time limit of 20 ms");
}

TEST_CASE("a limit error points to the part of the query that met it") {
  const auto graph = complete_graph(60);
  query::Options options;
  options.max_steps = 200'000;
  const std::string text = "MATCH (a {i: 0}) MATCH p = (a)-[*]->(b) RETURN count(p)";
  const auto error = run_error(text, graph, options);
  CHECK(error.kind == ErrorKind::limit);
  CHECK(error.place.byte_offset == text.find("-[*]"));
}

TEST_CASE("all trails of a complete graph of 300 nodes, with the limits of the program") {
  const auto graph = complete_graph(300);
  query::Options options;
  options.timeout_ms = 500;
  const auto error = run_error("MATCH p = (a)-[*]->(b) RETURN count(p)", graph, options);
  CHECK(error.kind == ErrorKind::limit);
  CHECK(error.code == "LimitReached");
}

TEST_CASE("a limit of memory") {
  const auto graph = complete_graph(60);
  const auto message = [&](const std::string& text, std::size_t limit = 100'000) {
    query::Options options;
    options.max_memory = limit;
    return run_error(text, graph, options).message;
  };
  const std::string expected = "the query was stopped at the memory limit of 100000 bytes";
  CHECK(message("MATCH (a)-->(b) RETURN a.i, b.i") == expected);
  CHECK(message("MATCH (a)-->(b) RETURN size(collect([a.i, b.i])) AS n") == expected);
  CHECK(message("MATCH (a)-->(b) WITH DISTINCT a, b RETURN count(*)") == expected);
  CHECK(message("MATCH (a)-->(b) WITH a, b ORDER BY b.i RETURN count(*)") == expected);
  CHECK(message("MATCH (a)-->(b) WITH a, b, sum(1) AS n RETURN max(n)") == expected);
  CHECK(message("MATCH (a)-->(b) WITH a, b, count(*) AS n RETURN max(n)", 10'000) ==
        "the query was stopped at the memory limit of 10000 bytes");
  query::Options options;
  options.max_memory = 100'000;
  const auto made = query::Query::parse(
      "MATCH (a)-->(b) WHERE EXISTS { MATCH (b)-->(c) WITH c ORDER BY c.i RETURN c } RETURN count(*)");
  REQUIRE(made.has_value());
  CHECK(made->run(graph, nullptr, options).has_value());
}

TEST_CASE("a query that is told to stop") {
  const auto graph = complete_graph(60);
  const std::atomic<bool> stop{true};
  query::Options options;
  options.stop = &stop;
  const auto error = run_error("MATCH p = (a)-[*]->(b) RETURN count(*)", graph, options);
  CHECK(error.kind == ErrorKind::cancelled);
  CHECK(error.message == "the query was cancelled");
}

TEST_CASE("the shortest path of a complete graph is found at once") {
  const auto graph = complete_graph(60);
  query::Options options;
  options.max_steps = 200'000;
  const auto made =
      query::Query::parse("MATCH p = ANY SHORTEST (a {i: 0})-[*]->(b {i: 59}) RETURN length(p)");
  REQUIRE(made.has_value());
  const auto table = made->run(graph, nullptr, options);
  REQUIRE(table.has_value());
  CHECK(table->rows.size() == 1);
}
