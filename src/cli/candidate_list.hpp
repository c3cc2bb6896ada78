// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/completion.hpp"
#include "cli/console.hpp"

namespace entente::cli {

/// The words that may follow, in columns, each line with its end; at most half a terminal high, and a line
/// that says how many more there are.
[[nodiscard]] std::string list_of_candidates(const app::Completion& completion, TerminalSize terminal);

}  // namespace entente::cli
