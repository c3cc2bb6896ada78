// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "cli/commands.hpp"
#include "cli/reading_documents.hpp"

namespace entente::cli {

namespace {

std::string summary(const app::BuildReport& report) {
  std::string text = std::to_string(report.read - report.changed) + " added, " +
                     std::to_string(report.changed) + " changed, " + std::to_string(report.removed) +
                     " removed, " + std::to_string(report.unchanged) + " unchanged";
  return text + rest_of_summary(report);
}

ExitCode run(ReadingOptions& options, Console& console) {
  const auto report = read_documents(options, console);
  if (!report) return console.fail(report.error());
  console.note(summary(*report));
  const ExitCode told = tell_reading(*report, options, console);
  return told == ExitCode::done ? exit_code_of_reading(*report) : told;
}

}  // namespace

void add_sync(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("sync", "Make a graph hold the documents of folders: add, change, remove");
  const auto options = std::make_shared<ReadingOptions>();
  options->build.mirror = true;
  command
      ->add_option("DIR", options->build.inputs,
                   "Folders or files; documents that are not in them are removed")
      ->required()
      ->type_name("DIR");
  add_reading_documents(*command, *options, "Date of documents that are new");
  command->footer(
      "Documents are known by their content: only what is new or changed is read. The graph is then the one "
      "that\n"
      "a build from the same documents makes. Nothing is removed when nothing can be read there.\n"
      "Example:\n  entente sync reports/ -g world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
