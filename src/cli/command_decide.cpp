// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/decide.hpp"
#include "cli/commands.hpp"
#include "cli/decision_grid.hpp"
#include "cli/options.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  app::ResourcePaths resources;
  Decision decision;
};

using OptionsPtr = std::shared_ptr<Options>;

ExitCode run(const Options& options, const Console& console) {
  const auto decided = app::decide(options.graph, options.resources, options.decision);
  if (!decided) return console.fail(decided.error());
  console.note(decision_line(*decided));
  return ExitCode::done;
}

ExitCode run_undo(const Options& options, const Console& console) {
  const Decision& given = options.decision;
  const auto withdrawn = app::withdraw(options.graph, given.subject, given.by, given.date);
  if (!withdrawn) return console.fail(withdrawn.error());
  console.note("withdrawn: " + decision_line(*withdrawn));
  return ExitCode::done;
}

using Run = ExitCode (*)(const Options&, const Console&);

/// What all of them share.
CLI::App* add_command(CLI::App& program, Chosen& chosen, const char* name, const char* help,
                      const OptionsPtr& options, Run run_it) {
  CLI::App* command = program.add_subcommand(name, help);
  add_graph_option(*command, options->graph);
  command->add_option("--by", options->decision.by, "Who decides; kept in the log")->type_name("NAME");
  command->add_option("--date", options->decision.date, "When; kept in the log as it is given")
      ->type_name("DATE");
  add_ontology_option(*command, options->resources);
  command->callback([options, run_it, &chosen] {
    chosen.run = [options, run_it](Console& console) { return run_it(*options, console); };
  });
  return command;
}

OptionsPtr options_for(DecisionKind kind) {
  auto options = std::make_shared<Options>();
  options->decision.kind = kind;
  return options;
}

void add_fact(CLI::App& command, Options& options) {
  command
      .add_option("FACT", options.decision.subject,
                  "The fact's id (16 hex digits; 4 are enough when they are clear)")
      ->required();
}

void add_entity(CLI::App& command, Options& options, const char* help) {
  command.add_option("ENTITY", options.decision.subject, help)->required();
}

void add_fact_decisions(CLI::App& program, Chosen& chosen) {
  auto options = options_for(DecisionKind::confirm);
  CLI::App* command =
      add_command(program, chosen, "confirm", "Say that a fact was read rightly", options, run);
  add_fact(*command, *options);
  command->footer(
      "The fact has confidence 1 from then on.\nExample:\n  entente confirm 3fa91c07 -g world.entente");

  options = options_for(DecisionKind::deny);
  command = add_command(program, chosen, "deny", "Say that a fact was read wrongly", options, run);
  add_fact(*command, *options);
  command->footer(
      "The fact is no asserted one from then on: queries hide it, exports have no plain triple of it.\n"
      "Example:\n  entente deny 3fa91c07 -g world.entente");

  options = options_for(DecisionKind::note);
  command = add_command(program, chosen, "note", "Keep words with a fact", options, run);
  add_fact(*command, *options);
  command->add_option("TEXT", options->decision.value, "The words")->required();
  command->footer("Example:\n  entente note 3fa91c07 'the ministry says otherwise' -g world.entente");
}

void add_split(CLI::App& program, Chosen& chosen) {
  const auto options = options_for(DecisionKind::split);
  CLI::App* command = add_command(program, chosen, "split-entity",
                                  "Say that some facts or documents speak of another entity", options, run);
  add_entity(*command, *options, "The entity that is two: its id, name or alias");
  command->add_option("NAME", options->decision.value, "The name of the new one")->required();
  command
      ->add_option("--fact", options->decision.facts, "A fact that speaks of the new one; may be given again")
      ->type_name("FACT")
      ->allow_extra_args(false);
  command
      ->add_option("--document", options->decision.documents,
                   "A document that does, by name or id; may be given again")
      ->type_name("DOC")
      ->allow_extra_args(false);
  command->footer(
      "Example:\n  entente split-entity Georgia 'Georgia (U.S. state)' --document atlanta.txt -g "
      "world.entente");
}

void add_entity_decisions(CLI::App& program, Chosen& chosen) {
  auto options = options_for(DecisionKind::merge);
  CLI::App* command =
      add_command(program, chosen, "merge-entities", "Say that an entity is another one", options, run);
  add_entity(*command, *options, "The one that is given up: its id, name or alias");
  command->add_option("INTO", options->decision.value, "The one that stays")->required();
  command->footer("Example:\n  entente merge-entities 'the Geneva body' WHO -g world.entente");

  add_split(program, chosen);

  options = options_for(DecisionKind::rename);
  command = add_command(program, chosen, "rename", "Give an entity another name", options, run);
  add_entity(*command, *options, "Its id, name or alias");
  command->add_option("NAME", options->decision.value, "The new name; the old one becomes an alias")
      ->required();
  command->footer("Example:\n  entente rename PRC China -g world.entente");

  options = options_for(DecisionKind::set_class);
  command = add_command(program, chosen, "set-class", "Give an entity another class", options, run);
  add_entity(*command, *options, "Its id, name or alias");
  command->add_option("CLASS", options->decision.value, "A class of the vocabulary, such as Country")
      ->required();
  command->footer("Example:\n  entente set-class 'Amazon' Company -g world.entente");
}

}  // namespace

void add_decide(CLI::App& program, Chosen& chosen) {
  add_fact_decisions(program, chosen);
  add_entity_decisions(program, chosen);
  const auto options = options_for(DecisionKind::withdraw);
  CLI::App* command = add_command(program, chosen, "undo", "Take a decision back", options, run_undo);
  command->add_option("DECISION", options->decision.subject,
                      "Its number or id, as entente decisions lists it; without it the last one");
  command->footer("Example:\n  entente undo 3 -g world.entente");
}

}  // namespace entente::cli
