// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/reduce.hpp"
#include "cli/commands.hpp"
#include "cli/decision_grid.hpp"
#include "cli/input_stream.hpp"
#include "cli/options.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::vector<std::string> facts;
  app::ResourcePaths resources;
};

std::string summary(const app::ReduceReport& report) {
  return std::to_string(report.lines) + (report.lines == 1 ? " line, " : " lines, ") +
         std::to_string(report.documents) + (report.documents == 1 ? " document" : " documents") +
         (report.unchanged == 0 ? "" : "; " + std::to_string(report.unchanged) + " already there");
}

ExitCode run(const Options& options, const Console& console) {
  std::vector<std::unique_ptr<InputStream>> streams;
  std::vector<app::FactInput> inputs;
  for (const std::string& name : options.facts) {
    streams.push_back(std::make_unique<InputStream>());
    if (const Status opened = streams.back()->open(name, console); !opened)
      return console.fail(opened.error());
    inputs.push_back({&streams.back()->stream(), name});
  }
  const auto report = app::reduce(inputs, options.graph, options.resources);
  if (!report) return console.fail(report.error());
  console.note(summary(*report));
  return note_conflicts(options.graph, options.resources, console);
}

}  // namespace

void add_reduce(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("reduce", "Bring facts that map wrote into a graph file");
  const auto options = std::make_shared<Options>();
  command->add_option("FACTS", options->facts, "JSON lines of entente map; - is standard input")
      ->required()
      ->type_name("FILE");
  add_graph_option(*command, options->graph);
  add_reading_options(*command, options->resources);
  command->footer(
      "The lines may come in any order, in any number of files and calls, and more than once: the graph is "
      "the one\n"
      "that a build from the documents makes, but for their texts. They are sorted in a file beside the "
      "graph.\n"
      "Example:\n  entente map < docs.jsonl > facts.jsonl; entente reduce facts.jsonl -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
