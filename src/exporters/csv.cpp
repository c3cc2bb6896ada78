// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "exporters/buffered_text.hpp"
#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/imported_columns.hpp"

namespace entente::exporters {

namespace {

/// RFC 4180, always in quotes. A zero byte, which no property holds, is left out.
std::string field(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    if (c != '\0') out += c;
  }
  return out + '"';
}

template <std::size_t n>
std::string header(const std::array<Attribute, n>& attributes, const std::vector<PlacedColumn>& more) {
  std::string columns;
  for (const Attribute& a : attributes)
    columns.append(",").append(a.name).append(":").append(type_name(a.type));
  for (const PlacedColumn& column : more)
    if (column.same < 0)
      columns.append(",").append(column.name).append(":").append(type_name(column.type, "long"));
  return columns;
}

/// The fields of an imported node or edge behind its first ones.
template <std::size_t n>
void append_fields(std::string& out, const std::array<std::string, n>& values,
                   const std::vector<PlacedColumn>& more, std::uint32_t row) {
  for (const std::string& value : values) out.append(",").append(value.empty() ? "" : field(value));
  std::string text;
  for (const PlacedColumn& column : more) {
    if (column.same >= 0) continue;
    out += ',';
    const graph::Cell cell = column.values->at(row);
    if (cell.is_null()) continue;
    text.clear();
    append_text(text, cell);
    out += field(text);
  }
  out += '\n';
}

/// Empty fields of what is not imported.
std::string no_fields(const std::vector<PlacedColumn>& more) {
  std::string out;
  for (const PlacedColumn& column : more)
    if (column.same < 0) out += ',';
  return out;
}

void write_imported_nodes(const ImportedPart& imported, const std::vector<PlacedColumn>& more,
                          std::ostream& stream) {
  BufferedText buffer(stream);
  std::string& out = buffer.text();
  imported.each_node([&](graph::NodeId node) {
    std::string labels(kNodeLabel);
    for (const std::string& label : imported.graph().labels(node)) labels.append(";").append(label);
    out.append(field(imported.id(node))).append(",").append(field(labels));
    append_fields(out, values_of(imported, node, more), more, static_cast<std::uint32_t>(node));
    buffer.settle();
  });
}

void write_imported_edges(const ImportedPart& imported, const std::vector<PlacedColumn>& more,
                          std::ostream& stream) {
  const graph::Snapshot& graph = imported.graph();
  BufferedText buffer(stream);
  std::string& out = buffer.text();
  imported.each_edge([&](graph::EdgeId edge, graph::TypeId type) {
    out.append(field(imported.id(graph.source(edge))))
        .append(",")
        .append(field(imported.id(graph.target(edge))));
    out.append(",").append(field(graph.type(type))).append(",").append(field(imported_edge_id(edge)));
    append_fields(out, values_of(imported, edge, type, more), more, static_cast<std::uint32_t>(edge));
    buffer.settle();
  });
}

Status flushed(std::ostream& out) {
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the CSV output cannot be written");
  return {};
}

}  // namespace

Status write_csv_nodes(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                       std::ostream& out) {
  const Drawing drawing(base, vocabulary, options);
  const auto more = csv_node_columns(options);
  const std::string nothing = no_fields(more);
  out << "id:ID,:LABEL" << header(kNodeAttributes, more) << '\n';
  for (std::size_t node = 0; node < drawing.nodes().size(); ++node) {
    const Entity& entity = drawing.nodes()[node];
    std::string labels(kNodeLabel);
    if (!entity.cls.empty()) labels.append(";").append(entity.cls);
    out << field(entity.id) << ',' << field(labels);
    for (const std::string& value : drawing.values_of_node(node))
      out << ',' << (value.empty() ? "" : field(value));
    out << nothing << '\n';
  }
  if (options.imported != nullptr) write_imported_nodes(*options.imported, more, out);
  return flushed(out);
}

Status write_csv_edges(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                       std::ostream& out) {
  const Drawing drawing(base, vocabulary, options);
  const auto more = csv_edge_columns(options);
  const std::string nothing = no_fields(more);
  out << ":START_ID,:END_ID,:TYPE,id:string" << header(kEdgeAttributes, more) << '\n';
  for (const EdgeGroup& edge : drawing.edges()) {
    out << field(drawing.source(edge)) << ',' << field(drawing.target(edge)) << ',' << field(edge.kind) << ','
        << field(drawing.edge_id(edge));
    for (const std::string& value : drawing.values(edge)) out << ',' << (value.empty() ? "" : field(value));
    out << nothing << '\n';
  }
  if (options.imported != nullptr) write_imported_edges(*options.imported, more, out);
  return flushed(out);
}

}  // namespace entente::exporters
