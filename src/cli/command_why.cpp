// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/open_graph.hpp"
#include "app/why.hpp"
#include "cli/commands.hpp"
#include "cli/explain.hpp"
#include "cli/options.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::string fact;
  std::string entity;
  app::ResourcePaths resources;
};

ExitCode why_entity(const Options& options, const FactBase& base, const Console& console) {
  const auto entities = app::find_entities(base, options.entity);
  if (!entities) return console.fail(entities.error());
  const auto reader = app::load_reader(options.resources);
  if (!reader) return console.fail(reader.error());
  std::string text;
  for (const Entity* entity : *entities) {
    const auto mentions = app::mentions_of(*entity, base, *reader);
    if (!mentions) return console.fail(mentions.error());
    text += explain_entity(*entity, *mentions);
  }
  return console.show(text);
}

ExitCode run(const Options& options, const Console& console) {
  if (options.fact.empty() == options.entity.empty()) {
    return console.fail(Error{ErrorKind::usage, "give a fact's id, or --entity NAME", {}, {}});
  }
  const auto vocabulary = app::load_vocabulary(options.resources);
  if (!vocabulary) return console.fail(vocabulary.error());
  const auto base = app::load_fact_base(options.graph, *vocabulary);
  if (!base) return console.fail(base.error());
  if (!options.entity.empty()) return why_entity(options, *base, console);
  const auto fact = app::find_fact(*base, options.fact);
  return fact ? console.show(explain_fact(**fact, *base)) : console.fail(fact.error());
}

}  // namespace

void add_why(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("why", "Show the sentences and rules behind a fact, or behind an entity");
  const auto options = std::make_shared<Options>();
  command->add_option("FACT", options->fact,
                      "The fact's id (16 hex digits; 4 are enough when they are clear)");
  command
      ->add_option("--entity", options->entity,
                   "An entity instead: every place that speaks of it, and why (needs the model)")
      ->type_name("NAME");
  add_graph_option(*command, options->graph);
  add_reading_options(*command, options->resources);
  command->footer(
      "Examples:\n  entente why 3fa91c07 -g world.entente\n  entente why --entity WHO -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
