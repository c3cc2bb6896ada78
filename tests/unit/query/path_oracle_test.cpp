// SPDX-License-Identifier: Apache-2.0
// Random path patterns on random graphs, compared with an evaluator that tries everything.
// ENTENTE_COMPARISONS sets the number of cases (100000: some minutes).
#include "unit/query/path_oracle.hpp"

#include <algorithm>
#include <map>

#include "graph/freeze.hpp"
#include "query/query.hpp"
#include "support/catch.hpp"
#include "unit/query/brute_force.hpp"

using namespace entente;

namespace {

std::string plain(const query::Value& value) {
  if (const auto* node = value.as<graph::NodeId>()) return "n" + std::to_string(static_cast<unsigned>(*node));
  if (const auto* edge = value.as<graph::EdgeId>()) return "e" + std::to_string(static_cast<unsigned>(*edge));
  std::string out;
  if (const auto* path = value.as<query::Path>()) {
    for (std::size_t i = 0; i < path->nodes.size(); ++i)
      out += (i ? "-" + plain(query::Value(path->edges[i - 1])) + "-" : "") +
             plain(query::Value(path->nodes[i]));
    return out;
  }
  for (const auto& element : *value.as<query::List>()) out += (out.empty() ? "" : ",") + plain(element);
  return "[" + out + "]";
}

struct Got {
  std::string text;
  std::size_t length;
};

/// Rows by q and ends.
std::map<std::string, std::vector<Got>> rows_of(const query::Table& table, bool with_edge) {
  std::map<std::string, std::vector<Got>> out;
  for (const auto& row : table.rows) {
    std::string text;
    for (const auto& value : row) text += (text.empty() ? "" : " ") + plain(value);
    const auto& path = *row[with_edge ? 1 : 0].as<query::Path>();
    const auto key = (with_edge ? plain(row[0]) + " " : "") +
                     std::to_string(static_cast<unsigned>(path.nodes.front())) + ">" +
                     std::to_string(static_cast<unsigned>(path.nodes.back()));
    out[key].push_back({text, path.edges.size()});
  }
  return out;
}

/// How many of the rows, which are sorted by length, the selector takes.
std::size_t wanted(const test::OraclePattern& pattern, const std::vector<test::OracleRow>& rows) {
  using Selector = test::OracleSelector;
  const auto count = static_cast<std::size_t>(pattern.count);
  std::size_t groups = 0, taken = 0;
  switch (pattern.selector) {
    case Selector::all:
      return rows.size();
    case Selector::any_shortest:
      return 1;
    case Selector::any:
    case Selector::shortest:
      return std::min(count, rows.size());
    default:
      break;
  }
  const auto most = pattern.selector == Selector::groups ? count : 1;
  for (; taken < rows.size(); ++taken) {
    if (taken == 0 || rows[taken].length != rows[taken - 1].length) ++groups;
    if (groups > most) break;
  }
  return taken;
}

/// Each row is one of those that there are, none comes too often, and their lengths are the least ones.
bool is_choice(const test::OraclePattern& pattern, std::vector<Got> got,
               const std::vector<test::OracleRow>& all) {
  const auto count = wanted(pattern, all);
  if (got.size() != count) return false;
  std::vector<std::string> texts, known;
  std::vector<std::size_t> lengths;
  for (const auto& row : got) texts.push_back(row.text), lengths.push_back(row.length);
  for (const auto& row : all) known.push_back(row.text);
  std::sort(texts.begin(), texts.end());
  std::sort(known.begin(), known.end());
  std::sort(lengths.begin(), lengths.end());
  for (std::size_t i = 0; i < count; ++i)
    if (lengths[i] != all[i].length) return false;
  return std::includes(known.begin(), known.end(), texts.begin(), texts.end());
}

std::string described(const graph::PropertyGraph& graph, const query::Table& table,
                      const std::vector<test::OracleGroup>& expected) {
  std::string out;
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const auto edge = static_cast<graph::EdgeId>(i);
    out += plain(query::Value(graph.source(edge))) + "-" + plain(query::Value(edge)) + ":" +
           graph.type(edge) + "-" + plain(query::Value(graph.target(edge))) + "\n";
  }
  out += "got:\n";
  for (const auto& row : table.rows) {
    for (const auto& value : row) out += plain(value) + " ";
    out += "\n";
  }
  out += "all that there are:\n";
  for (const auto& group : expected)
    for (const auto& row : group.rows) out += row.text + "\n";
  return out;
}

}  // namespace

TEST_CASE("planned paths are those that trying everything finds") {
  test::Dice dice(11);
  std::size_t rows = 0;
  const int count = test::comparisons(4000);
  for (int i = 0; i < count; ++i) {
    const auto graph = test::random_path_graph(dice);
    const auto pattern = test::random_path_pattern(dice);
    const auto expected = test::match_paths(pattern, graph);
    INFO(i << ": " << pattern.text());
    const auto made = query::Query::parse(pattern.text());
    INFO((made ? std::string() : to_text(made.error())));
    REQUIRE(made.has_value());
    const auto again = query::Query::parse(made->to_text());
    REQUIRE(again.has_value());
    REQUIRE(again->to_text() == made->to_text());
    const auto table = again->run(graph::freeze(graph), nullptr, {});
    INFO((table ? std::string() : to_text(table.error())));
    REQUIRE(table.has_value());
    auto got = rows_of(*table, pattern.with_edge);
    bool same = got.size() == expected.size();
    for (const auto& group : expected) same = same && is_choice(pattern, got[group.key], group.rows);
    if (!same) {
      INFO(described(graph, *table, expected));
      REQUIRE(same);
    }
    rows += table->rows.size();
  }
  CHECK(rows > static_cast<std::size_t>(count));
}

TEST_CASE("the ends of path expressions are those that composed relations have") {
  test::Dice dice(12);
  std::size_t rows = 0;
  const int count = test::comparisons(4000);
  for (int i = 0; i < count; ++i) {
    const auto graph = test::random_path_graph(dice);
    const auto expr = test::random_expr(dice, 3, false);
    const bool turned = dice.chance(50);
    // Brackets make a path expression of a single type, too.
    const auto inside = "(" + expr.text() + "){1,1}";
    const auto text = turned ? "MATCH (b)<-[:" + inside + "]-(a) RETURN a, b"
                             : "MATCH (a)-[:" + inside + "]->(b) RETURN a, b";
    INFO(i << ": " << text);
    const auto made = query::Query::parse(text);
    INFO((made ? std::string() : to_text(made.error())));
    REQUIRE(made.has_value());
    const auto table = made->run(graph::freeze(graph), nullptr, {});
    REQUIRE(table.has_value());
    std::vector<std::string> got;
    for (const auto& row : table->rows) got.push_back(plain(row[0]) + " " + plain(row[1]));
    std::sort(got.begin(), got.end());
    REQUIRE(got == test::pairs_of(expr, graph));
    rows += got.size();
  }
  CHECK(rows > static_cast<std::size_t>(count));
}

TEST_CASE("where only the ends are asked for, they are those of all trails") {
  test::Dice dice(13);
  const int count = test::comparisons(2000);
  for (int i = 0; i < count; ++i) {
    const auto graph = test::random_path_graph(dice);
    const std::string arrow = dice.chance(50) ? "->" : "-", type = dice.chance(50) ? ":T" : "";
    const auto times = std::vector<std::string>{"*", "*0..", "*..2", "*1..3",
                                                "*0..1"}[static_cast<std::size_t>(dice.roll(5))];
    const std::string where = dice.chance(40) ? " WHERE a.i < b.i" : "";
    const auto ends = [&](const std::string& edge, const std::string& with) {
      const auto text =
          "MATCH (a)-[" + edge + type + times + "]" + arrow + "(b" + (i % 3 == 0 ? ":A" : "") + ")" + where +
          with + (i % 2 == 0 ? " RETURN DISTINCT a, b" : " RETURN a, a AS c, count(DISTINCT b), min(b.i)");
      INFO(text);
      const auto made = query::Query::parse(text);
      REQUIRE(made.has_value());
      const auto table = made->run(graph::freeze(graph), nullptr, {});
      REQUIRE(table.has_value());
      std::vector<std::string> rows;
      for (const auto& row : table->rows) {
        rows.emplace_back();
        for (const auto& value : row) rows.back() += query::to_text(value, graph::freeze(graph)) + " ";
        if (i % 2 == 0) rows.back() = plain(row[0]) + plain(row[1]);
      }
      std::sort(rows.begin(), rows.end());
      return rows;
    };
    REQUIRE(ends("", "") == ends("r", " WITH a, b, r"));
  }
}
