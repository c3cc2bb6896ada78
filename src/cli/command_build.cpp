// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/reading_documents.hpp"

namespace entente::cli {

namespace {

struct Options {
  ReadingOptions reading;
  bool verbs = false;
  std::optional<Format> format;
};

/// Verbs between known actors that no frame knows, the most frequent first.
Grid unmatched_grid(const std::map<std::string, std::size_t>& verbs) {
  std::vector<std::pair<std::string, std::size_t>> sorted(verbs.begin(), verbs.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  Grid grid{{"verb", "documents"}, {}};
  for (const auto& [verb, number] : sorted) grid.rows.push_back({text_cell(verb), number_cell(number)});
  return grid;
}

std::string summary(const app::BuildReport& report) {
  std::string text = std::to_string(report.read) + (report.read == 1 ? " document read" : " documents read");
  if (report.unchanged > 0) text += ", " + std::to_string(report.unchanged) + " already there";
  return text + rest_of_summary(report);
}

ExitCode run(Options& options, Console& console) {
  const auto report = read_documents(options.reading, console);
  if (!report) return console.fail(report.error());
  console.note(summary(*report));
  if (const ExitCode told = tell_reading(*report, options.reading, console); told != ExitCode::done)
    return told;
  if (options.verbs) {
    const std::string table = to_text(unmatched_grid(report->unmatched_verbs),
                                      format_for(options.format, console), table_layout(console));
    if (const ExitCode shown = console.show(table); shown != ExitCode::done) return shown;
  }
  return exit_code_of_reading(*report);
}

}  // namespace

void add_build(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("build", "Read texts into a graph file");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("INPUT", options->reading.build.inputs,
                   "Documents: files, folders, archives, - for standard input (docs/documents.md: formats)")
      ->required()
      ->type_name("FILE");
  add_reading_documents(
      *command, options->reading,
      "Date of the documents that tell none themselves; relative times are reckoned from it");
  command->add_flag("--verbs", options->verbs, "List the verbs between known actors that no frame took");
  add_format_option(*command, options->format);
  command->footer(
      "Read are text, Markdown, web pages, PDF, DOCX, ODT, mails, JSON lines, tables, and archives of them.\n"
      "Documents that the graph has already are not read again. A kill loses no document that was "
      "committed.\n"
      "Examples:\n  entente build seeds/ -g world.entente\n  curl ... | entente build - -g world.entente "
      "--date 2020-06-08");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
