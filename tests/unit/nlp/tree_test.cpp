// SPDX-License-Identifier: Apache-2.0
#include "nlp/tree.hpp"

#include "support/catch.hpp"

using namespace entente::nlp;

TEST_CASE("edges and sentence starts") {
  const Edges edges = find_edges({1, 1, 1, 4, 4});
  CHECK(edges.left == std::vector<std::uint32_t>{0, 0, 2, 3, 3});
  CHECK(edges.right == std::vector<std::uint32_t>{0, 2, 2, 3, 4});
  CHECK(edges.sentence_start == std::vector<bool>{true, false, false, true, false});
  CHECK(find_edges({}).left.empty());
}

TEST_CASE("edges of chains in either direction") {
  CHECK(find_edges({1, 2, 3, 3}).left[3] == 0);
  CHECK(find_edges({0, 0, 1, 2}).right[0] == 3);
}

TEST_CASE("a lifted arc finds its head, breadth first and leftmost") {
  Labels labels;
  const auto root = labels.add("ROOT");
  const auto dobj = labels.add("dobj");
  const auto prep = labels.add("prep");
  const auto lifted = labels.add("pobj||prep");
  CHECK(labels.name(labels.own(lifted)) == "pobj");
  CHECK(labels.head(lifted) == prep);
  Forest forest{{1, 1, 1, 2, 1}, {lifted, root, dobj, prep, prep}};
  const Edges edges = deprojectivise(forest, labels, std::vector<bool>(5));
  CHECK(forest.head[0] == 4);  // the prep one level down, not the one two levels down
  CHECK(labels.name(forest.label[0]) == "pobj");
  CHECK(edges.sentence_start == std::vector<bool>{true, false, false, false, false});
}

TEST_CASE("a lifted arc that finds no head stays") {
  Labels labels;
  const auto root = labels.add("ROOT");
  const auto lifted = labels.add("pobj||prep");
  Forest forest{{1, 1}, {lifted, root}};
  static_cast<void>(deprojectivise(forest, labels, {false, false}));
  CHECK(forest.head == std::vector<std::uint32_t>{1, 1});
  CHECK(labels.name(forest.label[0]) == "pobj");
}

TEST_CASE("white space is no head of a lifted arc") {
  Labels labels;
  const auto root = labels.add("ROOT");
  const auto prep = labels.add("prep");
  const auto lifted = labels.add("pobj||prep");
  Forest forest{{1, 1, 1}, {lifted, root, prep}};
  static_cast<void>(deprojectivise(forest, labels, {false, false, true}));
  CHECK(forest.head[0] == 1);
}
