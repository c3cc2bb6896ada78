// SPDX-License-Identifier: Apache-2.0
#include "graph/node_lookup.hpp"

#include "graph/snapshot_format.hpp"

namespace entente::graph {

namespace {

constexpr std::size_t kHead = 8;
constexpr std::uint32_t kMostBits = 30;

}  // namespace

std::optional<NodeLookup> NodeLookup::read(std::string_view bytes) {
  if (bytes.size() < kHead) return std::nullopt;
  const auto* numbers = reinterpret_cast<const std::uint32_t*>(bytes.data());
  NodeLookup lookup;
  lookup.bits_ = numbers[0];
  if (lookup.bits_ > kMostBits) return std::nullopt;
  const std::size_t offsets = (std::size_t{1} << lookup.bits_) + 1;
  if (bytes.size() != kHead + 4 * (offsets + std::size_t{numbers[1]})) return std::nullopt;
  lookup.offsets_ = numbers + 2;
  lookup.nodes_ = reinterpret_cast<const NodeId*>(lookup.offsets_ + offsets);
  if (lookup.offsets_[offsets - 1] != numbers[1]) return std::nullopt;
  return lookup;
}

std::string NodeLookup::write(const std::vector<std::pair<std::uint64_t, NodeId>>& entries) {
  std::uint32_t bits = 0;
  while (bits < kMostBits && (std::size_t{2} << bits) < entries.size()) ++bits;
  const auto bucket_of = [bits](std::uint64_t hash) { return bits == 0 ? 0 : hash >> (64 - bits); };
  std::vector<std::uint32_t> numbers(2 + (std::size_t{1} << bits) + 1 + entries.size());
  numbers[0] = bits;
  numbers[1] = static_cast<std::uint32_t>(entries.size());
  std::uint32_t* offsets = numbers.data() + 2;
  std::uint32_t* nodes = offsets + (std::size_t{1} << bits) + 1;
  for (const auto& [hash, node] : entries) ++offsets[bucket_of(hash) + 1];
  for (std::size_t i = 0; i < (std::size_t{1} << bits); ++i) offsets[i + 1] += offsets[i];
  std::vector<std::uint32_t> next(offsets, offsets + (std::size_t{1} << bits));
  for (const auto& [hash, node] : entries) nodes[next[bucket_of(hash)]++] = static_cast<std::uint32_t>(node);
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t)};
}

std::uint64_t hash_of_text(std::string_view text) {
  return hash_bytes(text);
}

std::uint64_t hash_of_integer(std::int64_t integer) {
  auto bits = static_cast<std::uint64_t>(integer) * 0x9e3779b97f4a7c15ULL;
  bits ^= bits >> 32U;
  return bits * 0xbf58476d1ce4e5b9ULL;
}

}  // namespace entente::graph
