// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"

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
std::string header(const std::array<Attribute, n>& attributes) {
  std::string columns;
  for (const Attribute& a : attributes)
    columns.append(",").append(a.name).append(":").append(type_name(a.type));
  return columns;
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
  out << "id:ID,:LABEL" << header(kNodeAttributes) << '\n';
  for (std::size_t node = 0; node < drawing.nodes().size(); ++node) {
    const Entity& entity = drawing.nodes()[node];
    std::string labels(kNodeLabel);
    if (!entity.cls.empty()) labels.append(";").append(entity.cls);
    out << field(entity.id) << ',' << field(labels);
    for (const std::string& value : drawing.values_of_node(node))
      out << ',' << (value.empty() ? "" : field(value));
    out << '\n';
  }
  return flushed(out);
}

Status write_csv_edges(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                       std::ostream& out) {
  const Drawing drawing(base, vocabulary, options);
  out << ":START_ID,:END_ID,:TYPE,id:string" << header(kEdgeAttributes) << '\n';
  for (const EdgeGroup& edge : drawing.edges()) {
    out << field(drawing.source(edge)) << ',' << field(drawing.target(edge)) << ',' << field(edge.kind) << ','
        << field(drawing.edge_id(edge));
    for (const std::string& value : drawing.values(edge)) out << ',' << (value.empty() ? "" : field(value));
    out << '\n';
  }
  return flushed(out);
}

}  // namespace entente::exporters
