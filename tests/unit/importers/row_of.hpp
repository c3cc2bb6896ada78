// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/graph_block.hpp"

namespace entente::test {

/// The properties of a row of a block.
inline graph::Map row_of(const importers::GraphBlock& block, std::size_t row) {
  graph::Map map;
  for (const auto& column : block.columns())
    if (auto value = column.at(row); !value.is_null()) map.emplace(column.name(), std::move(value));
  return map;
}

}  // namespace entente::test
