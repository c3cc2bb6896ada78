// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/decide.hpp"
#include "app/remove_documents.hpp"
#include "cli/commands.hpp"
#include "cli/decision_grid.hpp"
#include "cli/options.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::vector<std::string> documents;
  app::ResourcePaths resources;
};

ExitCode run(const Options& options, const Console& console) {
  const auto removed = app::remove_documents(options.graph, options.documents);
  if (!removed) return console.fail(removed.error());
  console.note(std::to_string(removed->size()) +
               (removed->size() == 1 ? " document removed" : " documents removed"));
  return note_conflicts(options.graph, options.resources, console);
}

}  // namespace

void add_rm(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("rm", "Take documents out of a graph");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("DOC", options->documents,
                   "A document's name, or its id (16 hex digits; 4 are enough when they are clear)")
      ->required();
  add_graph_option(*command, options->graph);
  add_ontology_option(*command, options->resources);
  command->footer(
      "What other documents say too stays. All of them are removed, or none.\n"
      "Example:\n  entente rm 2020-06-08.txt -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
