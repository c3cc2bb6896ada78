// SPDX-License-Identifier: Apache-2.0
// All saved queries on the seeds' facts: each must give the rows of saved_expected.test.
#include <algorithm>
#include <map>

#include "base/file.hpp"
#include "graph/freeze.hpp"
#include "query/query.hpp"
#include "query/saved.hpp"
#include "query/support/graph_script.hpp"
#include "query/support/test_file.hpp"
#include "support/catch.hpp"

using namespace entente;

namespace {

/// Sections "### name", each with its lines.
std::map<std::string, std::string> sections(const std::string& text) {
  std::map<std::string, std::string> out;
  std::string* section = nullptr;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    at = end + 1;
    if (line.rfind("### ", 0) == 0) section = &out[line.substr(4)];
    if (line.rfind("### ", 0) != 0 && section) *section += line + "\n";
  }
  return out;
}

/// Without the columns of sentences, which say nothing new here.
query::Table without_sentences(query::Table table) {
  for (auto i = table.columns.size(); i-- > 0;) {
    if (table.columns[i].rfind("sentence", 0) != 0) continue;
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(i));
    for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return table;
}

}  // namespace

TEST_CASE("the saved queries of queries/") {
  const auto script = read_file("tests/query/fixtures/seeds.cypher");
  const auto expected_text = read_file("tests/query/saved_expected.txt");
  const auto vocabulary = ontology::Vocabulary::load("ontology");
  const auto saved = query::load_saved_queries("queries");
  REQUIRE((script && expected_text && vocabulary));
  INFO((saved ? std::string() : to_text(saved.error())));
  REQUIRE(saved.has_value());
  REQUIRE(saved->size() >= 12);
  graph::PropertyGraph made_graph;
  REQUIRE(test::run_script(made_graph, *script).has_value());
  const auto graph = graph::freeze(made_graph);
  auto expected = sections(*expected_text);
  for (const auto& one : *saved) {
    INFO("queries/" << one.name << ".cypher");
    const auto made = query::Query::parse(one.text);
    if (!made) FAIL(query::with_caret(made.error(), one.text));
    query::Options options;
    for (const auto& [name, value] : one.parameters) options.parameters[name] = value;
    const auto table = made->run(graph, &*vocabulary, options);
    if (!table) FAIL(query::with_caret(table.error(), one.text));
    CHECK(test::table_text(without_sentences(*table), graph, false) ==
          test::plain_lines(expected[one.name], false));
    CHECK(std::count_if(table->columns.begin(), table->columns.end(), [](const auto& c) {
            return c.rfind("sentence", 0) == 0;
          }) == (one.name == "most-cooperation" ? 0 : 1));
    expected.erase(one.name);
  }
  CHECK(expected.empty());
}

TEST_CASE("the head of a saved query") {
  const auto saved = query::read_saved("x",
                                       "// title: A title\n// parameters: a=China, b='x, y', n=3, r=2.5, "
                                       "t=true, e=''\n// Says\n// more.\nRETURN 1");
  REQUIRE(saved.has_value());
  CHECK(saved->title == "A title");
  CHECK(saved->description == "Says more.");
  const graph::Snapshot empty;
  std::string parameters;
  for (const auto& [name, value] : saved->parameters)
    parameters += name + "=" + query::to_text(value, empty) + ";";
  CHECK(parameters == "a=China;b=x, y;n=3;r=2.5;t=true;e=;");
}

TEST_CASE("a saved query without a title or with a parameter without default is refused") {
  CHECK_FALSE(query::read_saved("x", "RETURN 1").has_value());
  const auto wrong = query::read_saved("x", "// title: T\n// parameters: name\nRETURN 1");
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().place.line == 2);
}
