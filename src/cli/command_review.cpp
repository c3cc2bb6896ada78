// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/review.hpp"

namespace entente::cli {

void add_review(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("review", "Walk through the least certain facts and decide on them");
  const auto options = std::make_shared<ReviewOptions>();
  add_graph_option(*command, options->graph);
  command->add_option("--limit", options->limit, "Show so many facts at most")->type_name("N");
  command->add_option("--below", options->below, "Only facts with less confidence than this")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("CONFIDENCE");
  add_facts_option(*command, options->all_facts);
  command->add_option("--by", options->by, "Who decides; kept in the log")->type_name("NAME");
  command->add_option("--date", options->date, "When; kept in the log as it is given")->type_name("DATE");
  add_ontology_option(*command, options->resources);
  command->footer(
      "Each fact is shown with its sentences, the words that gave it marked. Answers are read a line each:\n"
      "y right, n wrong, s skip, t note, m merge two entities, q stop; from a pipe as from a terminal.\n"
      "Examples:\n  entente review -g world.entente --below 0.7\n"
      "  printf 'y\\nn\\nq\\n' | entente review -g world.entente --by Ada");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return review(*options, console); }; });
}

}  // namespace entente::cli
