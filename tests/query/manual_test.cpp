// SPDX-License-Identifier: Apache-2.0
// Every ```cypher block of docs/query-language.md is run, and must give the ```text block behind it.
#include <sstream>

#include "base/file.hpp"
#include "graph/freeze.hpp"
#include "query/query.hpp"
#include "query/support/graph_script.hpp"
#include "query/support/test_file.hpp"
#include "support/catch.hpp"

using namespace entente;

namespace {

struct Example {
  std::size_t line = 0;
  std::string options, query, expected;
};

std::vector<Example> examples_of(const std::string& page) {
  std::vector<Example> out;
  std::istringstream in(page);
  std::string* block = nullptr;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.rfind("```", 0) != 0) {
      if (block) *block += line + "\n";
    } else if (line.rfind("```cypher", 0) == 0) {
      out.push_back({number, line.substr(9), {}, {}});
      block = &out.back().query;
    } else {
      block = line == "```text" && !out.empty() ? &out.back().expected : nullptr;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the examples of docs/query-language.md") {
  const auto page = read_file("docs/query-language.md");
  const auto script = read_file("tests/query/fixtures/seeds.cypher");
  const auto vocabulary = ontology::Vocabulary::load("ontology");
  REQUIRE((page && script && vocabulary));
  graph::PropertyGraph made_graph;
  REQUIRE(test::run_script(made_graph, *script).has_value());
  const auto graph = graph::freeze(made_graph);
  const auto examples = examples_of(*page);
  REQUIRE(examples.size() >= 12);
  for (const auto& example : examples) {
    test::QueryCase test;
    test.query = example.query;
    test.expect = test::QueryCase::Expect::ordered;
    test.options = {"vocabulary"};
    if (!example.options.empty()) test.options.push_back(example.options.substr(1));
    auto got = test::answer(test, graph, *vocabulary);
    if (got.hidden != 0) got.text += "(" + std::to_string(got.hidden) + " hidden)\n";
    INFO("docs/query-language.md:" << example.line);
    const bool ordered = example.query.find("ORDER BY") != std::string::npos;
    CHECK(test::plain_lines(got.text, !ordered) == test::plain_lines(example.expected, !ordered));
  }
}
