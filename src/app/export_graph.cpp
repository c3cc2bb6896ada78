// SPDX-License-Identifier: Apache-2.0
#include "app/export_graph.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>
#include <system_error>

#include "exporters/imported_part.hpp"

namespace entente::app {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> failure(const std::string& what, const fs::path& file) {
  const std::string reason = errno == 0 ? "" : std::string(": ") + std::strerror(errno);
  return fail(ErrorKind::input_output, what + reason, {.file = file.string()});
}

using Write = std::function<Status(std::ostream&)>;

/// Opens, writes and closes; errors name `named`, which may differ from the file written to.
Status write_to(const Write& write, const fs::path& file, const fs::path& named) {
  errno = 0;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  if (!out) return failure("cannot create", named);
  Status status = write(out);
  out.close();
  if (status && !out) return failure("cannot write", named);
  if (!status && status.error().place.file.empty()) status.error().place.file = named.string();
  return status;
}

/// Writes beside the file and renames, where it can be renamed over.
Status replace_file(const Write& write, const fs::path& file) {
  std::error_code error;
  const fs::file_status target = fs::status(file, error);
  if (fs::exists(target) && !fs::is_regular_file(target)) return write_to(write, file, file);
  const fs::path real = fs::is_symlink(fs::symlink_status(file, error)) ? fs::canonical(file, error) : file;
  fs::path temporary = real;
  temporary += ".tmp" + std::to_string(::getpid());
  Status status = write_to(write, temporary, file);
  errno = 0;
  if (status && ::rename(temporary.c_str(), real.c_str()) != 0) status = failure("cannot replace", file);
  if (!status) fs::remove(temporary, error);
  return status;
}

/// world.cypher with world-nodes.csv and world-edges.csv beside it; the statements last.
Status write_database_files(const FactBase& base, const ontology::Vocabulary& vocabulary, ExportFormat format,
                            const exporters::Options& options, const fs::path& file) {
  const std::string stem = file.stem().string();
  const exporters::CsvFiles names{stem + "-nodes.csv", stem + "-edges.csv"};
  const auto nodes = [&](std::ostream& out) {
    return exporters::write_csv_nodes(base, vocabulary, options, out);
  };
  const auto edges = [&](std::ostream& out) {
    return exporters::write_csv_edges(base, vocabulary, options, out);
  };
  const auto statements = [&](std::ostream& out) {
    return format == ExportFormat::ladybug
               ? exporters::write_ladybug_statements(base, vocabulary, options, names, out)
               : exporters::write_neo4j_statements(base, vocabulary, options, names, out);
  };
  if (auto status = replace_file(nodes, file.parent_path() / names.nodes); !status) return status;
  if (auto status = replace_file(edges, file.parent_path() / names.edges); !status) return status;
  return replace_file(statements, file);
}

Status refuse_stream(const FactBase&, const ontology::Vocabulary&, const exporters::Options&, std::ostream&) {
  return fail(ErrorKind::usage, "a database takes three files", {},
              "give -o world.cypher; the CSV files come beside it");
}

struct Format {
  ExportFormat format;
  std::string_view name, suffix;
  bool takes_imported;  ///< as it is; else it is made facts first
  Status (*write)(const FactBase&, const ontology::Vocabulary&, const exporters::Options&, std::ostream&);
};

constexpr std::array kFormats = {
    Format{ExportFormat::turtle, "turtle", "ttl", true, exporters::write_turtle},
    Format{ExportFormat::ntriples, "ntriples", "nt", true, exporters::write_ntriples},
    Format{ExportFormat::nquads, "nquads", "nq", true, exporters::write_nquads},
    Format{ExportFormat::graphml, "graphml", "graphml", true, exporters::write_graphml},
    Format{ExportFormat::gexf, "gexf", "gexf", true, exporters::write_gexf},
    Format{ExportFormat::dot, "dot", "gv", false, exporters::write_dot},
    Format{ExportFormat::svg, "svg", "svg", false, exporters::write_svg},
    Format{ExportFormat::json_lines, "jsonl", "jsonl", true, exporters::write_json_lines},
    Format{ExportFormat::page, "html", "html", false, exporters::write_page},
    Format{ExportFormat::neo4j, "neo4j", "cypher", true, refuse_stream},
    Format{ExportFormat::ladybug, "ladybug", "ladybug", true, refuse_stream}};

}  // namespace

std::vector<std::string> export_format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return names;
}

std::optional<ExportFormat> export_format_from_name(std::string_view name) {
  for (const Format& format : kFormats)
    if (name == format.name || name == format.suffix) return format.format;
  return std::nullopt;
}

std::optional<ExportFormat> export_format_of(const fs::path& file) {
  const std::string suffix = file.extension().string();
  return suffix.empty() ? std::nullopt : export_format_from_name(std::string_view(suffix).substr(1));
}

Status write_graph(const FactBase& base, const ontology::Vocabulary& vocabulary, ExportFormat format,
                   const exporters::Options& options, std::ostream& out) {
  for (const Format& known : kFormats) {
    if (known.format != format) continue;
    if (options.imported == nullptr || known.takes_imported)
      return known.write(base, vocabulary, options, out);
    exporters::Options joined = options;
    joined.imported = nullptr;
    return known.write(exporters::joined(base, *options.imported), vocabulary, joined, out);
  }
  return fail(ErrorKind::usage, "unknown export format");
}

Status write_graph_file(const FactBase& base, const ontology::Vocabulary& vocabulary, ExportFormat format,
                        const exporters::Options& options, const fs::path& file) {
  if (format == ExportFormat::neo4j || format == ExportFormat::ladybug)
    return write_database_files(base, vocabulary, format, options, file);
  const auto write = [&](std::ostream& out) { return write_graph(base, vocabulary, format, options, out); };
  return replace_file(write, file);
}

}  // namespace entente::app
