// SPDX-License-Identifier: Apache-2.0
#include "exporters/quad_tree.hpp"

#include <algorithm>
#include <utility>

namespace entente::exporters {

namespace {

constexpr int kDeepest = 24;           // points that are nearer than this share a cell
constexpr double kBlurSquared = 0.81;  // of side through distance, below which a cell is taken as one

/// Some direction of length about one, by number.
Point own_way(std::uint32_t number) {
  const std::uint32_t bits = (number + 1) * 0x9E3779B9U;
  return {static_cast<double>(bits >> 16U) / 0x8000 - 1, static_cast<double>(bits & 0xffffU) / 0x8000 - 1};
}

}  // namespace

QuadTree::QuadTree(const std::vector<Point>& points) : points_(points), cells_(1) {
  if (points.empty()) return;
  Point least = points.front(), most = points.front();
  for (const Point p : points) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  middle_ = {(least.x + most.x) / 2, (least.y + most.y) / 2};
  side_ = std::max({most.x - least.x, most.y - least.y, 1.0});
  cells_.reserve(points.size() * 3);
  for (std::uint32_t point = 0; point < points.size(); ++point) insert(point);
}

std::uint32_t QuadTree::quarter(Point place, Point middle) {
  return (place.x < middle.x ? 0U : 1U) + (place.y < middle.y ? 0U : 2U);
}

/// Gives a cell of one point its inner cells, the point in the one where it lies.
std::uint32_t QuadTree::split(std::uint32_t cell, Point middle) {
  const auto first = static_cast<std::uint32_t>(cells_.size());
  cells_.resize(cells_.size() + 4);
  const std::uint32_t point = cells_[cell].point;
  Cell& inner = cells_[first + quarter(points_[point], middle)];
  inner.sum = points_[point];
  inner.count = 1;
  inner.point = point;
  cells_[cell].first = first;
  return first;
}

void QuadTree::insert(std::uint32_t point) {
  const Point place = points_[point];
  Point middle = middle_;
  double half = side_ / 2;
  std::uint32_t cell = 0;
  for (int depth = 0; depth <= kDeepest; ++depth) {
    const bool was_empty = cells_[cell].count == 0;
    cells_[cell].sum.x += place.x;
    cells_[cell].sum.y += place.y;
    cells_[cell].count += 1;
    if (was_empty) cells_[cell].point = point;
    if (was_empty || depth == kDeepest) return;
    const std::uint32_t first = cells_[cell].first != 0 ? cells_[cell].first : split(cell, middle);
    cell = first + quarter(place, middle);
    half /= 2;
    middle.x += place.x < middle.x ? -half : half;
    middle.y += place.y < middle.y ? -half : half;
  }
}

Point QuadTree::push_from(const Cell& cell, std::uint32_t point) const {
  const Point place = points_[point];
  const Point way{place.x - cell.sum.x / cell.count, place.y - cell.sum.y / cell.count};
  const double squared = way.x * way.x + way.y * way.y;
  if (squared < 1e-12) return own_way(point);
  const double share = cell.count / std::max(squared, 1.0);
  return {way.x * share, way.y * share};
}

Point QuadTree::push_on(std::uint32_t point) const {
  Point sum;
  std::vector<std::pair<std::uint32_t, double>> open = {{0, side_}};  // cells and their sides
  while (!open.empty()) {
    const auto [number, side] = open.back();
    open.pop_back();
    const Cell& cell = cells_[number];
    if (cell.count == 0 || (cell.count == 1 && cell.point == point)) continue;
    const Point place = points_[point];
    const double x = place.x - cell.sum.x / cell.count, y = place.y - cell.sum.y / cell.count;
    if (cell.first != 0 && side * side > kBlurSquared * (x * x + y * y)) {
      for (std::uint32_t inner = 4; inner-- > 0;) open.emplace_back(cell.first + inner, side / 2);
      continue;
    }
    const Point push = push_from(cell, point);
    sum = {sum.x + push.x, sum.y + push.y};
  }
  return sum;
}

}  // namespace entente::exporters
