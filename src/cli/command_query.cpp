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
  std::string query;    ///< a statement, the name of a saved query, or "-"
  std::string command;  ///< -c
  std::string file;     ///< -f
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

/// The statements to run, from wherever they were given. A saved query's defaults fill the parameters that
/// were not given.
Result<std::string> take_script(Options& options) {
  if (!options.command.empty()) return options.command;
  if (options.file == "-" || options.query == "-") return read_standard_input();
  if (!options.file.empty()) return read_file(options.file);
  if (!is_name(options.query)) return options.query;
  auto saved = find_saved_query(options.folder, options.query);
  if (!saved) return fail(std::move(saved.error()));
  if (Status filled = fill_parameters(*saved, options.query_options.parameters); !filled)
    return fail(std::move(filled.error()));
  return std::move(saved->text);
}

ExitCode list(const Options& options, const Console& console) {
  const auto queries = load_saved_queries(options.folder);
  if (!queries) return console.fail(queries.error());
  return console.show(
      to_text(saved_queries_grid(*queries), format_for(options.format, console), table_width(console)));
}

ExitCode run(Options options, const Console& console) {
  if (options.list) return list(options, console);
  const int given = int{!options.query.empty()} + int{!options.command.empty()} + int{!options.file.empty()};
  if (given != 1)
    return console.fail(Error{ErrorKind::usage, "give one of QUERY, -c TEXT and -f FILE", {}, {}});
  for (const std::string& assignment : options.assignments) {
    if (const Status status = add_parameter(assignment, options.query_options.parameters); !status)
      return console.fail(status.error());
  }
  if (options.graph.empty()) return console.fail(Error{ErrorKind::usage, "which graph?", {}, "-g FILE"});
  const auto script = take_script(options);
  if (!script) return console.fail(script.error());
  const auto graph = app::open_graph(options.graph, options.resources);
  if (!graph) return console.fail(graph.error());
  Statements statements = split_statements(*script);
  if (!statements.rest.empty()) statements.complete.push_back(std::move(statements.rest));
  if (statements.complete.empty()) return console.fail(Error{ErrorKind::data, "there is no query", {}, {}});
  const Interrupt interrupt;
  options.query_options.stop = interrupt.stop();
  for (const std::string& statement : statements.complete) {
    const ExitCode code =
        run_query(statement, *graph, options.query_options, options.format, "--facts all", console);
    if (code != ExitCode::done) return code;
  }
  return ExitCode::done;
}

}  // namespace

void add_query(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("query", "Ask a graph with a path pattern, or a saved query by name");
  const auto options = std::make_shared<Options>();
  command->add_option("QUERY", options->query,
                      "A statement, the name of a saved query, or - for standard input");
  add_graph_option(*command, options->graph)->required(false);
  command->add_option("-c,--command", options->command, "A statement")->type_name("TEXT");
  command->add_option("-f,--file", options->file, "A file of statements, each ended by ;")->type_name("FILE");
  add_query_options(*command, options->query_options, options->assignments);
  command->add_flag("--list", options->list, "List the saved queries");
  command->add_option("--queries", options->folder, "Folder of the saved queries")->type_name("DIR");
  add_format_option(*command, options->format);
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
