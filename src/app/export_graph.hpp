// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "exporters/exporters.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::app {

enum class ExportFormat {
  turtle,
  ntriples,
  nquads,
  graphml,
  gexf,
  dot,
  svg,
  json_lines,
  page,
  neo4j,
  ladybug
};

/// The names that --format takes, in the order of help: "turtle", "ntriples" ...
[[nodiscard]] std::vector<std::string> export_format_names();

/// By a name or a suffix without its dot; and by a file's suffix: .ttl, .nt, .nq,
/// .graphml, .gexf, .dot, .gv, .svg, .jsonl, .html, .cypher.
[[nodiscard]] std::optional<ExportFormat> export_format_from_name(std::string_view name);
[[nodiscard]] std::optional<ExportFormat> export_format_of(const std::filesystem::path& file);

/// A database's files cannot be one stream: a usage error.
[[nodiscard]] Status write_graph(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                 ExportFormat format, const exporters::Options& options, std::ostream& out);

/// Writes beside the file and renames: after a failure the old file is as it was. Files that cannot be
/// renamed over (a device, a pipe) are written to directly. Neo4j and Ladybug
/// have two more files beside the one named: "world.cypher" brings "world-nodes.csv" and "world-edges.csv".
[[nodiscard]] Status write_graph_file(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                      ExportFormat format, const exporters::Options& options,
                                      const std::filesystem::path& file);

}  // namespace entente::app
