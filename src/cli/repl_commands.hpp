// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/completion.hpp"
#include "cli/exit_code.hpp"

namespace entente::cli {

class Repl;

/// Runs a command of the shell, given without its '.' or ':'. Names may be cut as long as they are clear.
[[nodiscard]] ExitCode run_repl_command(const std::string& line, Repl& repl);

/// The commands with what their arguments are, for completion.
[[nodiscard]] std::vector<app::CommandWord> repl_command_words();

}  // namespace entente::cli
