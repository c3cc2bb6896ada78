// SPDX-License-Identifier: Apache-2.0
#include "exporters/imported_graphml.hpp"

#include <ostream>

#include "exporters/buffered_text.hpp"
#include "exporters/decimal.hpp"
#include "exporters/drawing.hpp"
#include "exporters/graphml_style.hpp"
#include "exporters/imported_columns.hpp"
#include "exporters/xml.hpp"

namespace entente::exporters {

using graph::Cell;
using graph::EdgeId;
using graph::NodeId;

namespace {

std::string declaration(char domain, std::string_view id, std::string_view name, std::string_view type) {
  const std::string_view element = domain == 'n' ? "node" : "edge";
  return "<key id=\"" + std::string(1, domain) + "_" + std::string(id) + "\" for=\"" + std::string(element) +
         "\" attr.name=\"" + xml_escaped(name) + "\" attr.type=\"" + std::string(type) + "\"/>\n";
}

void append_data(std::string& out, std::string_view key, std::string_view value) {
  out.append("<data key=\"").append(key).append("\">");
  append_xml(out, value);
  out += "</data>";
}

}  // namespace

ImportedGraphml::ImportedGraphml(const ImportedPart& imported, const ontology::Vocabulary& vocabulary,
                                 bool beside_facts)
    : imported_(imported),
      vocabulary_(vocabulary),
      beside_facts_(beside_facts),
      node_keys_(keys_of('n', imported.node_columns(), beside_facts)),
      edge_keys_(keys_of('e', imported.edge_columns(), beside_facts)) {}

/// Names that readers take for the label, places, sizes and colours are not for properties.
std::vector<ImportedGraphml::Key> ImportedGraphml::keys_of(char domain,
                                                           const std::vector<ImportedColumn>& columns,
                                                           bool beside_facts) const {
  const auto attributes = !beside_facts   ? std::vector<Attribute>()
                          : domain == 'n' ? listed(kNodeAttributes)
                                          : listed(kEdgeAttributes);
  std::vector<Key> keys;
  for (const PlacedColumn& column :
       placed(columns, attributes, {"label", "labels", "size", "r", "g", "b", "x", "y"})) {
    const std::string id = column.same >= 0
                               ? std::string(attributes[static_cast<std::size_t>(column.same)].id)
                               : "p" + std::to_string(keys.size());
    Key key;
    key.values = column.values;
    if (column.same < 0)
      key.declaration = declaration(domain, id, column.name, type_name(column.type, "long"));
    key.open = "<data key=\"" + std::string(1, domain) + "_" + id + "\">";
    keys.push_back(std::move(key));
  }
  return keys;
}

void ImportedGraphml::write_keys(std::ostream& out) const {
  out << declaration('n', "labels", "labels", "string");
  if (!beside_facts_) {
    for (const std::string_view id : {"label", "size", "r", "g", "b", "x", "y"}) {
      const bool colour = id == "r" || id == "g" || id == "b";
      out << declaration('n', id, id, id == "label" ? "string" : colour ? "int" : "float");
    }
    out << declaration('e', "label", "label", "string");
  }
  for (const auto* keys : {&node_keys_, &edge_keys_})
    for (const Key& key : *keys) out << key.declaration;
}

void ImportedGraphml::append_properties(std::string& out, std::uint32_t row,
                                        const std::vector<Key>& keys) const {
  std::string text;
  for (const Key& key : keys) {
    const Cell cell = key.values->at(row);
    if (cell.is_null()) continue;
    out += key.open;
    if (cell.kind == Cell::Kind::text) {
      append_xml(out, cell.bytes);
    } else if (cell.kind == Cell::Kind::coded) {
      text.clear();
      append_text(text, cell);
      append_xml(out, text);
    } else {
      append_text(out, cell);
    }
    out += "</data>";
  }
}

void ImportedGraphml::write_nodes(const std::vector<Point>& places, std::ostream& stream) const {
  const graph::Snapshot& graph = imported_.graph();
  BufferedText buffer(stream);
  std::string& out = buffer.text();
  std::size_t place = 0;
  imported_.each_node([&](NodeId node) {
    const auto& labels = graph.labels(node);
    append_xml(out.append("<node id=\""), imported_.id(node));
    append_data(out += "\">", "n_label", imported_.label(node));
    std::string all;
    for (const std::string& label : labels) all.append(":").append(label);
    if (!all.empty()) append_data(out, "n_labels", all);
    if (beside_facts_ && !labels.empty()) append_data(out, "n_class", labels.front());
    append_properties(out, static_cast<std::uint32_t>(node), node_keys_);
    const std::size_t degree = graph.out_degree(node) + graph.in_degree(node);
    append_data(out, "n_size", decimal(Drawing::size_for(degree), 1));
    const Colour colour = node_colour(labels.empty() ? "" : labels.front(), vocabulary_);
    append_data(out, "n_r", std::to_string(colour.r));
    append_data(out, "n_g", std::to_string(colour.g));
    append_data(out, "n_b", std::to_string(colour.b));
    if (!places.empty()) {
      append_data(out, "n_x", decimal(places[place].x, 1));
      append_data(out, "n_y", decimal(places[place].y, 1));
    }
    ++place;
    out += "</node>\n";
    buffer.settle();
  });
}

/// The label of the element is the kind, by which Gephi tells parallel edges apart.
void ImportedGraphml::write_edges(std::ostream& stream) const {
  const graph::Snapshot& graph = imported_.graph();
  std::vector<std::string> kinds;
  for (const std::string& type : graph.all_types()) {
    const std::string name = xml_escaped(type);
    kinds.push_back("\" label=\"" + name + "\"><data key=\"e_label\">" + name + "</data>");
    if (beside_facts_) append_data(kinds.back(), "e_kind", type);
  }
  std::vector<std::uint32_t> begins;  // the ids of the nodes as they are written
  std::string ids;
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    begins.push_back(static_cast<std::uint32_t>(ids.size()));
    append_xml(ids, imported_.id(static_cast<NodeId>(i)));
  }
  begins.push_back(static_cast<std::uint32_t>(ids.size()));
  BufferedText buffer(stream);
  std::string& out = buffer.text();
  const auto append_id = [&](NodeId node) {
    const auto at = static_cast<std::size_t>(node);
    out.append(ids, begins[at], begins[at + 1] - begins[at]);
  };
  Cell number;
  number.kind = Cell::Kind::integer;
  imported_.each_edge([&](EdgeId edge, graph::TypeId type) {
    out += "<edge id=\"i";
    number.number = static_cast<std::uint32_t>(edge);
    append_text(out, number);
    out += "\" source=\"";
    append_id(graph.source(edge));
    out += "\" target=\"";
    append_id(graph.target(edge));
    out += kinds[static_cast<std::size_t>(type)];
    append_properties(out, static_cast<std::uint32_t>(edge), edge_keys_);
    out += "</edge>\n";
    buffer.settle();
  });
}

}  // namespace entente::exporters
