// SPDX-License-Identifier: Apache-2.0
// Runs tests/data/ask/*.test (format: tests/data/ask/README.md).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ask/ask.hpp"
#include "graph/freeze.hpp"
#include "graph/knowledge_graph.hpp"
#include "support/catch.hpp"
#include "support/reading_tools.hpp"
#include "unit/ask/gold_facts.hpp"

using namespace entente;

namespace {

template <class T>
T loaded(Result<T> result) {
  if (!result) FAIL(to_text(result.error()));
  return std::move(*result);
}

struct Case {
  std::string question, place;
  std::vector<std::string> rows;
  std::vector<std::pair<std::string, std::string>> wants;  ///< note, query, cell, refused with their words
  bool none = false;
};

std::string rest_of(const std::string& line) {
  const auto space = line.find(' ');
  return space == std::string::npos ? std::string() : line.substr(space + 1);
}

std::vector<Case> read_cases(const std::filesystem::path& file, std::string& graph_file) {
  std::ifstream in(file);
  std::vector<Case> out;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::string word = line.substr(0, line.find(' '));
    if (line.empty() || word == "#") continue;
    if (word == "graph")
      graph_file = rest_of(line);
    else if (word == "ask")
      out.push_back({rest_of(line), file.filename().string() + ":" + std::to_string(number), {}, {}, false});
    else if (out.empty())
      FAIL(file.string() + ": a line before the first question");
    else if (word == "row")
      out.back().rows.push_back(rest_of(line));
    else if (word == "none")
      out.back().none = true;
    else
      out.back().wants.emplace_back(word, rest_of(line));
  }
  return out;
}

std::string cell(const query::Value& value, const graph::Snapshot& graph) {
  return value.is_null() ? std::string() : query::to_text(value, graph);
}

std::vector<std::string> rows_of(const query::Table& table, const graph::Snapshot& graph) {
  std::vector<std::string> out;
  for (const auto& row : table.rows)
    if (row.size() > 2)
      out.push_back(cell(row[0], graph) + " | " + cell(row[1], graph) + " | " + cell(row[2], graph));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool holds(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

bool answer_holds(const ask::Answer& answer, const std::string& kind, const std::string& words,
                  const graph::Snapshot& graph) {
  if (kind == "query") return holds(answer.query, words);
  if (kind == "hidden") return std::to_string(answer.table.hidden) == words;
  if (kind == "note")
    return std::any_of(answer.notes.begin(), answer.notes.end(),
                       [&](const auto& note) { return holds(note, words); });
  for (const auto& row : answer.table.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      if (kind == "cell" && answer.table.columns[i] != "sentence" && holds(cell(row[i], graph), words))
        return true;
  return false;
}

void check_evidence(const query::Table& table, const graph::Snapshot& graph) {
  const auto at = std::find(table.columns.begin(), table.columns.end(), "sentence");
  REQUIRE(at != table.columns.end());
  REQUIRE(std::vector<std::string>(at, table.columns.end()) ==
          std::vector<std::string>{"sentence", "document", "begin", "end"});
  for (const auto& row : table.rows)
    CHECK_FALSE(cell(row[static_cast<std::size_t>(at - table.columns.begin())], graph).empty());
}

void run(const Case& each, const ask::Asker& asker, const graph::Snapshot& graph) {
  INFO(each.place << ": " << each.question);
  const auto answer = asker.ask(each.question, {});
  const bool refused = !each.wants.empty() && each.wants.front().first == "refused";
  if (refused) {
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == ErrorKind::data);
    CHECK(holds(to_text(answer.error()), each.wants.front().second));
    return;
  }
  if (!answer) FAIL(to_text(answer.error()));
  INFO(answer->reading << "\n" << answer->query);
  auto expected = each.rows;
  std::sort(expected.begin(), expected.end());
  if (!expected.empty() || each.none) CHECK(rows_of(answer->table, graph) == expected);
  for (const auto& [kind, words] : each.wants) {
    INFO(kind << " " << words);
    CHECK(answer_holds(*answer, kind, words, graph));
  }
  check_evidence(answer->table, graph);
}

}  // namespace

TEST_CASE("questions get the answers that tests/data/ask says") {
  const auto* tools = test::reading_tools();
  if (tools == nullptr) return;
  for (const auto& file : test::test_files("tests/data/ask")) {
    std::string graph_file;
    const auto cases = read_cases(file, graph_file);
    const auto graph = graph::freeze(graph::to_property_graph(loaded(test::facts_of_gold(graph_file))));
    const ask::Asker asker(graph, tools->resources());
    for (const auto& each : cases) run(each, asker, graph);
  }
}
