// SPDX-License-Identifier: Apache-2.0
#include "cli/run_query.hpp"

#include "cli/options.hpp"
#include "cli/query_grid.hpp"

namespace entente::cli {

namespace {

ExitCode tell(const Error& error, const std::string& text, const Console& console) {
  console.note(query::with_caret(error, text));
  return exit_code_of(error.kind);
}

}  // namespace

ExitCode run_query(const std::string& text, const app::OpenGraph& graph, const query::Options& options,
                   const std::optional<Format>& format, const std::string& show_all_hint,
                   const Console& console, query::Table* table) {
  const auto query = query::Query::parse(text);
  if (!query) return tell(query.error(), text, console);
  auto answer = query->run(graph.graph, &graph.vocabulary, options);
  if (!answer) return tell(answer.error(), text, console);
  const ExitCode shown =
      console.show(to_text(to_grid(*answer, graph.graph), format_for(format, console), table_width(console)));
  if (const std::string note = hidden_note(answer->hidden, show_all_hint); !note.empty()) console.note(note);
  if (table != nullptr) *table = std::move(*answer);
  return shown;
}

}  // namespace entente::cli
