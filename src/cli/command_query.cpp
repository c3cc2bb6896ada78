// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/open_graph.hpp"
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/parameters.hpp"
#include "cli/run_query.hpp"
#include "cli/saved_queries.hpp"
#include "cli/statements.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::string query;            ///< a statement, the name of a saved query, or "-"
  std::vector<Script> scripts;  ///< -c, -f
  bool keep_going = false;
  bool list = false;
  std::filesystem::path folder;  ///< of the saved queries
  std::vector<std::string> assignments;
  query::Options query_options;
  std::optional<Format> format;
  app::ResourcePaths resources;
};

/// A saved query's name, where a statement could not be one word.
bool is_name(const std::string& text) {
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
         std::string::npos;
}

void append(std::vector<std::string>& statements, std::string_view script) {
  Statements more = split_statements(script);
  if (!more.rest.empty()) more.complete.push_back(std::move(more.rest));
  statements.insert(statements.end(), std::make_move_iterator(more.complete.begin()),
                    std::make_move_iterator(more.complete.end()));
}

/// The text of QUERY: itself, standard input, or a saved query, whose defaults fill the parameters that were
/// not given.
Result<std::string> text_of_query(Options& options) {
  if (options.query == "-") return read_standard_input();
  if (!is_name(options.query)) return options.query;
  auto saved = find_saved_query(options.folder, options.query);
  if (!saved) return fail(std::move(saved.error()));
  if (Status filled = fill_parameters(*saved, options.query_options.parameters); !filled)
    return fail(std::move(filled.error()));
  return std::move(saved->text);
}

/// The statements to run, from wherever they were given.
Result<std::vector<std::string>> take_statements(Options& options) {
  std::vector<std::string> statements;
  if (options.scripts.empty()) {
    const auto text = text_of_query(options);
    if (!text) return fail(text.error());
    append(statements, *text);
  }
  for (const Script& script : options.scripts) {
    if (!script.is_file) {
      append(statements, script.text);
      continue;
    }
    const auto text = script.text == "-" ? read_standard_input() : read_file(script.text);
    if (!text) return fail(text.error());
    append(statements, *text);
  }
  if (statements.empty()) return fail(ErrorKind::data, "there is no query");
  return statements;
}

ExitCode list(const Options& options, const Console& console) {
  const auto queries = load_saved_queries(options.folder);
  if (!queries) return console.fail(queries.error());
  return console.show(
      to_text(saved_queries_grid(*queries), format_for(options.format, console), table_layout(console)));
}

/// The code of the first error, at which it stops, unless it is to keep going.
ExitCode run_all(const std::vector<std::string>& statements, const app::OpenGraph& graph, Options& options,
                 const Console& console) {
  const Interrupt interrupt;
  options.query_options.stop = interrupt.stop();
  query::GraphIndex index(graph.graph);
  ExitCode first_error = ExitCode::done;
  for (const std::string& statement : statements) {
    const ExitCode code =
        run_query(statement, graph, index, options.query_options, options.format, "--facts all", console);
    if (first_error == ExitCode::done) first_error = code;
    if (code != ExitCode::done && (!options.keep_going || *interrupt.stop())) break;
  }
  return first_error;
}

ExitCode run(Options options, const Console& console) {
  if (options.list) return list(options, console);
  if (options.query.empty() == options.scripts.empty())
    return console.fail(
        Error{ErrorKind::usage, "give QUERY, or -c TEXT and -f FILE as often as you like", {}, {}});
  for (const std::string& assignment : options.assignments) {
    if (const Status status = add_parameter(assignment, options.query_options.parameters); !status)
      return console.fail(status.error());
  }
  if (options.graph.empty()) return console.fail(Error{ErrorKind::usage, "which graph?", {}, "-g FILE"});
  const auto statements = take_statements(options);
  if (!statements) return console.fail(statements.error());
  const auto graph = app::open_graph(options.graph, options.resources);
  if (!graph) return console.fail(graph.error());
  return run_all(*statements, *graph, options, console);
}

}  // namespace

void add_query(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("query", "Ask a graph with a path pattern, or a saved query by name");
  const auto options = std::make_shared<Options>();
  command->add_option("QUERY", options->query,
                      "A statement, the name of a saved query, or - for standard input");
  add_graph_option(*command, options->graph)->required(false);
  add_script_options(*command, options->scripts, options->keep_going);
  add_query_options(*command, options->query_options, options->assignments);
  command->add_flag("--list", options->list, "List the saved queries");
  command->add_option("--queries", options->folder, "Folder of the saved queries")->type_name("DIR");
  add_format_option(*command, options->format, true);
  add_ontology_option(*command, options->resources);
  command->footer(
      "Examples:\n"
      "  entente query 'MATCH (a)-[f:cooperated]-(b) RETURN a.name, b.name' -g world.entente\n"
      "  entente query 'MATCH (a {name: $who})-[f]->(b) RETURN type(f), b.name' -P who=China -g "
      "world.entente\n"
      "  entente query --list");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
