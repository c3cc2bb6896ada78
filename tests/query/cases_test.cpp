// SPDX-License-Identifier: Apache-2.0
// Runs every case of every tests/query/cases/*.test file. ENTENTE_QUERY_SHOW=1 prints what came instead of
// what was expected.
#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "graph/freeze.hpp"
#include "query/query.hpp"
#include "query/support/graph_script.hpp"
#include "query/support/test_file.hpp"
#include "support/catch.hpp"

namespace fs = std::filesystem;
using namespace entente;

namespace {

const fs::path kFolder = "tests/query";

const ontology::Vocabulary& vocabulary() {
  static const auto loaded = ontology::Vocabulary::load("ontology");
  REQUIRE(loaded.has_value());
  return *loaded;
}

graph::Snapshot graph_of(const std::string& script) {
  graph::PropertyGraph graph;
  auto text = script;
  if (!text.empty() && text[0] == '@') {
    const auto file = read_file(kFolder / "fixtures" / text.substr(1, text.find_first_of(" \n") - 1));
    REQUIRE(file.has_value());
    text = *file;
  }
  const auto done = test::run_script(graph, text);
  INFO((done ? std::string() : to_text(done.error())));
  REQUIRE(done.has_value());
  return graph::freeze(graph);
}

std::vector<fs::path> files() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(kFolder / "cases"))
    if (entry.path().extension() == ".test") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<test::QueryCase> cases_of(const fs::path& file) {
  const auto text = read_file(file);
  REQUIRE(text.has_value());
  const auto cases = test::read_query_cases(*text);
  INFO((cases ? std::string() : to_text(cases.error())));
  REQUIRE(cases.has_value());
  return *cases;
}

}  // namespace

TEST_CASE("the cases in tests/query/cases") {
  for (const auto& file : files()) {
    for (const auto& test : cases_of(file)) {
      const auto graph = graph_of(test.graph);
      const auto got = test::answer(test, graph, vocabulary());
      const bool sorted = test.expect == test::QueryCase::Expect::rows;
      INFO(file.filename().string() << ":" << test.line << " " << test.name);
      CHECK(got.text == test::plain_lines(test.expected, sorted));
      if (test.hidden >= 0) CHECK(got.hidden == static_cast<std::size_t>(test.hidden));
    }
  }
}

TEST_CASE("every query of the cases prints back to the same query") {
  for (const auto& file : files()) {
    for (const auto& test : cases_of(file)) {
      const auto first = query::Query::parse(test.query);
      if (!first) continue;  // it is there for its error
      const auto text = first->to_text();
      INFO(file.filename().string() << ":" << test.line << " " << text);
      const auto second = query::Query::parse(text);
      INFO((second ? std::string() : to_text(second.error())));
      REQUIRE(second.has_value());
      CHECK(second->to_text() == text);
    }
  }
}
