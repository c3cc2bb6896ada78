// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "documents/json_record.hpp"

namespace entente::app {

using JsonDocument = documents::Record;

/// Reads JSON lines, {"id", "text"} with optional "date", "title", "url", in portions, so that no more than
/// one portion is held.
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
