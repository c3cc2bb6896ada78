// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace entente::graph {

/// An edge as the measures of a network see it; nodes are numbers from 0.
struct Link {
  std::uint32_t source = 0, target = 0;
  std::uint32_t weight = 1;  ///< at least 1; those of all links together stay below 2^31
  bool both_ways = false;    ///< of a symmetric relation

  friend bool operator==(const Link&, const Link&) = default;
};

/// Each node's neighbours without direction, without itself, each once and sorted; of several links the
/// weights are added. A row of `neighbours` and `weights` lies between two numbers of `begins`.
struct Neighbourhoods {
  std::vector<std::size_t> begins;  ///< nodes + 1
  std::vector<std::uint32_t> neighbours;
  std::vector<std::int64_t> weights;

  Neighbourhoods(std::size_t nodes, const std::vector<Link>& links);
  [[nodiscard]] std::size_t size() const { return begins.size() - 1; }
};

}  // namespace entente::graph
