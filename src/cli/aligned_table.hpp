// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "cli/grid.hpp"

namespace entente::cli {

/// A grid for the eye: columns in line (by display width), a rule below the head, the number of rows below.
/// width > 0: lines are kept within it by cutting the widest columns.
[[nodiscard]] std::string aligned_table(const Grid& grid, std::size_t width);

/// The longest beginning of a text that fits into columns of a terminal, with "…" when something was cut off.
[[nodiscard]] std::string cut_to_width(const std::string& text, std::size_t columns);

}  // namespace entente::cli
