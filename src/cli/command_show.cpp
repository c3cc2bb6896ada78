// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/open_graph.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/show_profile.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::string who;
  app::ProfileOptions profile;
  ProfileFormat format = ProfileFormat::table;
  app::ResourcePaths resources;
};

ExitCode run(const Options& options, const Console& console) {
  const auto graph = app::open_graph(options.graph, options.resources);
  if (!graph) return console.fail(graph.error());
  return show_profile(*graph, options.who, options.format, options.profile, console);
}

}  // namespace

void add_show(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("show", "Show what a graph knows of one thing: a profile with its sentences");
  const auto options = std::make_shared<Options>();
  command->add_option("WHO", options->who, "Its name, another name of it, or its id")->required();
  add_graph_option(*command, options->graph);
  add_facts_option(*command, options->profile.all_facts);
  command->add_option("--limit", options->profile.limit, "Facts and sentences shown of each kind; 0: all")
      ->type_name("N")
      ->capture_default_str();
  command
      ->add_option_function<std::string>(
          "--format",
          [options](const std::string& name) {
            options->format = name == "json" ? ProfileFormat::json : ProfileFormat::table;
          },
          "table (default) or json")
      ->check(CLI::IsMember({"table", "json"}))
      ->type_name("FORMAT");
  add_ontology_option(*command, options->resources);
  command->footer(
      "Several things of that name are listed, with their ids to choose by; the exit code is then 1.\n"
      "Examples:\n  entente show WHO -g world.entente\n  entente show 'Xi Jinping' -g world.entente --format "
      "json");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
