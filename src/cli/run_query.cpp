// SPDX-License-Identifier: Apache-2.0
#include "cli/run_query.hpp"

#include "cli/query_grid.hpp"
#include "cli/show_answer.hpp"

namespace entente::cli {

namespace {

ExitCode tell(const Error& error, const std::string& text, const Console& console) {
  console.note(query::with_caret(error, text));
  return exit_code_of(error.kind);
}

}  // namespace

ExitCode run_query(const std::string& text, const app::OpenGraph& graph, query::GraphIndex& index,
                   const query::Options& options, const std::optional<Format>& format,
                   const std::string& show_all_hint, const Console& console, query::Table* table) {
  const auto query = query::Query::parse(text);
  if (!query) return tell(query.error(), text, console);
  auto answer = query->run(index, &graph.vocabulary, options);
  if (!answer) return tell(answer.error(), text, console);
  const auto rows = answer_text(*answer, graph, format, console);
  const ExitCode shown = rows ? console.show(*rows) : console.fail(rows.error());
  if (const std::string note = hidden_note(answer->hidden, show_all_hint); !note.empty()) console.note(note);
  if (table != nullptr) *table = std::move(*answer);
  return shown;
}

}  // namespace entente::cli
