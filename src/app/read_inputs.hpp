// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/spool.hpp"
#include "base/result.hpp"
#include "documents/walk.hpp"
#include "text/document.hpp"

namespace entente::app {

/// A readable document, known by its hash. Its text is fetched when its turn comes, so that few texts are
/// held at a time: from the file where the file is the text, else from where it was put aside.
struct ScannedDocument {
  std::string id;
  std::string name;
  std::string date, title, url;
  documents::Format format = documents::Format::text;
  std::string encoding;
  Place place;                                      ///< where it came from
  std::optional<Document> document = std::nullopt;  ///< one that is at hand (a stored text)
  std::optional<Spool::Place> spooled = std::nullopt;
};

/// A document whose text another one has.
struct SameText {
  std::string id;
  std::string name;
  Place place;
};

struct ScannedInputs {
  std::vector<ScannedDocument>
      documents;  ///< each text once, under the name that sorts first; in the order in which they were met
  std::vector<SameText> same;
  std::vector<Error> left_out;
  std::unique_ptr<Spool> spool = std::make_unique<Spool>();
};

struct ScanOptions {
  std::vector<std::string> inputs;  ///< files, folders, "-"
  std::string date;                 ///< of documents that tell none themselves
  documents::WalkOptions walk;
};

/// Finds, reads and hashes the inputs of a build.
[[nodiscard]] ScannedInputs scan_inputs(const ScanOptions& options);

/// The document of a scanned input.
[[nodiscard]] Result<Document> load(const ScannedDocument& input, const Spool& spool);

}  // namespace entente::app
