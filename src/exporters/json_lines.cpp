// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "exporters/decimal.hpp"
#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/imported_columns.hpp"

namespace entente::exporters {

namespace {

using Json = nlohmann::ordered_json;

void write_line(const Json& json, std::ostream& out) {
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json json_of(const std::string& text, AttributeType type) {
  if (text.empty()) return nullptr;
  if (type == AttributeType::text) return text;
  if (type == AttributeType::boolean) return text == "true";
  if (type == AttributeType::integer) return std::stol(text);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

/// What stands as a list or under another name in these lines.
bool is_shown_otherwise(std::string_view id) {
  return id == "name" || id == "aliases" || id == "interaction" || id == "facts" || id == "documents" ||
         id == "evidence";
}

template <std::size_t n>
void add_values(Json& json, const std::array<Attribute, n>& attributes,
                const std::array<std::string, n>& values) {
  for (std::size_t a = 0; a < n; ++a)
    if (!is_shown_otherwise(attributes[a].id))
      json[std::string(attributes[a].name)] = json_of(values[a], attributes[a].type);
}

void write_document(const Document& document, std::ostream& out) {
  write_line(Json{{"type", "document"},
                  {"id", document.id},
                  {"name", text_or_null(document.name)},
                  {"date", text_or_null(document.date)},
                  {"title", text_or_null(document.title)},
                  {"url", text_or_null(document.url)}},
             out);
}

void write_node(const Drawing& drawing, std::size_t node, std::ostream& out) {
  const Entity& entity = drawing.nodes()[node];
  Json json = {{"type", "node"}, {"id", entity.id}};
  add_values(json, kNodeAttributes, drawing.values_of_node(node));
  json["aliases"] = entity.aliases;
  write_line(json, out);
}

void write_edge(const Drawing& drawing, const EdgeGroup& edge, std::ostream& out) {
  Json json = {{"type", "edge"},
               {"id", drawing.edge_id(edge)},
               {"source", drawing.source(edge)},
               {"target", drawing.target(edge)}};
  add_values(json, kEdgeAttributes, drawing.values(edge));
  Json facts = Json::array(), evidence = Json::array();
  for (const Fact* fact : edge.facts) facts.push_back(fact->id);
  for (const Passage& passage : drawing.passages(edge)) {
    Json place = {{"document", passage.document}, {"begin", passage.begin}, {"end", passage.end}};
    if (!passage.text.empty()) place["text"] = passage.text;
    evidence.push_back(std::move(place));
  }
  json["facts"] = std::move(facts);
  json["evidence"] = std::move(evidence);
  write_line(json, out);
}

Json json_of(const graph::Cell& cell) {
  using Kind = graph::Cell::Kind;
  if (cell.kind == Kind::flag) return cell.number != 0;
  if (cell.kind == Kind::integer) return cell.number;
  if (cell.kind == Kind::real) return cell.real;
  std::string text;
  if (cell.kind == Kind::coded) {
    const graph::Value value = graph::to_value(cell);
    if (const auto* list = std::get_if<graph::List>(&value.data)) {
      Json elements = Json::array();
      for (const graph::Value& element : *list)
        append_text(elements.emplace_back(std::string()).get_ref<std::string&>(), element);
      return elements;
    }
  }
  append_text(text, cell);
  return text;
}

Json properties_of(const std::vector<ImportedColumn>& columns, std::uint32_t row) {
  Json properties = Json::object();
  for (const ImportedColumn& column : columns)
    if (const graph::Cell cell = column.values->at(row); !cell.is_null())
      properties[std::string(column.name)] = json_of(cell);
  return properties;
}

/// What is not of entente's making stands in an object of its own.
void write_imported_nodes(const ImportedPart& imported, std::ostream& out) {
  imported.each_node([&](graph::NodeId node) {
    write_line(Json{{"type", "node"},
                    {"id", imported.id(node)},
                    {"label", imported.label(node)},
                    {"labels", imported.graph().labels(node)},
                    {"properties", properties_of(imported.node_columns(), static_cast<std::uint32_t>(node))}},
               out);
  });
}

void write_imported_edges(const ImportedPart& imported, std::ostream& out) {
  const graph::Snapshot& graph = imported.graph();
  imported.each_edge([&](graph::EdgeId edge, graph::TypeId type) {
    write_line(Json{{"type", "edge"},
                    {"id", imported_edge_id(edge)},
                    {"source", imported.id(graph.source(edge))},
                    {"target", imported.id(graph.target(edge))},
                    {"label", graph.type(type)},
                    {"kind", graph.type(type)},
                    {"properties", properties_of(imported.edge_columns(), static_cast<std::uint32_t>(edge))}},
               out);
  });
}

}  // namespace

Status write_json_lines(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                        std::ostream& out) {
  const Drawing drawing(base, vocabulary, options);
  for (const Document& document : base.documents) write_document(document, out);
  for (std::size_t node = 0; node < drawing.nodes().size(); ++node) write_node(drawing, node, out);
  if (options.imported != nullptr) write_imported_nodes(*options.imported, out);
  for (const EdgeGroup& edge : drawing.edges()) write_edge(drawing, edge, out);
  if (options.imported != nullptr) write_imported_edges(*options.imported, out);
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the JSON output cannot be written");
  return {};
}

}  // namespace entente::exporters
