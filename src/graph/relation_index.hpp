// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/ids.hpp"

namespace entente::graph {

/// Where the edges of each node stand among those of one type in one direction, which are sorted by that
/// node. Bytes: u32 count of the nodes that have any, u32 form; form 0: u32 these nodes, sorted; form 1: u64
/// words with a bit a node, u32 a word: such nodes before it; then u32 offsets, count + 1.
class RelationIndex {
 public:
  RelationIndex() = default;
  /// Nothing for bytes that cannot be of a graph with so many nodes.
  [[nodiscard]] static std::optional<RelationIndex> read(std::string_view bytes, std::size_t nodes);
  /// `ends`: the sorted ends of the edges, whose places begin at `begin`.
  [[nodiscard]] static std::string write(const std::uint32_t* ends, std::size_t count, std::uint32_t begin,
                                         std::size_t nodes);

  /// First place and the one after the last; the same twice where the node has no such edge.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> range(NodeId node) const {
    const auto id = static_cast<std::uint32_t>(node);
    std::size_t place = 0;
    if (words_ != nullptr) {
      const std::uint64_t word = words_[id >> 6U], bit = std::uint64_t{1} << (id & 63U);
      if ((word & bit) == 0) return {0, 0};
      place = ranks_[id >> 6U] + static_cast<std::size_t>(std::popcount(word & (bit - 1)));
    } else {
      const auto* found = std::lower_bound(nodes_, nodes_ + count_, id);
      if (found == nodes_ + count_ || *found != id) return {0, 0};
      place = static_cast<std::size_t>(found - nodes_);
    }
    return {offsets_[place], offsets_[place + 1]};
  }

  /// How many nodes have such an edge.
  [[nodiscard]] std::size_t node_count() const { return count_; }

 private:
  std::uint32_t count_ = 0;
  const std::uint32_t* offsets_ = nullptr;
  const std::uint32_t* nodes_ = nullptr;
  const std::uint32_t* ranks_ = nullptr;
  const std::uint64_t* words_ = nullptr;
};

}  // namespace entente::graph
