// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include "query/compare.hpp"
#include "support/catch.hpp"

using namespace entente::query;
using entente::graph::EdgeId;
using entente::graph::NodeId;

TEST_CASE("equality has three values") {
  CHECK(equals(1, 1.0) == Truth(true));
  CHECK(equals(1, "1") == Truth(false));
  CHECK(equals(Value(), Value()) == Truth());
  CHECK(equals(List{1, Value()}, List{1, Value()}) == Truth());
  CHECK(equals(List{1, Value()}, List{2, Value()}) == Truth(false));
  CHECK(equals(List{1}, List{1, 2}) == Truth(false));
  CHECK(equals(Map{{"a", 1}}, Map{{"a", 1.0}}) == Truth(true));
  CHECK(equals(std::nan(""), std::nan("")) == Truth(false));
}

TEST_CASE("large integers and floats are told apart") {
  const std::int64_t big = std::numeric_limits<std::int64_t>::max();
  CHECK(equals(big, static_cast<double>(big)) == Truth(false));
  CHECK(compare(big, static_cast<double>(big)) == std::optional<int>(-1));
}

TEST_CASE("comparison across kinds is unknown") {
  CHECK_FALSE(compare(1, "a").has_value());
  CHECK_FALSE(compare(NodeId{1}, NodeId{2}).has_value());
  CHECK(compare("a", "b") == std::optional<int>(-1));
  CHECK(compare(List{1, 2}, List{1, 3}) == std::optional<int>(-1));
}

TEST_CASE("the order of ORDER BY is total") {
  const List ordered = {Map{}, NodeId{0}, EdgeId{0}, List{}, Path{{NodeId{0}}, {}}, "text",
                        false, -1,        1.5,       2,      std::nan(""),          Value()};
  for (std::size_t i = 0; i < ordered.size(); ++i)
    for (std::size_t j = 0; j < ordered.size(); ++j) {
      const int decided = order(ordered[i], ordered[j]);
      CHECK((decided < 0) == (i < j));
      CHECK((decided == 0) == (i == j));
    }
}

TEST_CASE("same values have the same hash") {
  CHECK(same(1, 1.0));
  CHECK(hash(1) == hash(1.0));
  CHECK(hash(0.0) == hash(-0.0));
  CHECK(hash(List{1, "a"}) == hash(List{1.0, "a"}));
  CHECK(hash(Value()) == hash(Value()));
}
