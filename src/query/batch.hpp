// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "query/ast.hpp"

namespace entente::query {

/// Rows that differ in nothing that is read later but one slot, if in that.
struct Batch {
  std::size_t rows = 0;
  Slot slot = kNoSlot;  ///< which the nodes stand for, row by row; none: the rows are the same
  const graph::NodeId* nodes = nullptr;  ///< valid until the stage moves on
};

}  // namespace entente::query
