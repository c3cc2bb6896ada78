// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot_state.hpp"

#include <algorithm>

#include "graph/snapshot_format.hpp"

namespace entente::graph {

std::string state_in(std::string_view snapshot) {
  SnapshotHeader header;
  if (snapshot.size() < sizeof header) return {};
  std::memcpy(&header, snapshot.data(), sizeof header);
  if (header.magic != kSnapshotMagic) return {};
  return {header.state.begin(), std::find(header.state.begin(), header.state.end(), '\0')};
}

}  // namespace entente::graph
