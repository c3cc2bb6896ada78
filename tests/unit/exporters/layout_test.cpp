// SPDX-License-Identifier: Apache-2.0
#include "exporters/layout.hpp"

#include <cmath>
#include <set>

#include "support/catch.hpp"

namespace {

using namespace entente::exporters;
using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::vector<std::uint64_t> seeds_for(std::uint32_t nodes) {
  std::vector<std::uint64_t> seeds;
  for (std::uint64_t i = 0; i < nodes; ++i) seeds.push_back((i + 1) * 0x9E3779B97F4A7C15ULL);
  return seeds;
}

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

bool all_finite(const std::vector<Point>& points) {
  for (const Point p : points)
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
  return true;
}

TEST_CASE("nothing and one node are placed") {
  CHECK(lay_out({}, {}).empty());
  CHECK(all_finite(lay_out({7}, {})));
}

TEST_CASE("nodes that start at one place part") {
  const auto points = lay_out({1, 1, 1}, {{0, 1}});
  CHECK(all_finite(points));
  CHECK(distance(points[0], points[1]) > 10);
  CHECK(distance(points[0], points[2]) > 10);
  CHECK(distance(points[1], points[2]) > 10);
}

TEST_CASE("two groups with one link between lie apart, neighbours near") {
  Edges edges;
  for (std::uint32_t a = 0; a < 6; ++a)
    for (std::uint32_t b = a + 1; b < 6; ++b) {
      edges.emplace_back(a, b);
      edges.emplace_back(a + 6, b + 6);
    }
  edges.emplace_back(0, 6);
  const auto points = lay_out(seeds_for(12), edges);
  double inside = 0, across = 0;
  for (std::uint32_t a = 0; a < 6; ++a)
    for (std::uint32_t b = 0; b < 6; ++b) {
      inside += distance(points[a], points[b]) / 36;
      across += distance(points[a], points[b + 6]) / 36;
    }
  CHECK(across > 1.5 * inside);
}

TEST_CASE("a star, a crowd and a large graph give finite points, the same each time") {
  Edges star, ring;
  for (std::uint32_t i = 1; i < 400; ++i) star.emplace_back(0, i);
  for (std::uint32_t i = 0; i < 5000; ++i) ring.emplace_back(i, (i + 1) % 5000);
  CHECK(all_finite(lay_out(seeds_for(400), star)));
  CHECK(all_finite(lay_out(std::vector<std::uint64_t>(300, 42), {})));
  const auto once = lay_out(seeds_for(5000), ring), again = lay_out(seeds_for(5000), ring);
  REQUIRE(all_finite(once));
  bool same = true;
  std::set<std::pair<double, double>> places;
  for (std::size_t i = 0; i < once.size(); ++i) {
    same = same && once[i].x == again[i].x && once[i].y == again[i].y;
    places.emplace(once[i].x, once[i].y);
  }
  CHECK(same);
  CHECK(places.size() == once.size());
}

}  // namespace
