// SPDX-License-Identifier: Apache-2.0
#include "app/export_graph.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace entente::app {

namespace fs = std::filesystem;

namespace {

struct Format {
  ExportFormat format;
  std::string_view name, suffix;
  Status (*write)(const FactBase&, const ontology::Vocabulary&, const exporters::Options&, std::ostream&);
};

constexpr std::array kFormats = {
    Format{ExportFormat::turtle, "turtle", "ttl", exporters::write_turtle},
    Format{ExportFormat::ntriples, "ntriples", "nt", exporters::write_ntriples},
    Format{ExportFormat::nquads, "nquads", "nq", exporters::write_nquads},
    Format{ExportFormat::graphml, "graphml", "graphml", exporters::write_graphml}};

tl::unexpected<Error> failure(const std::string& what, const fs::path& file) {
  const std::string reason = errno == 0 ? "" : std::string(": ") + std::strerror(errno);
  return fail(ErrorKind::input_output, what + reason, {.file = file.string()});
}

/// Opens, writes and closes; errors name `named`, which may differ from the file written to.
Status write_to(const FactBase& base, const ontology::Vocabulary& vocabulary, ExportFormat format,
                const exporters::Options& options, const fs::path& file, const fs::path& named) {
  errno = 0;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  if (!out) return failure("cannot create", named);
  Status status = write_graph(base, vocabulary, format, options, out);
  out.close();
  if (status && !out) return failure("cannot write", named);
  if (!status && status.error().place.file.empty()) status.error().place.file = named.string();
  return status;
}

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
  for (const Format& known : kFormats)
    if (known.format == format) return known.write(base, vocabulary, options, out);
  return fail(ErrorKind::usage, "unknown export format");
}

Status write_graph_file(const FactBase& base, const ontology::Vocabulary& vocabulary, ExportFormat format,
                        const exporters::Options& options, const fs::path& file) {
  std::error_code error;
  const fs::file_status target = fs::status(file, error);
  if (fs::exists(target) && !fs::is_regular_file(target))
    return write_to(base, vocabulary, format, options, file, file);
  const fs::path real = fs::is_symlink(fs::symlink_status(file, error)) ? fs::canonical(file, error) : file;
  fs::path temporary = real;
  temporary += ".tmp" + std::to_string(::getpid());
  Status status = write_to(base, vocabulary, format, options, temporary, file);
  errno = 0;
  if (status && ::rename(temporary.c_str(), real.c_str()) != 0) status = failure("cannot replace", file);
  if (!status) fs::remove(temporary, error);
  return status;
}

}  // namespace entente::app
