// SPDX-License-Identifier: Apache-2.0
// What is done with matches (counting, grouping, removal of repetitions, order), compared with the same done
// plainly over all matches, which a matcher that tries everything has found.
#include <algorithm>
#include <map>
#include <set>

#include "graph/freeze.hpp"
#include "query/query.hpp"
#include "support/catch.hpp"
#include "unit/query/brute_force.hpp"

using namespace entente;

namespace {

using graph::EdgeId;
using graph::NodeId;
using Row = std::vector<std::string>;

/// Few nodes, many parallel relationships and loops; property k repeats and is missing, uid does not.
graph::PropertyGraph dense_graph(test::Dice& dice, bool with_hidden) {
  graph::PropertyGraph graph;
  const int nodes = 2 + dice.roll(5), edges = 2 + dice.roll(11);
  const bool numbered = dice.chance(50);  // k is different everywhere
  for (int i = 0; i < nodes; ++i) {
    graph::Map properties{{"uid", i}};
    if (numbered) properties.emplace("k", 10 - i);
    if (!numbered && dice.chance(80)) properties.emplace("k", dice.roll(3));
    graph.add_node({std::string(1, "AB"[dice.roll(2)])}, properties);
  }
  for (int i = 0; i < edges; ++i) {
    graph::Map properties;
    if (dice.chance(80)) properties.emplace("w", 0.25 * dice.roll(4));
    if (with_hidden && dice.chance(15)) properties.emplace("modality", "Planned");
    graph.add_edge(static_cast<NodeId>(dice.roll(nodes)), static_cast<NodeId>(dice.roll(nodes)),
                   std::string(1, "TU"[dice.roll(2)]), properties);
  }
  return test::in_snapshot_order(graph);
}

std::string text_of(const query::Value& value) {
  if (const auto* node = value.as<NodeId>()) return "#" + std::to_string(static_cast<unsigned>(*node));
  if (const auto* number = value.as<std::int64_t>()) return std::to_string(*number);
  return value.is_null() ? "null" : "?";
}

std::string property_text(const graph::PropertyGraph& graph, NodeId node, const std::string& key) {
  if (key.empty()) return "#" + std::to_string(static_cast<unsigned>(node));
  const auto found = graph.properties(node).find(key);
  return found == graph.properties(node).end() ? "null"
                                               : std::to_string(std::get<std::int64_t>(found->second.data));
}

/// null is greater than all numbers.
long number(const std::string& text) {
  return text == "null" ? 1000 : std::stol(text[0] == '#' ? text.substr(1) : text);
}

/// A node of the pattern, or a property of it.
struct Term {
  std::size_t place;
  std::string key;
  [[nodiscard]] std::string text() const {
    return "n" + std::to_string(place) + (key.empty() ? "" : "." + key);
  }
};

struct Case {
  test::PlainPattern pattern;
  std::string where;
  std::vector<test::PlainRow> rows;
};

class Shapes {
 public:
  Shapes(test::Dice& dice, const graph::PropertyGraph& graph, Case made)
      : dice_(dice), graph_(graph), case_(std::move(made)), first_(term()), second_(term()) {}

  std::string query;
  std::vector<Row> expected;
  bool ordered = false;

  void make() {
    switch (dice_.roll(8)) {
      case 0:
        return whole("count(*) AS c, count(" + node(first_) + ") AS d", {rows(), rows()});
      case 1:
        return whole("count(DISTINCT " + first_.text() + ") AS c, count(*) AS d, count(DISTINCT " +
                         second_.text() + ") AS e",
                     {distinct(first_), rows(), distinct(second_)});
      case 2:
        return groups(false);
      case 3:
        return groups(true);
      case 4:
        return repetitions();
      case 5:
        return counted_further();
      case 6:
        return first_rows();
      default:
        return inner_count();
    }
  }

 private:
  Term term() {
    const auto place = static_cast<std::size_t>(dice_.roll(static_cast<int>(case_.pattern.labels.size())));
    const auto same = case_.pattern.same_as[place];
    const char* const keys[] = {"", "k", "uid"};
    return {same >= 0 ? static_cast<std::size_t>(same) : place, keys[dice_.roll(3)]};
  }
  [[nodiscard]] std::string match() const { return case_.pattern.match() + case_.where; }
  [[nodiscard]] static std::string node(const Term& term) { return "n" + std::to_string(term.place); }
  [[nodiscard]] std::string rows() const { return std::to_string(case_.rows.size()); }
  [[nodiscard]] std::string value(const Term& term, const test::PlainRow& row) const {
    return property_text(graph_, row.nodes[term.place], term.key);
  }
  [[nodiscard]] std::string distinct(const Term& term) const {
    std::set<std::string> all;
    for (const auto& row : case_.rows) all.insert(value(term, row));
    all.erase("null");
    return std::to_string(all.size());
  }

  void whole(const std::string& columns, Row row) {
    query = match() + " RETURN " + columns;
    expected = {std::move(row)};
  }

  /// One key or two; sorted and cut off.
  void groups(bool two) {
    std::map<Row, std::size_t> counts;
    if (two && second_.text() == first_.text()) two = false;
    for (const auto& row : case_.rows) {
      Row key{value(first_, row)};
      if (two) key.push_back(value(second_, row));
      ++counts[key];
    }
    query = match() + " RETURN " + first_.text() + " AS a" + (two ? ", " + second_.text() + " AS b" : "") +
            ", count(*) AS c";
    for (const auto& [key, count] : counts) {
      expected.push_back(key);
      expected.back().push_back(std::to_string(count));
    }
    if (dice_.chance(50)) cut(two);
  }

  void cut(bool two) {
    const auto limit = static_cast<std::size_t>(dice_.roll(5)),
               skip = static_cast<std::size_t>(dice_.roll(3));
    query += std::string(" ORDER BY c DESC, a") + (two ? ", b" : "") + " SKIP " + std::to_string(skip) +
             " LIMIT " + std::to_string(limit);
    std::sort(expected.begin(), expected.end(), [](const Row& a, const Row& b) {
      if (number(a.back()) != number(b.back())) return number(a.back()) > number(b.back());
      for (std::size_t i = 0; i + 1 < a.size(); ++i)
        if (number(a[i]) != number(b[i])) return number(a[i]) < number(b[i]);
      return false;
    });
    keep(skip, limit);
  }

  void keep(std::size_t skip, std::size_t limit) {
    ordered = true;
    expected.erase(expected.begin(),
                   expected.begin() + static_cast<std::ptrdiff_t>(std::min(skip, expected.size())));
    if (expected.size() > limit) expected.resize(limit);
  }

  void repetitions() {
    std::set<std::string> all;
    for (const auto& row : case_.rows) all.insert(value(first_, row));
    query = match() + " RETURN DISTINCT " + first_.text() + " AS a";
    for (const auto& one : all) expected.push_back({one});
  }

  /// DISTINCT in the middle, then another MATCH.
  void counted_further() {
    std::set<NodeId> all, ends;
    std::size_t count = 0;
    for (const auto& row : case_.rows) all.insert(row.nodes[first_.place]);
    for (const auto start : all)
      for (std::size_t i = 0; i < graph_.edge_count(); ++i) {
        const auto edge = static_cast<EdgeId>(i);
        if (graph_.source(edge) != start || graph_.type(edge) != "T" ||
            graph_.properties(edge).count("modality") != 0)
          continue;
        ends.insert(graph_.target(edge));
        ++count;
      }
    query = match() + " WITH DISTINCT " + node(first_) + " MATCH (" + node(first_) +
            ")-[:T]->(x) RETURN count(DISTINCT x) AS c, count(*) AS d";
    expected = {{std::to_string(ends.size()), std::to_string(count)}};
  }

  void first_rows() {
    const auto limit = static_cast<std::size_t>(dice_.roll(6)),
               skip = static_cast<std::size_t>(dice_.roll(2));
    const bool down = dice_.chance(50);
    for (const auto& row : case_.rows) expected.push_back({value(first_, row)});
    std::sort(expected.begin(), expected.end(), [&](const Row& a, const Row& b) {
      return down ? number(a[0]) > number(b[0]) : number(a[0]) < number(b[0]);
    });
    query = match() + " RETURN " + first_.text() + " AS a ORDER BY a" + (down ? " DESC" : "") + " SKIP " +
            std::to_string(skip) + " LIMIT " + std::to_string(limit);
    keep(skip, limit);
  }

  void inner_count() {
    query = "RETURN COUNT { " + match() + " RETURN 1 AS one } AS c";
    expected = {{rows()}};
  }

  test::Dice& dice_;
  const graph::PropertyGraph& graph_;
  Case case_;
  Term first_, second_;
};

/// Conditions on properties of relationships, where each place of the pattern has one relationship.
void add_condition(test::Dice& dice, const graph::PropertyGraph& graph, Case& made) {
  const auto& edges = made.pattern.edges;
  if (std::any_of(edges.begin(), edges.end(), [](const auto& edge) { return edge.repeated; }) ||
      dice.chance(50))
    return;
  const auto place = static_cast<std::size_t>(dice.roll(static_cast<int>(edges.size())));
  const char* const ops[] = {">=", "<", "=", "<>"};
  const int op = dice.roll(4), bound = dice.roll(4);
  const auto name = "e" + std::to_string(place) + ".w ";
  made.where = dice.chance(50) || op > 1
                   ? " WHERE " + name + ops[op] + " " + std::to_string(0.25 * bound)
                   : " WHERE " + std::to_string(0.25 * bound) + (op == 0 ? " <= " : " > ") + name;
  const auto fails = [&](const test::PlainRow& row) {
    const auto& properties = graph.properties(row.edges[place]);
    const auto found = properties.find("w");
    if (found == properties.end()) return true;
    const double w = std::get<double>(found->second.data), b = 0.25 * bound;
    return !(op == 0 ? w >= b : op == 1 ? w < b : op == 2 ? w == b : w != b);
  };
  made.rows.erase(std::remove_if(made.rows.begin(), made.rows.end(), fails), made.rows.end());
}

std::vector<Row> rows_of(const query::Table& table) {
  std::vector<Row> out;
  for (const auto& row : table.rows) {
    out.emplace_back();
    for (const auto& value : row) out.back().push_back(text_of(value));
  }
  return out;
}

}  // namespace

TEST_CASE("what is done with matches is what is done plainly") {
  test::Dice dice(11);
  std::size_t found = 0;
  const int times = test::comparisons(4000);
  for (int i = 0; i < times; ++i) {
    const auto graph = dense_graph(dice, dice.chance(40));
    const auto frozen = graph::freeze(graph);
    Case made;
    made.pattern = test::random_pattern(dice);
    if (made.pattern.shortest) made.pattern.all = true;  // no choice between paths
    for (auto& edge : made.pattern.edges) edge.max = std::min(edge.max, edge.min + 1);
    made.rows = test::match_plainly(made.pattern, graph).rows;
    add_condition(dice, graph, made);
    Shapes shapes(dice, graph, std::move(made));
    shapes.make();
    INFO(i << ": " << shapes.query);
    const auto parsed = query::Query::parse(shapes.query);
    REQUIRE(parsed.has_value());
    const auto table = parsed->run(frozen, nullptr, {});
    REQUIRE(table.has_value());
    auto got = rows_of(*table);
    if (!shapes.ordered) {
      std::sort(got.begin(), got.end());
      std::sort(shapes.expected.begin(), shapes.expected.end());
    }
    CHECK(got == shapes.expected);
    found += got.size();
  }
  CHECK(found > static_cast<std::size_t>(times));
}
