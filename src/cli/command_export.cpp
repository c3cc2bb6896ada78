// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <utility>

#include "app/export_graph.hpp"
#include "app/open_graph.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace entente::cli {

namespace {

struct Options {
  std::filesystem::path graph;
  std::filesystem::path file = "-";
  std::string format;
  exporters::Options exporting;
  app::ResourcePaths resources;
};

/// An absolute IRI that Turtle takes as it stands.
std::string check_base(const std::string& iri) {
  const bool scheme = iri.find(':') != std::string::npos && iri.find(':') != 0;
  const bool clean = iri.find_first_of("<>\"{}|^`\\ \t\r\n") == std::string::npos;
  return scheme && clean ? "" : "not an absolute IRI: " + iri;
}

Result<app::ExportFormat> chosen_format(const Options& options) {
  const auto format = options.format.empty() ? app::export_format_of(options.file)
                                             : app::export_format_from_name(options.format);
  if (format) return *format;
  return fail(ErrorKind::usage,
              options.file == "-" ? "which format?" : "no format goes with this file's suffix",
              {.file = options.file == "-" ? "" : options.file.string()},
              "give --format turtle or graphml, or a file .ttl or .graphml");
}

/// The options of the writers, with what the graph file says of how it was made.
Result<exporters::Options> with_provenance(const Options& options) {
  auto provenance = app::load_provenance(options.graph);
  if (!provenance) return fail(std::move(provenance.error()));
  exporters::Options exporting = options.exporting;
  exporting.program_version = std::move(provenance->program);
  exporting.model = std::move(provenance->model);
  exporting.ontology_hash = std::move(provenance->ontology);
  return exporting;
}

ExitCode run(const Options& options, const Console& console) {
  const auto format = chosen_format(options);
  if (!format) return console.fail(format.error());
  const auto vocabulary = app::load_vocabulary(options.resources);
  if (!vocabulary) return console.fail(vocabulary.error());
  const auto base = app::load_fact_base(options.graph, *vocabulary);
  if (!base) return console.fail(base.error());
  const auto exporting = with_provenance(options);
  if (!exporting) return console.fail(exporting.error());
  const Status status = options.file == "-"
                            ? app::write_graph(*base, *vocabulary, *format, *exporting, console.out())
                            : app::write_graph_file(*base, *vocabulary, *format, *exporting, options.file);
  return status ? ExitCode::done : console.fail(status.error());
}

}  // namespace

void add_export(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("export", "Write a graph as Turtle or GraphML");
  const auto options = std::make_shared<Options>();
  add_graph_option(*command, options->graph);
  command->add_option("-o,--output", options->file, "File to write; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command->add_option("--format", options->format, "turtle or graphml; without it the file's suffix decides")
      ->check(CLI::IsMember({"turtle", "graphml"}))
      ->type_name("FORMAT");
  add_facts_option(*command, options->exporting.all_facts);
  command
      ->add_option("--base", options->exporting.data_base,
                   "IRI that entities, facts and documents stand below")
      ->check(CLI::Validator(check_base, "IRI", "iri"))
      ->type_name("IRI")
      ->capture_default_str();
  add_ontology_option(*command, options->resources);
  command->footer(
      "Turtle always has all facts as fact nodes with their evidence; plain triples only for what the texts "
      "state as done.\n"
      "Examples:\n  entente export -g world.entente -o world.ttl\n  entente export -g world.entente -o "
      "world.graphml --facts all");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
