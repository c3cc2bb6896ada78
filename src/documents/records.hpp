// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/result.hpp"
#include "documents/byte_source.hpp"
#include "documents/fields.hpp"
#include "documents/json_record.hpp"
#include "documents/reader.hpp"

namespace entente::documents {

/// Takes each record of a file of many, or why one is none, with its line.
using RecordHandler = std::function<void(Result<Record>, std::size_t line)>;

/// A file of many documents and how it is to be read.
struct RecordFile {
  ByteSource& source;
  std::string place;  ///< names it in errors
  const Fields& fields;
  const Limits& limits;
};

/// A document a line; one line too many bytes long, or no document, is passed to the handler as an error and
/// the next one is read. An error of the source ends it.
[[nodiscard]] Status read_json_lines(const RecordFile& file, const RecordHandler& handler);

/// A document a record of a table (RFC 4180) with names of columns in its first one. Of columns that differ
/// in case alone the first counts. The separator is told by the first line: a tab, else a semicolon where it
/// has no comma. An error in the table ends it, since nobody knows where the next record begins.
[[nodiscard]] Status read_table(const RecordFile& file, const RecordHandler& handler);

}  // namespace entente::documents
