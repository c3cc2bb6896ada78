// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/imported_columns.hpp"

namespace entente::exporters {

namespace {

std::string_view column_type(AttributeType type) {
  switch (type) {
    case AttributeType::boolean:
      return "BOOLEAN";
    case AttributeType::integer:
      return "INT64";
    case AttributeType::real:
      return "DOUBLE";
    case AttributeType::text:
      break;
  }
  return "STRING";
}

/// A name between backticks, which Ladybug has no way to write inside one.
std::string column_name(std::string name) {
  std::replace(name.begin(), name.end(), '`', '_');
  return name;
}

/// COPY takes columns by their order, which is that of the CSV files.
template <std::size_t n>
void write_columns(const std::array<Attribute, n>& attributes, const std::vector<PlacedColumn>& more,
                   std::ostream& out) {
  for (const Attribute& a : attributes) out << ",\n  `" << a.name << "` " << column_type(a.type);
  for (const PlacedColumn& column : more)
    if (column.same < 0) out << ",\n  `" << column_name(column.name) << "` " << column_type(column.type);
}

/// A text in double quotes.
std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

void write_copy(std::string_view table, std::string_view file, std::ostream& out) {
  out << "COPY " << table << " FROM " << literal(file)
      << " (HEADER=true, PARALLEL=false, DELIM=\",\", QUOTE='\"', ESCAPE='\"');\n";
}

}  // namespace

Status write_ladybug_statements(const FactBase&, const ontology::Vocabulary&, const Options& options,
                                const CsvFiles& files, std::ostream& out) {
  out << "// For Ladybug, in the folder of the CSV files, with a database that has no such tables.\n"
      << "CREATE NODE TABLE " << kNodeLabel << " (\n  `id` STRING PRIMARY KEY,\n  `labels` STRING";
  write_columns(kNodeAttributes, csv_node_columns(options), out);
  out << ");\nCREATE REL TABLE Fact (\n  FROM " << kNodeLabel << " TO " << kNodeLabel
      << ",\n  `type` STRING,\n  `id` STRING";
  write_columns(kEdgeAttributes, csv_edge_columns(options), out);
  out << ");\n";
  write_copy(kNodeLabel, files.nodes, out);
  write_copy("Fact", files.edges, out);
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the statements cannot be written");
  return {};
}

}  // namespace entente::exporters
