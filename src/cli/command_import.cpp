// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/import_files.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace entente::cli {

namespace {

std::string counted(std::uint64_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

std::string summary(const app::ImportReport& report) {
  std::string text = counted(report.files, "file") + " imported";
  if (report.files > 0) text += ": " + counted(report.nodes, "node") + ", " + counted(report.edges, "edge");
  if (report.unchanged > 0) text += "; " + std::to_string(report.unchanged) + " already there";
  return text;
}

ExitCode run(const app::ImportOptions& options, const Console& console) {
  const auto report = app::import_files(options);
  if (!report) return console.fail(report.error());
  console.note(summary(*report));
  return ExitCode::done;
}

}  // namespace

void add_import(CLI::App& program, Chosen& chosen) {
  CLI::App* command =
      program.add_subcommand("import", "Bring nodes and edges of other sources into a graph file");
  const auto options = std::make_shared<app::ImportOptions>();
  command
      ->add_option(
          "FILE", options->files,
          "Nodes or relationships as .csv or .tsv with typed headers (id:ID, name, born:date, :LABEL; "
          ":START_ID, :END_ID, :TYPE, since:int), .graphml, or .ttl or .nt that entente exported")
      ->required()
      ->type_name("FILE");
  add_graph_option(*command, options->graph);
  command->footer(
      "All files or none are imported, and a file that the graph has already is left out. Imported nodes "
      "and\n"
      "edges have the property 'imported', the file's name. An id that is an entity's in the graph stands "
      "for it.\n"
      "Examples:\n  entente import people.csv knows.csv -g world.entente\n"
      "  entente query 'MATCH (a)-[r]->(b) WHERE r.imported IS NOT NULL RETURN a.name, type(r), b.name' -g "
      "world.entente");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
