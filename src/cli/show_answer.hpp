// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "app/open_graph.hpp"
#include "ask/ask.hpp"
#include "cli/console.hpp"
#include "cli/grid.hpp"

namespace entente::cli {

/// The rows of an answer as they are shown: as a grid, or as Turtle what they show of the graph. An answer
/// that shows nothing of the graph is a data error then.
[[nodiscard]] Result<std::string> answer_text(const query::Table& answer, const app::OpenGraph& graph,
                                              const std::optional<Format>& format, const Console& console);

/// The rows of an answer on out; how the question was read, its query, the notes and the number of hidden
/// facts on err. show_all_hint says how to see those ("--facts all").
[[nodiscard]] ExitCode show_answer(const ask::Answer& answer, const app::OpenGraph& graph,
                                   const std::optional<Format>& format, const std::string& show_all_hint,
                                   const Console& console);

}  // namespace entente::cli
