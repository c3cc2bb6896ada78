// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/build.hpp"
#include "cli/commands.hpp"
#include "cli/decision_grid.hpp"
#include "cli/input_options.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

namespace entente::cli {

namespace {

struct Options {
  app::BuildOptions build;
  std::string report;
  bool no_progress = false;
};

std::string summary(const app::BuildReport& report) {
  std::string text = std::to_string(report.read - report.changed) + " added, " +
                     std::to_string(report.changed) + " changed, " + std::to_string(report.removed) +
                     " removed, " + std::to_string(report.unchanged) + " unchanged";
  if (report.renewed > 0)
    text += ", " + std::to_string(report.renewed) + " read again with the new program, model or ontology";
  if (report.left_out > 0) text += ", " + std::to_string(report.left_out) + " left out";
  return text;
}

ExitCode run(Options& options, Console& console) {
  if (options.no_progress) console.no_progress();
  ProgressLine progress(console);
  options.build.each_document = !options.report.empty();
  const auto report = app::build(options.build, progress);
  progress.clear();
  if (!report) return console.fail(report.error());
  console.note(summary(*report));
  if (const ExitCode told = note_conflicts(options.build.graph, options.build.resources, console);
      told != ExitCode::done)
    return told;
  if (!options.report.empty())
    if (const ExitCode written = write_document_report(report->each, options.report, console);
        written != ExitCode::done)
      return written;
  if (report->left_out == 0) return ExitCode::done;
  return report->documents() == 0 ? ExitCode::input_output : ExitCode::left_out;
}

}  // namespace

void add_sync(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("sync", "Make a graph hold the documents of folders: add, change, remove");
  const auto options = std::make_shared<Options>();
  options->build.mirror = true;
  options->build.jobs = default_jobs();
  command
      ->add_option("DIR", options->build.inputs,
                   "Folders or files; documents that are not in them are removed")
      ->required()
      ->type_name("DIR");
  add_graph_option(*command, options->build.graph);
  command->add_option("--date", options->build.date, "Date of documents that are new")->type_name("DATE");
  add_jobs_option(*command, options->build.jobs);
  add_input_options(*command, options->build.walk);
  add_document_report_option(*command, options->report);
  command->add_flag("--no-progress", options->no_progress, "Show no progress");
  add_reading_options(*command, options->build.resources);
  command->footer(
      "Documents are known by their content: only what is new or changed is read. The graph is then the one "
      "that\n"
      "a build from the same documents makes. Nothing is removed when nothing can be read there.\n"
      "Example:\n  entente sync reports/ -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
