// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_format.hpp"

namespace entente::graph {

namespace {

constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15ULL;
constexpr std::size_t kLanes = 8;

/// Both steps can be undone: lanes that differed before still differ.
std::uint64_t mixed(std::uint64_t lane, std::uint64_t word) {
  lane = (lane ^ word) * kOdd;
  return lane ^ (lane >> 29U);
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes) {
  std::array<std::uint64_t, kLanes> lanes{1, 2, 3, 4, 5, 6, 7, 8};
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8 * kLanes; left -= 8 * kLanes, at += 8 * kLanes)
    for (std::size_t i = 0; i < kLanes; ++i) lanes[i] = mixed(lanes[i], number_at(at, 8, i));
  std::uint64_t sum = mixed(kOdd, bytes.size());
  for (; left >= 8; left -= 8, at += 8) sum = mixed(sum, number_at(at, 8, 0));
  std::uint64_t tail = 0;
  if (left > 0) std::memcpy(&tail, at, left);
  sum = mixed(sum, tail);
  if (bytes.size() >= 8 * kLanes)
    for (const std::uint64_t lane : lanes) sum = mixed(sum, lane);
  return sum;
}

std::uint64_t snapshot_checksum(std::string_view bytes) {
  SnapshotHeader header;
  if (bytes.size() < sizeof header) return 0;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.checksum = 0;
  const auto of_header = hash_bytes({reinterpret_cast<const char*>(&header), sizeof header});
  return mixed(of_header, hash_bytes(bytes.substr(sizeof header)));
}

}  // namespace entente::graph
