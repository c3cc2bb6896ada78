// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::exporters {

struct Point {
  double x = 0, y = 0;
};

/// Points of a plane in squares within squares, so that what is far away can be taken as one (Barnes and Hut
/// 1986): the pushes of n points on each other cost n log n instead of n squared.
class QuadTree {
 public:
  /// Keeps a reference to the points.
  explicit QuadTree(const std::vector<Point>& points);

  /// The sum over all other points of the way from them divided by the distance squared. Points at one place
  /// get ways of length one, different ones. A function of the points and their order alone.
  [[nodiscard]] Point push_on(std::uint32_t point) const;

 private:
  struct Cell {
    Point sum;                // of the points in it
    double count = 0;         // of them
    std::uint32_t first = 0;  // the first of the four inner cells; 0: none
    std::uint32_t point = 0;  // one of the points in it
  };

  void insert(std::uint32_t point);
  [[nodiscard]] std::uint32_t split(std::uint32_t cell, Point middle);
  [[nodiscard]] static std::uint32_t quarter(Point place, Point middle);
  [[nodiscard]] Point push_from(const Cell& cell, std::uint32_t point) const;

  const std::vector<Point>& points_;
  std::vector<Cell> cells_;
  Point middle_;
  double side_ = 1;
};

}  // namespace entente::exporters
