// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <memory>

#include "app/decide.hpp"
#include "cli/commands.hpp"
#include "cli/decision_grid.hpp"
#include "cli/input_stream.hpp"
#include "cli/options.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  app::ResourcePaths resources;
  std::optional<Format> format;
  bool export_log = false;
  std::string import_from;
};

ExitCode import_log(const Options& options, const Console& console) {
  InputStream input;
  if (const Status opened = input.open(options.import_from, console); !opened)
    return console.fail(opened.error());
  const std::string lines{std::istreambuf_iterator<char>(input.stream()), std::istreambuf_iterator<char>()};
  const auto report = app::import_decisions(options.graph, lines, options.import_from);
  if (!report) return console.fail(report.error());
  console.note(std::to_string(report->added) + (report->added == 1 ? " decision added" : " decisions added") +
               (report->known == 0 ? "" : ", " + std::to_string(report->known) + " already there"));
  return note_conflicts(options.graph, options.resources, console);
}

ExitCode run(const Options& options, const Console& console) {
  if (!options.import_from.empty()) return import_log(options, console);
  if (options.export_log) {
    const auto lines = app::export_decisions(options.graph);
    return lines ? console.show(*lines) : console.fail(lines.error());
  }
  const auto decided = app::load_decided_facts(options.graph, options.resources);
  if (!decided) return console.fail(decided.error());
  return console.show(
      to_text(decision_grid(*decided), format_for(options.format, console), table_layout(console)));
}

}  // namespace

void add_decisions(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("decisions", "List what people decided on a graph, and what became of it");
  const auto options = std::make_shared<Options>();
  add_graph_option(*command, options->graph);
  CLI::Option* out = command->add_flag("--export", options->export_log, "Write the log as JSON lines");
  command
      ->add_option("--import", options->import_from, "Add the decisions of JSON lines; - is standard input")
      ->type_name("FILE")
      ->excludes(out);
  add_format_option(*command, options->format);
  add_ontology_option(*command, options->resources);
  command->footer(
      "Examples:\n  entente decisions -g world.entente\n"
      "  entente decisions --export -g world.entente > decisions.jsonl\n"
      "  entente decisions --import decisions.jsonl -g anew.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
