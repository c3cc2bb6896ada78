// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <sstream>

#include "app/version.hpp"
#include "cli/commands.hpp"
#include "cli/input_stream.hpp"
#include "cli/options.hpp"
#include "cli/parameters.hpp"
#include "cli/repl.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::vector<std::string> assignments;
  std::vector<Script> scripts;  ///< instead of standard input
  bool keep_going = false;
  bool no_history = false;
  query::Options query;
  std::optional<Format> format;
  app::ResourcePaths resources;
};

ExitCode run_script(const Script& script, Repl& repl, const Console& console) {
  if (!script.is_file) {
    std::istringstream text(script.text);
    return repl.run(*make_script_source(text), false);
  }
  InputStream input;
  if (const Status opened = input.open(script.text, console); !opened) return console.fail(opened.error());
  return repl.run(*make_script_source(input.stream()), false);
}

ExitCode run_scripts(const Options& options, Repl& repl, const Console& console) {
  ExitCode first_error = ExitCode::done;
  for (const Script& script : options.scripts) {
    const ExitCode code = run_script(script, repl, console);
    if (first_error == ExitCode::done) first_error = code;
    if (repl.state().quit || (code != ExitCode::done && !options.keep_going)) break;
  }
  return first_error;
}

ExitCode run(Options options, const Console& console) {
  for (const std::string& assignment : options.assignments) {
    if (const Status status = add_parameter(assignment, options.query.parameters); !status)
      return console.fail(status.error());
  }
  const auto graph = app::open_graph(options.graph, options.resources);
  if (!graph) return console.fail(graph.error());
  Repl repl(*graph, options.resources, console);
  repl.state().file = options.graph;
  repl.state().options = options.query;
  repl.state().format = options.format;
  repl.state().keep_going = options.keep_going;
  if (!options.scripts.empty()) return run_scripts(options, repl, console);
  const bool interactive = console.in_is_terminal();
  if (interactive) {
    console.err() << "entente " << app::version() << ": " << graph->graph.node_count() << " entities, "
                  << graph->graph.edge_count()
                  << " facts. A statement ends with ';', a question with Enter; .help tells more."
                  << std::endl;
  }
  const auto lines = make_line_source(console, !options.no_history);
  return repl.run(*lines, interactive);
}

}  // namespace

void add_repl(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("repl", "Query a graph in a shell; from a pipe, run a script");
  const auto options = std::make_shared<Options>();
  add_graph_option(*command, options->graph);
  add_script_options(*command, options->scripts, options->keep_going);
  add_query_options(*command, options->query, options->assignments);
  add_format_option(*command, options->format, true);
  command->add_flag("--no-history", options->no_history, "Read and write no file of what was typed");
  add_reading_options(*command, options->resources);
  command->footer(
      "History is kept in $XDG_STATE_HOME/entente/history; ENTENTE_HISTORY names another file, or is off.\n"
      "A script stops at its first error, with the exit code of that error.\nExamples:\n"
      "  entente repl -g world.entente\n  echo 'MATCH (a) RETURN count(a);' | entente repl -g world.entente\n"
      "  entente repl -g world.entente -c '.schema met*' -c 'Who met whom?'");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
