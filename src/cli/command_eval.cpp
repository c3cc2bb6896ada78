// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/evaluate.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "evaluation/report.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::vector<std::filesystem::path> gold;
  std::filesystem::path relations, adjudicated;
  evaluation::TextOptions text;
  bool json = false;
};

ExitCode run(const Options& options, const Console& console) {
  const auto report = app::evaluate(options.graph, options.gold, options.relations, options.adjudicated);
  if (!report) return console.fail(report.error());
  return console.show(options.json ? evaluation::to_json(*report)
                                   : evaluation::to_text(*report, options.text));
}

}  // namespace

void add_eval(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("eval", "Score a graph against marked texts");
  const auto options = std::make_shared<Options>();
  command->add_option("GOLD", options->gold, "Marked texts: JSON files or folders of them")
      ->required()
      ->type_name("FILE");
  add_graph_option(*command, options->graph);
  command
      ->add_option("--relations", options->relations,
                   "Which relation names are right (relations.json); beside the gold as a rule")
      ->type_name("FILE");
  command
      ->add_option("--adjudicated", options->adjudicated,
                   "Edges judged afterwards (JSON lines, as gold/adjudicated.jsonl)")
      ->type_name("FILE");
  command->add_flag("--by-relation", options->text.relations, "Recall and precision by relation");
  command->add_flag("--reliability", options->text.reliability, "Confidence against precision");
  command->add_flag("-v,--details", options->text.details,
                    "What was missed, what was wrong, and by which rule");
  command->add_flag("--json", options->json, "The figures as JSON");
  command->footer("Example:\n  entente eval gold/seeds.json -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
