// SPDX-License-Identifier: Apache-2.0
#include "cli/answer_picture.hpp"

#include <sstream>

#include "base/utf8.hpp"
#include "graph/freeze.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::cli;

namespace {

struct Star {
  graph::Snapshot graph;
  query::Table answer{{"f"}, {}, 0};

  explicit Star(int rays) {
    graph::PropertyGraph made;
    const graph::NodeId middle = made.add_node({"Country"}, {{"name", "中国"}});
    for (int i = 0; i < rays; ++i) {
      const graph::NodeId end = made.add_node({"Country"}, {{"name", "Country number " + std::to_string(i)}});
      made.add_edge(middle, end, "metWith", {});
      made.add_edge(middle, end, "metWith", {});
    }
    graph = graph::freeze(made);
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) answer.rows.push_back({{graph::EdgeId{i}}});
  }
};

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, utf8::display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("a picture has every node, and edges in words") {
  const Star star(3);
  const Picture picture = picture_of(star.answer, star.graph);
  CHECK(picture.nodes.size() == 4);
  REQUIRE(picture.edges.size() == 3);
  CHECK(picture.edges[0].count == 2);
  const std::string text = draw(picture, {60, false});
  for (const std::string& node : picture.nodes) CHECK(text.find(node) != std::string::npos);
  CHECK(text.find("中国 ─metWith (2)→ Country number 0\n") != std::string::npos);
  CHECK(text == draw(picture_of(star.answer, star.graph), {60, false}));
}

TEST_CASE("a picture stays within its width and its number of nodes") {
  const Star star(200);
  const Picture picture = picture_of(star.answer, star.graph);
  for (const std::size_t width : {10u, 20u, 40u, 80u, 300u}) {
    const std::string text = draw(picture, {width, false});
    CHECK(widest_line(text) <= width);
    if (width >= 40) CHECK(text.find("... and 177 more nodes") != std::string::npos);
  }
  CHECK(draw(Picture{}, {40, false}).empty());
}

TEST_CASE("a question's answer names its nodes") {
  const graph::Snapshot graph;
  query::Table answer{{"subject", "relation", "object", "sentence"}, {}, 0};
  answer.rows.push_back({{"China"}, {"metWith"}, {"Italy"}, {"They met."}});
  answer.rows.push_back({{"China"}, {"metWith"}, {}, {"It met."}});
  const Picture picture = picture_of(answer, graph);
  CHECK(picture.nodes == std::vector<std::string>{"China", "Italy"});
  CHECK(picture.edges.size() == 1);
  CHECK(picture_of(query::Table{{"n"}, {{{1}}}, 0}, graph).nodes.empty());
}
