// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/grid.hpp"
#include "graph/property_graph.hpp"

namespace entente::cli {

/// What queries can name: labels and relation types with their number, and property names.
[[nodiscard]] Grid schema_grid(const graph::PropertyGraph& graph);

}  // namespace entente::cli
