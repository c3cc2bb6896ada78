// SPDX-License-Identifier: Apache-2.0
#include "exporters/quad_tree.hpp"

#include <cmath>
#include <cstdint>

#include "support/catch.hpp"

namespace {

using namespace entente::exporters;

Point exact_push(const std::vector<Point>& points, std::size_t on) {
  Point sum;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double x = points[on].x - points[i].x, y = points[on].y - points[i].y;
    const double squared = x * x + y * y;
    if (i == on) continue;
    sum.x += x / std::max(squared, 1.0);
    sum.y += y / std::max(squared, 1.0);
  }
  return sum;
}

std::vector<Point> scattered(std::size_t count) {
  std::vector<Point> points;
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    points.push_back(
        {static_cast<double>(state >> 40U) / 1e4, static_cast<double>((state >> 20U) & 0xffffffU) / 1e4});
  }
  return points;
}

TEST_CASE("a few points push exactly as all pairs do") {
  const std::vector<Point> points = {{0, 0}, {10, 0}, {0, 7}};
  const QuadTree tree(points);
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    CHECK(tree.push_on(i).x == Approx(exact_push(points, i).x).margin(1e-2));
    CHECK(tree.push_on(i).y == Approx(exact_push(points, i).y).margin(1e-2));
  }
}

TEST_CASE("many points push nearly as all pairs do") {
  const auto points = scattered(2000);
  const QuadTree tree(points);
  double wrong = 0, all = 0;
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    const Point exact = exact_push(points, i), near = tree.push_on(i);
    wrong += std::hypot(exact.x - near.x, exact.y - near.y);
    all += std::hypot(exact.x, exact.y);
  }
  CHECK(wrong < 0.05 * all);
}

TEST_CASE("points at one place are pushed, in different directions") {
  const std::vector<Point> points(50, Point{3, 3});
  const QuadTree tree(points);
  const Point first = tree.push_on(0), second = tree.push_on(1);
  CHECK(std::hypot(first.x, first.y) > 0);
  CHECK(std::hypot(first.x - second.x, first.y - second.y) > 0);
}

TEST_CASE("one point and none are not pushed") {
  const std::vector<Point> one = {{5, 5}};
  CHECK(QuadTree(one).push_on(0).x == 0);
  const std::vector<Point> none;
  const QuadTree empty(none);
}

}  // namespace
