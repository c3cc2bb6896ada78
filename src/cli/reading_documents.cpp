// SPDX-License-Identifier: Apache-2.0
#include "cli/reading_documents.hpp"

#include <regex>

#include "cli/decision_grid.hpp"
#include "cli/input_options.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

namespace entente::cli {

namespace {

std::string check_date(const std::string& date) {
  static const std::regex kIso("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
  return std::regex_match(date, kIso) ? "" : "not an ISO 8601 date (2020, 2020-06 or 2020-06-08): " + date;
}

}  // namespace

void add_reading_documents(CLI::App& command, ReadingOptions& options, const std::string& about_date) {
  options.build.jobs = default_jobs();
  add_graph_option(command, options.build.graph);
  command.add_option("--date", options.build.date, about_date)
      ->check(CLI::Validator(check_date, "ISO 8601", "date"))
      ->type_name("DATE");
  add_jobs_option(command, options.build.jobs);
  add_input_options(command, options.build.walk);
  add_document_report_option(command, options.report);
  command.add_flag("--no-progress", options.no_progress, "Show no progress");
  add_reading_options(command, options.build.resources);
}

Result<app::BuildReport> read_documents(ReadingOptions& options, Console& console) {
  if (options.no_progress) console.no_progress();
  ProgressLine progress(console);
  options.build.each_document = !options.report.empty();
  auto report = app::build(options.build, progress);
  progress.clear();
  return report;
}

std::string rest_of_summary(const app::BuildReport& report) {
  std::string text;
  if (report.renewed > 0)
    text += ", " + std::to_string(report.renewed) + " read again with the new program, model or ontology";
  if (report.left_out > 0) text += ", " + std::to_string(report.left_out) + " left out";
  return text;
}

ExitCode tell_reading(const app::BuildReport& report, const ReadingOptions& options, const Console& console) {
  const ExitCode told = note_conflicts(options.build.graph, options.build.resources, console);
  if (told != ExitCode::done || options.report.empty()) return told;
  return write_document_report(report.each, options.report, console);
}

ExitCode exit_code_of_reading(const app::BuildReport& report) {
  if (report.left_out == 0) return ExitCode::done;
  return report.documents() == 0 ? ExitCode::input_output : ExitCode::left_out;
}

}  // namespace entente::cli
