// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/decide.hpp"
#include "cli/console.hpp"
#include "cli/grid.hpp"

namespace entente::cli {

/// The log as a table: number, decision, what it is about, what became of it and why, by, date, id.
[[nodiscard]] Grid decision_grid(const app::DecidedFacts& decided);

/// "decision 4f0c...: confirm China providedAidTo Kenya"
[[nodiscard]] std::string decision_line(const Decision& decision);

/// Tells on standard error how many decisions a graph file has that are not in force.
ExitCode note_conflicts(const std::filesystem::path& graph, const app::ResourcePaths& resources,
                        const Console& console);

/// "2 decisions are not in force: entente decisions tells why"; empty for none.
[[nodiscard]] std::string conflict_note(std::size_t conflicts);

}  // namespace entente::cli
