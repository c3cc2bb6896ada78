// SPDX-License-Identifier: Apache-2.0
#include "ontology/ontology_version.hpp"

#include "ontology/directories.hpp"
#include "ontology/statements.hpp"

namespace entente::ontology {

Result<std::string> ontology_version(const std::filesystem::path& directory) {
  const std::filesystem::path file = vocabulary_files(directory).front();
  Statements statements;
  std::vector<Error> faults;
  statements.read(file, faults);
  if (!faults.empty()) return fail(std::move(faults.front()));
  for (const TermStatement& each : statements.all())
    if (each.predicate == "owl:versionInfo") return each.object;
  return fail(ErrorKind::data, "no owl:versionInfo", {.file = file.string()});
}

}  // namespace entente::ontology
