// SPDX-License-Identifier: Apache-2.0
#include "cli/decision_grid.hpp"

namespace entente::cli {

namespace {

std::string about(const Decision& decision) {
  const std::string& words = decision.about.empty() ? decision.subject : decision.about;
  if (decision.value.empty()) return words;
  return words + (decision.kind == DecisionKind::note ? ": " : " -> ") + decision.value;
}

}  // namespace

Grid decision_grid(const app::DecidedFacts& decided) {
  Grid grid{{"number", "decision", "about", "state", "reason", "by", "date", "id"}, {}};
  for (std::size_t i = 0; i < decided.log.size(); ++i) {
    const Decision& decision = decided.log[i];
    const resolve::DecisionOutcome& outcome = decided.outcomes[i];
    grid.rows.push_back({number_cell(i + 1), text_cell(std::string(to_text(decision.kind))),
                         text_cell(about(decision)), text_cell(std::string(to_text(outcome.state))),
                         text_cell(outcome.reason), text_cell(decision.by), text_cell(decision.date),
                         text_cell(decision.id)});
  }
  return grid;
}

std::string decision_line(const Decision& decision) {
  return "decision " + decision.id + ": " + std::string(to_text(decision.kind)) + " " + about(decision);
}

ExitCode note_conflicts(const std::filesystem::path& graph, const app::ResourcePaths& resources,
                        const Console& console) {
  if (std::error_code code; !std::filesystem::exists(graph, code)) return ExitCode::done;
  const auto vocabulary = app::load_vocabulary(resources);
  if (!vocabulary) return console.fail(vocabulary.error());
  const auto conflicts = app::count_conflicts(graph, *vocabulary);
  if (!conflicts) return console.fail(conflicts.error());
  if (*conflicts != 0) console.note(conflict_note(*conflicts));
  return ExitCode::done;
}

std::string conflict_note(std::size_t conflicts) {
  if (conflicts == 0) return {};
  return std::to_string(conflicts) + (conflicts == 1 ? " decision is" : " decisions are") +
         " not in force: entente decisions tells why";
}

}  // namespace entente::cli
