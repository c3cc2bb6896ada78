// SPDX-License-Identifier: Apache-2.0
#include "cli/show_answer.hpp"

#include <ostream>

#include "cli/options.hpp"
#include "cli/query_grid.hpp"

namespace entente::cli {

namespace {

/// A text of several lines, each set off from the results.
void tell(const std::string& what, const std::string& text, const Console& console) {
  std::string line;
  for (const char c : text + "\n") {
    if (c != '\n') {
      line += c;
    } else if (!line.empty()) {
      console.err() << what << line << "\n";
      line.clear();
    }
  }
  console.err() << std::flush;
}

}  // namespace

ExitCode show_answer(const ask::Answer& answer, const graph::Snapshot& graph,
                     const std::optional<Format>& format, const std::string& show_all_hint,
                     const Console& console) {
  tell("read as: ", answer.reading, console);
  tell("query:   ", answer.query, console);
  const ExitCode shown =
      console.show(to_text(to_grid(answer.table, graph), format_for(format, console), table_width(console)));
  for (const std::string& note : answer.notes) tell("note:    ", note, console);
  tell("note:    ", hidden_note(answer.table.hidden, show_all_hint), console);
  return shown;
}

}  // namespace entente::cli
