// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/map.hpp"
#include "cli/commands.hpp"
#include "cli/input_stream.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::string input = "-";
  app::ResourcePaths resources;
  unsigned jobs = default_jobs();
};

ExitCode run(const Options& options, Console& console) {
  InputStream input;
  if (const Status opened = input.open(options.input, console); !opened) return console.fail(opened.error());
  const auto reader = app::load_reader(options.resources);
  if (!reader) return console.fail(reader.error());
  ProgressLine progress(console);
  const auto report =
      app::map_documents(input.stream(), options.input, console.out(), options.jobs, *reader, progress);
  if (!report) return console.fail(report.error());
  return report->left_out == 0 ? ExitCode::done : ExitCode::left_out;
}

}  // namespace

void add_map(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("map", "Documents as JSON lines in, facts as JSON lines out");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("FILE", options->input,
                   "JSON lines {\"id\", \"text\"} with optional date, title, url; - is standard input")
      ->type_name("FILE");
  add_jobs_option(*command, options->jobs);
  add_reading_options(*command, options->resources);
  command->footer(
      "A line that is no document, or not in English, is named on standard error and left out;\n"
      "the exit code is then 4.\n"
      "Example:\n  entente map < docs.jsonl > facts.jsonl");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
