// SPDX-License-Identifier: Apache-2.0
#include "ontology/statements.hpp"

#include <algorithm>
#include <utility>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "ontology/vocabulary.hpp"
#include "rdf/reader.hpp"

namespace entente::ontology {

namespace {

constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {
    {kNamespace, "ent:"}, {rdf::kRdf, "rdf:"},   {rdf::kRdfs, "rdfs:"},
    {rdf::kOwl, "owl:"},  {rdf::kSkos, "skos:"}, {"https://schema.org/", "schema:"},
};

}  // namespace

std::string short_name(std::string_view iri) {
  for (const auto& [base, prefix] : kPrefixes)
    if (iri.substr(0, base.size()) == base) return std::string(prefix) + std::string(iri.substr(base.size()));
  return std::string(iri);
}

std::string_view local_name(std::string_view short_term, std::string_view prefix) {
  return short_term.substr(0, prefix.size()) == prefix ? short_term.substr(prefix.size())
                                                       : std::string_view();
}

std::vector<std::filesystem::path> turtle_files_in(const std::filesystem::path& directory,
                                                   std::error_code& error) {
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error))
    if (at->path().extension() == ".ttl") files.push_back(at->path());
  std::sort(files.begin(), files.end());
  return files;
}

void Statements::read(const std::filesystem::path& path, std::vector<Error>& faults) {
  const auto text = read_file(path);
  if (!text) {
    faults.push_back(text.error());
    return;
  }
  file_hashes_ += sha256_hex(*text);
  const std::string file = path.string();
  const Status status =
      rdf::read_text(*text, file, rdf::Syntax::turtle, [&](const rdf::Triple& triple) -> Status {
        const bool literal = triple.object.kind == rdf::NodeKind::literal;
        const std::string subject = short_name(triple.subject.text);
        by_subject_[subject].push_back(all_.size());
        all_.push_back({subject,
                        short_name(triple.predicate.text),
                        literal ? std::string(triple.object.text) : short_name(triple.object.text),
                        std::string(triple.object.language),
                        literal,
                        {.file = file, .line = triple.line, .column = triple.column}});
        return {};
      });
  if (!status) faults.push_back(status.error());
}

std::vector<const TermStatement*> Statements::of(std::string_view subject, std::string_view predicate) const {
  std::vector<const TermStatement*> found;
  const auto at = by_subject_.find(subject);
  if (at == by_subject_.end()) return found;
  for (const std::size_t i : at->second)
    if (all_[i].predicate == predicate) found.push_back(&all_[i]);
  return found;
}

const TermStatement* Statements::find(std::string_view subject, std::string_view predicate,
                                      std::string_view object) const {
  for (const TermStatement* statement : of(subject, predicate))
    if (statement->object == object) return statement;
  return nullptr;
}

std::string Statements::hash() const {
  return sha256_hex(file_hashes_);
}

}  // namespace entente::ontology
