// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/stats.hpp"
#include "cli/grid.hpp"

namespace entente::cli {

/// Figures one a row: what is counted, of which kind, how many.
[[nodiscard]] Grid stats_grid(const app::Stats& stats);

}  // namespace entente::cli
