// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "base/result.hpp"
#include "documents/fields.hpp"
#include "text/document.hpp"

namespace entente::documents {

/// A document out of a file of many.
struct Record {
  std::string id;  ///< as the user gave it, the document's own where he gave none
  Document document;
};

/// A document from what a record says of it; the date as ISO 8601 as far as it can be understood. A text that
/// is none (NUL bytes, invalid UTF-8) is an error at the place.
[[nodiscard]] Result<Record> make_record(std::string id, Document given, const Place& place);

/// Reads the JSON line with this number. A field may be within objects ("article.body"). What is no JSON, has
/// no text, or has a value of a wrong type is a data error with line and column.
[[nodiscard]] Result<Record> parse_json_record(const std::string& line, std::size_t number,
                                               const std::string& file, const Fields& fields = {});

}  // namespace entente::documents
