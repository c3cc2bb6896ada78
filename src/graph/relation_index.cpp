// SPDX-License-Identifier: Apache-2.0
#include "graph/relation_index.hpp"

#include <vector>

namespace entente::graph {

namespace {

constexpr std::size_t kHead = 8;
/// With fewer nodes than one in so many their list is shorter than a bit for each, and as fast.
constexpr std::size_t kSparse = 64;

template <class T>
void append(std::string& out, const std::vector<T>& numbers) {
  out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(T));
}

}  // namespace

std::optional<RelationIndex> RelationIndex::read(std::string_view bytes, std::size_t nodes) {
  if (bytes.size() < kHead) return std::nullopt;
  const auto* head = reinterpret_cast<const std::uint32_t*>(bytes.data());
  const char* rest = bytes.data() + kHead;
  RelationIndex index;
  index.count_ = head[0];
  const std::size_t words = (nodes + 63) / 64, offsets = (std::size_t{index.count_} + 1) * 4;
  const std::size_t keys = head[1] == 0 ? std::size_t{index.count_} * 4 : words * 12;
  if (index.count_ > nodes || head[1] > 1 || bytes.size() != kHead + keys + offsets) return std::nullopt;
  index.offsets_ = reinterpret_cast<const std::uint32_t*>(rest + keys);
  if (head[1] == 0) {
    index.nodes_ = reinterpret_cast<const std::uint32_t*>(rest);
  } else {
    index.words_ = reinterpret_cast<const std::uint64_t*>(rest);
    index.ranks_ = reinterpret_cast<const std::uint32_t*>(rest + words * 8);
  }
  return index;
}

std::string RelationIndex::write(const std::uint32_t* ends, std::size_t count, std::uint32_t begin,
                                 std::size_t nodes) {
  std::vector<std::uint32_t> present, offsets;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && ends[i] == ends[i - 1]) continue;
    present.push_back(ends[i]);
    offsets.push_back(begin + static_cast<std::uint32_t>(i));
  }
  offsets.push_back(begin + static_cast<std::uint32_t>(count));
  const bool sparse = present.size() * kSparse < nodes;
  std::string out;
  append(out, std::vector<std::uint32_t>{static_cast<std::uint32_t>(present.size()), sparse ? 0U : 1U});
  if (sparse) {
    append(out, present);
  } else {
    std::vector<std::uint64_t> words((nodes + 63) / 64);
    for (const std::uint32_t node : present) words[node / 64] |= std::uint64_t{1} << (node % 64);
    std::vector<std::uint32_t> ranks;
    std::uint32_t before = 0;
    for (const std::uint64_t word : words) {
      ranks.push_back(before);
      before += static_cast<std::uint32_t>(std::popcount(word));
    }
    append(out, words);
    append(out, ranks);
  }
  append(out, offsets);
  return out;
}

}  // namespace entente::graph
