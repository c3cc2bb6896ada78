// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_format.hpp"

namespace entente::graph {

namespace {

constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15ULL;

/// Both steps can be undone: lanes that differed before still differ.
std::uint64_t mixed(std::uint64_t lane, std::uint64_t word) {
  lane = (lane ^ word) * kOdd;
  return lane ^ (lane >> 29U);
}

}  // namespace

void PieceHash::add(std::string_view blocks) {
  auto lanes = lanes_;
  for (const char *at = blocks.data(), *end = at + blocks.size(); at != end; at += kBlock)
    for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = mixed(lanes[i], number_at(at, 8, i));
  lanes_ = lanes;
  size_ += blocks.size();
}

std::uint64_t PieceHash::finish(std::string_view last) {
  const std::size_t blocks = last.size() / kBlock * kBlock;
  add(last.substr(0, blocks));
  const char* at = last.data() + blocks;
  std::size_t left = last.size() - blocks;
  const bool has_blocks = size_ > 0;
  std::uint64_t sum = mixed(kOdd, size_ + left);
  for (; left >= 8; left -= 8, at += 8) sum = mixed(sum, number_at(at, 8, 0));
  std::uint64_t tail = 0;
  if (left > 0) std::memcpy(&tail, at, left);
  sum = mixed(sum, tail);
  if (has_blocks)
    for (const std::uint64_t lane : lanes_) sum = mixed(sum, lane);
  return sum;
}

std::uint64_t hash_bytes(std::string_view bytes) {
  return PieceHash().finish(bytes);
}

std::uint64_t snapshot_checksum(SnapshotHeader header, std::uint64_t rest) {
  header.checksum = 0;
  return mixed(hash_bytes({reinterpret_cast<const char*>(&header), sizeof header}), rest);
}

std::uint64_t snapshot_checksum(std::string_view bytes) {
  SnapshotHeader header;
  if (bytes.size() < sizeof header) return 0;
  std::memcpy(&header, bytes.data(), sizeof header);
  return snapshot_checksum(header, hash_bytes(bytes.substr(sizeof header)));
}

}  // namespace entente::graph
