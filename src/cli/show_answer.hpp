// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "ask/ask.hpp"
#include "cli/console.hpp"
#include "cli/grid.hpp"
#include "graph/snapshot.hpp"

namespace entente::cli {

/// The rows of an answer on out; how the question was read, its query, the notes and the number of hidden
/// facts on err. show_all_hint says how to see those ("--facts all").
[[nodiscard]] ExitCode show_answer(const ask::Answer& answer, const graph::Snapshot& graph,
                                   const std::optional<Format>& format, const std::string& show_all_hint,
                                   const Console& console);

}  // namespace entente::cli
