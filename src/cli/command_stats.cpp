// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/stats.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/stats_grid.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  app::ResourcePaths resources;
  std::optional<Format> format;
};

ExitCode run(const Options& options, const Console& console) {
  const auto vocabulary = app::load_vocabulary(options.resources);
  if (!vocabulary) return console.fail(vocabulary.error());
  const auto stats = app::stats_of_file(options.graph, *vocabulary);
  if (!stats) return console.fail(stats.error());
  return console.show(
      to_text(stats_grid(*stats), format_for(options.format, console), table_layout(console)));
}

}  // namespace

void add_stats(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("stats", "Count what a graph holds");
  const auto options = std::make_shared<Options>();
  add_graph_option(*command, options->graph);
  add_format_option(*command, options->format);
  add_ontology_option(*command, options->resources);
  command->footer("Example:\n  entente stats -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
