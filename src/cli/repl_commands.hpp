// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.hpp"

namespace entente::cli {

class Repl;

/// Runs a command of the shell, given without its '.' or ':'. Names may be cut as long as they are clear.
[[nodiscard]] ExitCode run_repl_command(const std::string& line, Repl& repl);

[[nodiscard]] std::vector<std::string> repl_command_names();

}  // namespace entente::cli
