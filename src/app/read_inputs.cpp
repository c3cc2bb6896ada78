// SPDX-License-Identifier: Apache-2.0
#include "app/read_inputs.hpp"

#include <set>
#include <utility>

#include "text/inputs.hpp"
#include "text/reader.hpp"

namespace entente::app {

ScannedInputs scan_inputs(const std::vector<std::string>& arguments, const std::string& date) {
  Inputs inputs = find_inputs(arguments);
  ScannedInputs scanned;
  scanned.left_out = std::move(inputs.left_out);
  std::set<std::string> met;
  for (const std::filesystem::path& path : inputs.files) {
    auto document = read_document_file(path);
    if (!document) {
      scanned.left_out.push_back(std::move(document.error()));
      continue;
    }
    if (!met.insert(document->id).second) continue;
    ScannedDocument input{document->id, document->name, date, path, std::nullopt};
    if (!std::filesystem::is_regular_file(path)) input.document = std::move(*document);
    scanned.documents.push_back(std::move(input));
  }
  return scanned;
}

Result<Document> load(const ScannedDocument& input) {
  Result<Document> document = input.document ? *input.document : read_document_file(input.path);
  if (document) document->date = input.date;
  return document;
}

}  // namespace entente::app
