// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "text/document.hpp"

namespace entente::app {

/// A readable input, known by its hash; the text is read again when its turn comes, so that few texts are
/// held at a time.
struct ScannedDocument {
  std::string id;
  std::string name;
  std::string date;
  std::filesystem::path path;
  std::optional<Document> document;  ///< what cannot be read twice (standard input, a stored text)
};

struct ScannedInputs {
  std::vector<ScannedDocument>
      documents;  ///< each text once, under the first of its names; in the order of names
  std::vector<Error> left_out;
};

/// Finds, reads and hashes the inputs of a build. The date is given to all of them.
[[nodiscard]] ScannedInputs scan_inputs(const std::vector<std::string>& arguments, const std::string& date);

/// The document of a scanned input.
[[nodiscard]] Result<Document> load(const ScannedDocument& input);

}  // namespace entente::app
