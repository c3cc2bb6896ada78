// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>

#include "app/version.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/parameters.hpp"
#include "cli/repl.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::vector<std::string> assignments;
  query::Options query;
  std::optional<Format> format;
  app::ResourcePaths resources;
};

ExitCode run(Options options, const Console& console) {
  for (const std::string& assignment : options.assignments) {
    if (const Status status = add_parameter(assignment, options.query.parameters); !status)
      return console.fail(status.error());
  }
  const auto graph = app::open_graph(options.graph, options.resources);
  if (!graph) return console.fail(graph.error());
  const bool interactive = console.in_is_terminal();
  if (interactive) {
    console.err() << "entente " << app::version() << ": " << graph->base.entities.size() << " entities, "
                  << graph->base.facts.size()
                  << " facts. A statement ends with ';', a question with Enter; .help tells more."
                  << std::endl;
  }
  Repl repl(*graph, options.resources, console);
  repl.state().options = options.query;
  repl.state().format = options.format;
  const auto lines = make_line_source(console);
  return repl.run(*lines, interactive);
}

}  // namespace

void add_repl(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("repl", "Query a graph in a shell; from a pipe, run a script");
  const auto options = std::make_shared<Options>();
  add_graph_option(*command, options->graph);
  add_query_options(*command, options->query, options->assignments);
  add_format_option(*command, options->format);
  add_reading_options(*command, options->resources);
  command->footer(
      "History is kept in $XDG_STATE_HOME/entente/history; ENTENTE_HISTORY names another file, or is off.\n"
      "A script stops at its first error, with the exit code of that error.\nExamples:\n"
      "  entente repl -g world.entente\n  echo 'MATCH (a) RETURN count(a);' | entente repl -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
