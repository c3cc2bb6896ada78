// SPDX-License-Identifier: Apache-2.0
#include "ontology/frames_source.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "ontology/directories.hpp"
#include "ontology/frames_builder.hpp"
#include "rdf/reader.hpp"

namespace entente::ontology {
namespace {

std::vector<std::filesystem::path> files_of(const std::filesystem::path& directory,
                                            std::vector<Error>& errors) {
  std::vector<std::filesystem::path> files;
  std::error_code code;
  for (std::filesystem::directory_iterator at(directory, code), end; !code && at != end; at.increment(code)) {
    if (at->path().extension() == ".ttl") files.push_back(at->path());
  }
  if (code)
    errors.push_back(
        {ErrorKind::input_output, "cannot read the frames: " + code.message(), {directory.string()}, {}});
  std::sort(files.begin(), files.end());
  return files;
}

std::string local_name(std::string_view iri, std::string_view base) {
  return std::string(iri.starts_with(base) ? iri.substr(base.size()) : iri);
}

/// Takes statements of one file into the source.
class Collector {
 public:
  Collector(FrameSource& source, std::string file) : source_(source), file_(std::move(file)) {}

  Status take(const rdf::Triple& triple) {
    const Place place{file_, triple.line, triple.column};
    if (triple.subject.kind != rdf::NodeKind::iri || !triple.subject.text.starts_with(kFrameBase)) {
      return fail(ErrorKind::data, "\"" + std::string(triple.subject.text) + "\" is no name for a frame",
                  place, "names start with <" + std::string(kFrameBase) + ">");
    }
    const std::string name = local_name(triple.subject.text, kFrameBase);
    Description& description = source_.by_name[name];
    if (description.name.empty()) {
      description.name = name;
      description.place = place;
    }
    if (triple.predicate.text == std::string(rdf::kRdf) + "type") {
      description.type = local_name(triple.object.text, kFrameTerms);
    } else {
      description.statements.push_back({local_name(triple.predicate.text, kFrameTerms), triple.object.kind,
                                        std::string(triple.object.text), place});
    }
    return {};
  }

 private:
  FrameSource& source_;
  std::string file_;
};

}  // namespace

FrameSource read_frame_source(const std::filesystem::path& ontology_directory, std::vector<Error>& errors) {
  FrameSource source;
  std::string hashed;
  std::vector<std::filesystem::path> files;
  for (const auto& directory : parts_named(ontology_directory, "frames")) {
    const auto more = files_of(directory, errors);
    if (more.empty() && files.empty() && errors.empty())
      errors.push_back(
          {ErrorKind::input_output, "no frames here: a *.ttl file is expected", {directory.string()}, {}});
    files.insert(files.end(), more.begin(), more.end());
  }
  for (const auto& path : files) {
    const auto text = read_file(path);
    if (!text) {
      errors.push_back(text.error());
      continue;
    }
    hashed += path.filename().string() + '\n' + sha256_hex(*text) + '\n';
    Collector collector(source, path.string());
    const Status read = rdf::read_text(*text, path.string(), rdf::Syntax::turtle,
                                       [&](const rdf::Triple& triple) { return collector.take(triple); });
    if (!read) errors.push_back(read.error());
  }
  source.hash = sha256_hex(hashed);
  return source;
}

}  // namespace entente::ontology
