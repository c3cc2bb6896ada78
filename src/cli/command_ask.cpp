// SPDX-License-Identifier: Apache-2.0
#include <istream>
#include <memory>
#include <ostream>
#include <string>

#include "app/asking.hpp"
#include "app/open_graph.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/show_answer.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::string question;
  bool keep_going = false;
  ask::Options ask;
  std::optional<Format> format;
  app::ResourcePaths resources;
};

/// A question a line, up to the first that fails; with keep_going all of them, the last failure is the exit
/// code.
template <class Tell>
ExitCode each_line(const Tell& tell, bool keep_going, const Console& console) {
  ExitCode last = ExitCode::done;
  for (std::string line; std::getline(console.in(), line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    console.err() << "question: " << line << std::endl;
    const ExitCode code = tell(line);
    if (code == ExitCode::done) continue;
    last = code;
    if (!keep_going) break;
  }
  return last;
}

ExitCode run(Options options, const Console& console) {
  const auto graph = app::open_graph(options.graph, options.resources);
  if (!graph) return console.fail(graph.error());
  const auto asking = app::Asking::load(*graph, options.resources);
  if (!asking) return console.fail(asking.error());
  const Interrupt interrupt;
  options.ask.stop = interrupt.stop();
  const auto tell = [&](const std::string& question) {
    const auto answer = asking->ask(question, options.ask);
    if (!answer) return console.fail(answer.error());
    return show_answer(*answer, *graph, options.format, "--facts all", console);
  };
  return options.question == "-" ? each_line(tell, options.keep_going, console) : tell(options.question);
}

}  // namespace

void add_ask(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("ask", "Ask a graph an English question");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("QUESTION", options->question,
                   "An English question; - reads one a line from standard input")
      ->required();
  add_graph_option(*command, options->graph);
  command->add_option("--max-rows", options->ask.max_rows, "Show at most so many rows; 0: all")
      ->type_name("N");
  command->add_flag("--keep-going", options->keep_going, "With -, ask on after a question that fails");
  add_facts_option(*command, options->ask.all_facts);
  add_format_option(*command, options->format, true);
  add_reading_options(*command, options->resources);
  command->footer(
      "How the question was read, and the query made of it, go to standard error. A question that is not "
      "understood is\n"
      "told so, never guessed.\nExample:\n  entente ask 'Who cooperated with whom?' -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
