// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <regex>

#include "app/build.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

namespace entente::cli {

namespace {

struct Options {
  app::BuildOptions build;
  bool report = false;
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

ExitCode run(const Options& options, Console& console) {
  if (options.no_progress) console.no_progress();
  ProgressLine progress(console);
  const auto report = app::build(options.build, progress);
  progress.clear();
  if (!report) return console.fail(report.error());
  console.note(summary(*report));
  if (options.report) {
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
                   "Texts: files, folders (.txt and .md below them), - for standard input")
      ->required()
      ->type_name("FILE");
  add_graph_option(*command, options->build.graph);
  command
      ->add_option("--date", options->build.date,
                   "Date of the documents, which relative times are reckoned from")
      ->check(CLI::Validator(check_date, "ISO 8601", "date"))
      ->type_name("DATE");
  add_jobs_option(*command, options->build.jobs);
  command->add_flag("--report", options->report, "List the verbs between known actors that no frame took");
  add_format_option(*command, options->format);
  command->add_flag("--no-progress", options->no_progress, "Show no progress");
  add_reading_options(*command, options->build.resources);
  command->footer(
      "Documents that the graph has already are not read again. A kill loses no document that was "
      "committed.\n"
      "Examples:\n  entente build seeds/ -g world.entente\n  curl ... | entente build - -g world.entente "
      "--date 2020-06-08");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
