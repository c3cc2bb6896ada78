// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <memory>
#include <ostream>
#include <utility>

#include "app/answer_graph.hpp"
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
  std::string from;  ///< a query, or empty for the whole graph
  exporters::Options exporting;
  app::ResourcePaths resources;
};

/// An absolute IRI that Turtle takes as it stands.
std::string check_base(const std::string& iri) {
  const bool scheme = iri.find(':') != std::string::npos && iri.find(':') != 0;
  const bool clean = iri.find_first_of("<>\"{}|^`\\ \t\r\n") == std::string::npos;
  return scheme && clean ? "" : "not an absolute IRI: " + iri;
}

std::string format_names(std::string_view separator) {
  std::string names;
  for (const std::string& name : app::export_format_names())
    names.append(names.empty() ? "" : separator).append(name);
  return names;
}

std::string check_format(const std::string& name) {
  return app::export_format_from_name(name) ? "" : "not one of " + format_names(", ") + ": " + name;
}

Result<app::ExportFormat> chosen_format(const Options& options) {
  const auto format = options.format.empty() ? app::export_format_of(options.file)
                                             : app::export_format_from_name(options.format);
  if (format) return *format;
  return fail(ErrorKind::usage,
              options.file == "-" ? "which format?" : "no format goes with this file's suffix",
              {.file = options.file == "-" ? "" : options.file.string()},
              "give --format " + format_names(" or ") + "; a file's suffix does as well");
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

/// What is written: of the whole graph, or of a query's answer.
struct Exported {
  const FactBase* facts = nullptr;  ///< of the graph, or of the part
  app::ExportPart part;
};

Result<Exported> to_export(const Options& options, const app::OpenGraph& graph) {
  Exported out;
  if (options.from.empty()) {
    const auto base = graph.facts();
    if (!base) return fail(base.error());
    out.facts = *base;
    out.part.imported = app::imported_part(graph.graph, **base);
    return out;
  }
  query::Options asking;
  asking.all_facts = options.exporting.all_facts;
  auto part = app::graph_of_query(options.from, graph, asking);
  if (!part && part.error().place.line > 0)
    return fail(part.error().kind, query::with_caret(part.error(), options.from));
  if (!part) return fail(std::move(part.error()));
  out.part = std::move(*part);
  return out;
}

ExitCode run(const Options& options, const Console& console) {
  const auto format = chosen_format(options);
  if (!format) return console.fail(format.error());
  const auto graph = app::open_graph(options.graph, options.resources);
  if (!graph) return console.fail(graph.error());
  const auto exported = to_export(options, *graph);
  if (!exported) return console.fail(exported.error());
  auto exporting = with_provenance(options);
  if (!exporting) return console.fail(exporting.error());
  exporting->imported = exported->part.imported_part();
  const FactBase& base = exported->facts != nullptr ? *exported->facts : exported->part.facts;
  const Status status =
      options.file == "-" ? app::write_graph(base, graph->vocabulary, *format, *exporting, console.out())
                          : app::write_graph_file(base, graph->vocabulary, *format, *exporting, options.file);
  return status ? ExitCode::done : console.fail(status.error());
}

/// How much of the texts and of the facts goes along.
void add_detail_options(CLI::App& command, exporters::Options& exporting) {
  using exporters::EvidenceDetail;
  const std::map<std::string, EvidenceDetail> details = {
      {"none", EvidenceDetail::none}, {"link", EvidenceDetail::link}, {"full", EvidenceDetail::full}};
  command
      .add_option_function<std::string>(
          "--evidence",
          [&exporting, details](const std::string& name) { exporting.evidence = details.at(name); },
          "none: no evidence; link: its documents and places; full: its sentences too (default)")
      ->check(CLI::IsMember({"none", "link", "full"}))
      ->type_name("DETAIL");
  using exporters::Measures;
  const std::map<std::string, Measures> measures = {
      {"auto", Measures::automatic}, {"none", Measures::none}, {"all", Measures::all}};
  command
      .add_option_function<std::string>(
          "--measures",
          [&exporting, measures](const std::string& name) { exporting.measures = measures.at(name); },
          "Communities, PageRank and betweenness of the nodes; auto: of graphs of up to 300,000 nodes and "
          "edges")
      ->check(CLI::IsMember({"auto", "none", "all"}))
      ->type_name("WHICH");
  command
      .add_option_function<std::string>(
          "--colour",
          [&exporting](const std::string& name) { exporting.colour_by_community = name == "community"; },
          "GraphML, GEXF, DOT, SVG: nodes by class (default) or community")
      ->check(CLI::IsMember({"class", "community"}))
      ->type_name("BY");
  command.add_flag("--plain", exporting.plain, "RDF: only entities, documents and plain triples");
  command.add_flag("--rdf12", exporting.rdf12,
                   "RDF 1.2: each fact also says, as a triple term, which triple it is about");
}

}  // namespace

void add_export(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("export", "Write a graph for other programs");
  const auto options = std::make_shared<Options>();
  add_graph_option(*command, options->graph);
  command->add_option("-o,--output", options->file, "File to write; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command
      ->add_option("--format", options->format, format_names(", ") + "; without it the file's suffix decides")
      ->check(CLI::Validator(check_format, "FORMAT", "format"))
      ->type_name("FORMAT");
  command
      ->add_option("--from", options->from,
                   "Only the nodes, relationships and paths that this query's answer shows")
      ->type_name("QUERY");
  add_facts_option(*command, options->exporting.all_facts);
  add_detail_options(*command, options->exporting);
  command
      ->add_option("--base", options->exporting.data_base,
                   "IRI that entities, facts and documents stand below")
      ->check(CLI::Validator(check_base, "IRI", "iri"))
      ->type_name("IRI")
      ->capture_default_str();
  add_ontology_option(*command, options->resources);
  command->footer(
      "RDF always has all facts as fact nodes; plain triples only for what the texts state as done. N-Quads "
      "has "
      "a graph per document.\n"
      "Examples:\n  entente export -g world.entente -o world.ttl\n  entente export -g world.entente -o "
      "world.graphml --facts all\n"
      "  entente export -g world.entente -o world.html --facts all   (one page, for any browser)");
  command->callback(
      [options, &chosen] { chosen.run = [options](Console& console) { return run(*options, console); }; });
}

}  // namespace entente::cli
