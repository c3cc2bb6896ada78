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

enum class ExportFormat { turtle, ntriples, nquads, graphml };

/// The names that --format takes, in the order of help: "turtle", "ntriples", "nquads", "graphml".
[[nodiscard]] std::vector<std::string> export_format_names();

/// By a name or a suffix without its dot; and by a file's suffix: .ttl, .nt, .nq, .graphml.
[[nodiscard]] std::optional<ExportFormat> export_format_from_name(std::string_view name);
[[nodiscard]] std::optional<ExportFormat> export_format_of(const std::filesystem::path& file);

[[nodiscard]] Status write_graph(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                 ExportFormat format, const exporters::Options& options, std::ostream& out);

/// Writes beside the file and renames: after a failure the old file is as it was. Files that cannot be
/// renamed over (a device, a pipe) are written to directly.
[[nodiscard]] Status write_graph_file(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                      ExportFormat format, const exporters::Options& options,
                                      const std::filesystem::path& file);

}  // namespace entente::app
