// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/ids.hpp"

namespace entente::graph {

/// Nodes by the hash of a value: few of them, among which those that have the value must be told apart by
/// looking. Bytes: u32 bits, u32 count, u32 offsets (2^bits + 1), NodeId count: by bucket, then by id.
class NodeLookup {
 public:
  NodeLookup() = default;
  [[nodiscard]] static std::optional<NodeLookup> read(std::string_view bytes);
  /// Of pairs of a hash and a node, in order of the nodes.
  [[nodiscard]] static std::string write(const std::vector<std::pair<std::uint64_t, NodeId>>& entries);

  /// Sorted by id; a node may stand twice.
  [[nodiscard]] std::span<const NodeId> find(std::uint64_t hash) const {
    const std::size_t bucket = bits_ == 0 ? 0 : hash >> (64 - bits_);
    return {nodes_ + offsets_[bucket], nodes_ + offsets_[bucket + 1]};
  }

 private:
  std::uint32_t bits_ = 0;
  const std::uint32_t* offsets_ = nullptr;
  const NodeId* nodes_ = nullptr;
};

/// The hashes of values that are looked up: texts, and integers.
[[nodiscard]] std::uint64_t hash_of_text(std::string_view text);
[[nodiscard]] std::uint64_t hash_of_integer(std::int64_t integer);

}  // namespace entente::graph
