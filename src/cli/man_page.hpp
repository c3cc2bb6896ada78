// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "cli/program_info.hpp"

namespace entente::cli {

/// entente.1 for man(1), in the man macros of roff.
[[nodiscard]] std::string man_page(const ProgramInfo& info, std::string_view version);

}  // namespace entente::cli
