// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/parse.hpp"
#include "cli/commands.hpp"
#include "cli/input_stream.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::string file = "-";
  app::ParseOptions parse;
  app::ResourcePaths resources;
};

ExitCode run(const Options& options, Console& console) {
  InputStream input;
  if (const Status opened = input.open(options.file, console); !opened) return console.fail(opened.error());
  const auto pipeline = app::load_pipeline(options.resources);
  if (!pipeline) return console.fail(pipeline.error());
  ProgressLine progress(console);
  const auto report =
      app::parse_documents(input.stream(), options.file, console.out(), options.parse, *pipeline, progress);
  if (!report) return console.fail(report.error());
  return report->left_out == 0 ? ExitCode::done : ExitCode::left_out;
}

}  // namespace

void add_parse(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("parse", "Print the annotation of texts: tokens, tags, heads, lemmas, entities");
  const auto options = std::make_shared<Options>();
  command->add_option("FILE", options->file, "The text; - is standard input")
      ->type_name("FILE")
      ->capture_default_str();
  command
      ->add_option_function<std::string>(
          "--input",
          [options](const std::string& kind) {
            options->parse.input =
                kind == "jsonl" ? app::ParseOptions::Input::jsonl : app::ParseOptions::Input::text;
          },
          "text: all of it is one document (default); jsonl: a document a line, {\"id\", \"text\"}")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->type_name("KIND");
  command
      ->add_option_function<std::string>(
          "--format",
          [options](const std::string& name) {
            options->parse.format =
                name == "jsonl" ? app::ParseOptions::Format::jsonl : app::ParseOptions::Format::conllu;
          },
          "conllu (default) or jsonl, a document a line")
      ->check(CLI::IsMember({"conllu", "jsonl"}))
      ->type_name("FORMAT");
  options->parse.jobs = default_jobs();
  add_jobs_option(*command, options->parse.jobs);
  add_model_option(*command, options->resources);
  command->footer(
      "The text is annotated as it stands, nothing is repaired.\nExample:\n  echo 'China sent masks to "
      "Italy.' | entente parse");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
