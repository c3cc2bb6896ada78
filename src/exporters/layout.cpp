// SPDX-License-Identifier: Apache-2.0
#include "exporters/layout.hpp"

#include <algorithm>
#include <cmath>

namespace entente::exporters {

namespace {

constexpr double kSpacing = 100;     // the distance that linked nodes settle at, about
constexpr double kGravity = 0.35;    // share of the way to the middle that a node is drawn in one round
constexpr double kStepsInAll = 1e6;  // nodes times rounds
constexpr double kFewestRounds = 10, kMostRounds = 300;

double length(Point v) {
  return std::sqrt(v.x * v.x + v.y * v.y);
}

/// A square as large as the nodes need, each at a place from its seed.
std::vector<Point> first_places(const std::vector<std::uint64_t>& seeds) {
  const double side = kSpacing * std::sqrt(static_cast<double>(seeds.size()));
  const auto share = [](std::uint64_t bits) {
    return static_cast<double>(bits & 0xffffffU) / 0x1000000 - 0.5;
  };
  std::vector<Point> places;
  places.reserve(seeds.size());
  for (const std::uint64_t seed : seeds) places.push_back({side * share(seed), side * share(seed >> 32U)});
  return places;
}

class Forces {
 public:
  Forces(std::vector<Point> places, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges)
      : places_(std::move(places)), moves_(places_.size()), edges_(edges) {}

  void round(double longest_move) {
    const QuadTree tree(places_);
    for (std::uint32_t node = 0; node < places_.size(); ++node) {
      const Point push = tree.push_on(node);
      moves_[node] = {push.x * kSpacing * kSpacing, push.y * kSpacing * kSpacing};
    }
    for (const auto& [a, b] : edges_) pull(a, b);
    for (std::size_t node = 0; node < places_.size(); ++node) move(node, longest_move);
  }

  std::vector<Point> take() { return std::move(places_); }

 private:
  void pull(std::uint32_t a, std::uint32_t b) {
    const Point way{places_[b].x - places_[a].x, places_[b].y - places_[a].y};
    const double force = length(way) / kSpacing;
    moves_[a].x += way.x * force;
    moves_[a].y += way.y * force;
    moves_[b].x -= way.x * force;
    moves_[b].y -= way.y * force;
  }

  void move(std::size_t node, double longest_move) {
    Point& place = places_[node];
    Point& way = moves_[node];
    way.x -= place.x * kGravity;
    way.y -= place.y * kGravity;
    const double distance = length(way);
    const double share = distance > longest_move ? longest_move / distance : 1.0;
    place.x += way.x * share;
    place.y += way.y * share;
  }

  std::vector<Point> places_, moves_;
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges_;
};

}  // namespace

std::vector<Point> lay_out(const std::vector<std::uint64_t>& seeds,
                           const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  if (seeds.empty()) return {};
  Forces forces(first_places(seeds), edges);
  const double rounds =
      std::clamp(kStepsInAll / static_cast<double>(seeds.size()), kFewestRounds, kMostRounds);
  const auto last = static_cast<int>(rounds);
  for (int i = 0; i < last; ++i) forces.round(2 * kSpacing * (last - i) / last);
  return forces.take();
}

}  // namespace entente::exporters
