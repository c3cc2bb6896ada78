// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <regex>

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
  bool verbs = false;
  bool no_progress = false;
  std::optional<Format> format;
};

std::string check_date(const std::string& date) {
  static const std::regex kIso("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
  return std::regex_match(date, kIso) ? "" : "not an ISO 8601 date (2020, 2020-06 or 2020-06-08): " + date;
}

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
  if (!options.report.empty()) {
    const ExitCode written = write_document_report(report->each, options.report, console);
    if (written != ExitCode::done) return written;
  }
  if (options.verbs) {
    const std::string table = to_text(unmatched_grid(report->unmatched_verbs),
                                      format_for(options.format, console), table_layout(console));
    if (const ExitCode shown = console.show(table); shown != ExitCode::done) return shown;
  }
  if (report->left_out == 0) return ExitCode::done;
  return report->documents() == 0 ? ExitCode::input_output : ExitCode::left_out;
}

}  // namespace

void add_build(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("build", "Read texts into a graph file");
  const auto options = std::make_shared<Options>();
  options->build.jobs = default_jobs();
  command
      ->add_option("INPUT", options->build.inputs,
                   "Documents: files, folders, archives, - for standard input (docs/documents.md: formats)")
      ->required()
      ->type_name("FILE");
  add_graph_option(*command, options->build.graph);
  command
      ->add_option("--date", options->build.date,
                   "Date of the documents that tell none themselves; relative times are reckoned from it")
      ->check(CLI::Validator(check_date, "ISO 8601", "date"))
      ->type_name("DATE");
  add_jobs_option(*command, options->build.jobs);
  add_input_options(*command, options->build.walk);
  add_document_report_option(*command, options->report);
  command->add_flag("--verbs", options->verbs, "List the verbs between known actors that no frame took");
  add_format_option(*command, options->format);
  command->add_flag("--no-progress", options->no_progress, "Show no progress");
  add_reading_options(*command, options->build.resources);
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
