// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/console.hpp"

namespace entente::cli {

/// The whole program but for the standard streams: parses the command line, runs the command, returns what
/// main returns.
[[nodiscard]] int run_program(int argc, const char* const* argv, Console& console);

}  // namespace entente::cli
