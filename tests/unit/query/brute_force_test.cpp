// SPDX-License-Identifier: Apache-2.0
// Random patterns on random graphs, compared with a matcher that tries everything.
#include <algorithm>

#include "graph/freeze.hpp"
#include "query/query.hpp"
#include "support/catch.hpp"
#include "unit/query/brute_force.hpp"

using namespace entente;

namespace {

test::PlainPath plain(const query::Path& path) {
  auto text = std::to_string(static_cast<unsigned>(path.nodes.front()));
  for (std::size_t i = 0; i < path.edges.size(); ++i)
    text += "-e" + std::to_string(static_cast<unsigned>(path.edges[i])) + "-" +
            std::to_string(static_cast<unsigned>(path.nodes[i + 1]));
  return text;
}

std::vector<test::PlainPath> paths_of(const query::Table& table) {
  std::vector<test::PlainPath> out;
  for (const auto& row : table.rows) out.push_back(plain(*row.at(0).as<query::Path>()));
  std::sort(out.begin(), out.end());
  return out;
}

std::string ends(const test::PlainPath& path) {
  return path.substr(0, path.find('-')) + ">" + path.substr(path.rfind('-') + 1);
}

/// ANY SHORTEST may choose: one path a pair of ends, each of them a shortest one.
bool is_choice(const std::vector<test::PlainPath>& got, const std::vector<test::PlainPath>& all) {
  std::vector<std::string> got_ends, all_ends;
  for (const auto& path : got) got_ends.push_back(ends(path));
  for (const auto& path : all) all_ends.push_back(ends(path));
  std::sort(got_ends.begin(), got_ends.end());
  std::sort(all_ends.begin(), all_ends.end());
  all_ends.erase(std::unique(all_ends.begin(), all_ends.end()), all_ends.end());
  return got_ends == all_ends && std::includes(all.begin(), all.end(), got.begin(), got.end());
}

}  // namespace

TEST_CASE("planned matching finds what trying everything finds") {
  test::Dice dice(3);
  std::size_t found = 0, hidden = 0;
  for (int i = 0; i < test::comparisons(4000); ++i) {
    const auto graph = test::random_graph(dice);
    const auto pattern = test::random_pattern(dice);
    const auto expected = test::match_plainly(pattern, graph);
    const auto made = query::Query::parse(pattern.text());
    REQUIRE(made.has_value());
    const auto table = made->run(graph::freeze(graph), nullptr, {});
    INFO(i << ": " << pattern.text());
    REQUIRE(table.has_value());
    const auto got = paths_of(*table);
    if (pattern.shortest && !pattern.all) {
      CHECK(is_choice(got, expected.paths));
    } else {
      CHECK(got == expected.paths);
    }
    const bool repeated = std::any_of(pattern.edges.begin(), pattern.edges.end(),
                                      [](const auto& edge) { return edge.repeated; });
    if (!repeated) CHECK(table->hidden == expected.hidden);
    found += got.size();
    hidden += expected.hidden;
  }
  CHECK(found > 5000);
  CHECK(hidden > 500);
}
