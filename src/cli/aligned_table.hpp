// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "cli/grid.hpp"

namespace entente::cli {

/// A grid for the eye: columns in line (by display width), a rule below the head, the number of rows below.
/// Lines are kept within the width by cutting the widest columns; where even that is too wide, columns at the
/// end are left out and the last line says so.
[[nodiscard]] std::string aligned_table(const Grid& grid, Layout layout);

/// A text without what would move the cursor: control characters become blanks, bytes that are no UTF-8 "�".
/// lines: line breaks stay.
[[nodiscard]] std::string printable(std::string_view text, bool lines = false);

/// The longest beginning of a text that fits into columns of a terminal, with "…" when something was cut off.
[[nodiscard]] std::string cut_to_width(const std::string& text, std::size_t columns);

}  // namespace entente::cli
