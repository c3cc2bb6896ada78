// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/grid.hpp"
#include "graph/snapshot.hpp"

namespace entente::cli {

/// What queries can name: labels and relation types with their number, and property names.
[[nodiscard]] Grid schema_grid(const graph::Snapshot& graph);

}  // namespace entente::cli
