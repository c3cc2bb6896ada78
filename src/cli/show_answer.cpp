// SPDX-License-Identifier: Apache-2.0
#include "cli/show_answer.hpp"

#include <sstream>

#include "app/answer_graph.hpp"
#include "app/export_graph.hpp"
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

Result<std::string> answer_text(const query::Table& answer, const app::OpenGraph& graph,
                                const std::optional<Format>& format, const Console& console) {
  const Format chosen = format_for(format, console);
  if (chosen != Format::turtle)
    return to_text(to_grid(answer, graph.graph, chosen), chosen, table_layout(console));
  const auto part = app::shown_part(answer, graph);
  if (!part) return fail(part.error());
  std::ostringstream text;
  exporters::Options options;
  options.all_facts = true;
  options.imported = part->imported_part();
  const Status written =
      app::write_graph(part->facts, graph.vocabulary, app::ExportFormat::turtle, options, text);
  if (!written) return fail(written.error());
  return text.str();
}

ExitCode show_answer(const ask::Answer& answer, const app::OpenGraph& graph,
                     const std::optional<Format>& format, const std::string& show_all_hint,
                     const Console& console) {
  tell("read as: ", answer.reading, console);
  tell("query:   ", answer.query, console);
  const auto text = answer_text(answer.table, graph, format, console);
  const ExitCode shown = text ? console.show(*text) : console.fail(text.error());
  for (const std::string& note : answer.notes) tell("note:    ", note, console);
  tell("note:    ", hidden_note(answer.table.hidden, show_all_hint), console);
  return shown;
}

}  // namespace entente::cli
