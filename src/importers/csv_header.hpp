// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/typed_text.hpp"
#include "text/csv_reader.hpp"

namespace entente::importers {

/// What a column of a CSV file holds: "name", "born:date", "id:ID(person)", ":START_ID(person)",
/// "tags:string[]".
struct CsvColumn {
  enum class Role { property, id, labels, start, end, type, ignored };
  Role role = Role::property;
  std::string name;   ///< of the property; an id without a name becomes none
  std::string space;  ///< of ids, or empty
  ValueType type = ValueType::text;
  bool list = false;  ///< values with ; between them
};

struct CsvHeader {
  std::vector<CsvColumn> columns;
  bool relationships = false;  ///< else nodes

  /// The place of the only column with a role; columns.size() when there is none.
  [[nodiscard]] std::size_t place(CsvColumn::Role role) const;
};

/// Reads the header of neo4j-admin's import files from the reader's first record. What cannot be is a data
/// error with line and column.
[[nodiscard]] Result<CsvHeader> read_csv_header(CsvReader& reader);

}  // namespace entente::importers
