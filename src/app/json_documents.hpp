// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "text/document.hpp"

namespace entente::app {

/// One line of a JSONL input, {"id", "text"} with optional "date", "title", "url".
struct JsonDocument {
  std::string id;  ///< as the user gave it, the document's own where he gave none
  Document document;
};

/// Reads the line with this number. What is no JSON, has no text, or has a value of a wrong type is a data
/// error with line and column.
[[nodiscard]] Result<JsonDocument> parse_json_document(const std::string& line, std::size_t number,
                                                       const std::string& file);

/// Reads JSON lines in portions, so that no more than one portion is held.
class JsonDocuments {
 public:
  /// file names the stream in errors. in outlives this.
  JsonDocuments(std::istream& in, std::string file) : in_(in), file_(std::move(file)) {}

  /// The next lines that are not blank, each a document or why it is none; empty at the end.
  [[nodiscard]] std::vector<Result<JsonDocument>> next_portion();

 private:
  std::istream& in_;
  std::string file_;
  std::size_t line_ = 0;
};

}  // namespace entente::app
