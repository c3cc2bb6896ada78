// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "exporters/quad_tree.hpp"

namespace entente::exporters {

/// Places nodes by forces: neighbours pull, all push (far ones as one), everything leans to the middle.
/// `seeds` has one number a node, from which its first place comes; edges are places in it. Same input, same
/// points on every machine: only + - * / and square roots, in a fixed order, a fixed number of rounds. All
/// points are finite.
[[nodiscard]] std::vector<Point> lay_out(const std::vector<std::uint64_t>& seeds,
                                         const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges);

}  // namespace entente::exporters
