// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <ostream>

#include "exporters/decimal.hpp"
#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/graphml_style.hpp"
#include "exporters/imported_graphml.hpp"
#include "exporters/xml.hpp"

namespace entente::exporters {

namespace {

struct Key {
  std::string_view id, type;
};

// Gephi looks at a key's id before its name, so ids that mean something to it (r, x, size) must not occur:
// hence the n_ and e_. Only types that every reader knows; dates are text.
constexpr std::array kLooks = {Key{"size", "float"}, Key{"r", "int"},   Key{"g", "int"},
                               Key{"b", "int"},      Key{"x", "float"}, Key{"y", "float"}};
constexpr std::array kEdgeLooks = {Key{"r", "int"}, Key{"g", "int"}, Key{"b", "int"}};

class GraphmlExport {
 public:
  GraphmlExport(const Drawing& drawing, const ontology::Vocabulary& vocabulary, const ImportedPart* imported,
                std::ostream& out)
      : drawing_(drawing), vocabulary_(vocabulary), out_(out) {
    if (imported != nullptr && !imported->empty()) imported_.emplace(*imported, vocabulary, !is_bare());
  }

  void write() {
    const auto places = drawing_.places();
    write_head();
    write_nodes({places.begin(), places.begin() + own_places(places)});
    if (imported_) imported_->write_nodes({places.begin() + own_places(places), places.end()}, out_);
    for (const EdgeGroup& edge : drawing_.edges()) write_edge(edge);
    if (imported_) imported_->write_edges(out_);
    out_ << "</graph>\n</graphml>\n";
  }

 private:
  /// Nothing but what was imported: the keys of facts are left out.
  [[nodiscard]] bool is_bare() const { return drawing_.nodes().empty(); }
  [[nodiscard]] std::ptrdiff_t own_places(const std::vector<Point>& places) const {
    return static_cast<std::ptrdiff_t>(std::min(places.size(), drawing_.nodes().size()));
  }
  void write_head();
  void write_own_keys();
  void write_nodes(const std::vector<Point>& places);
  void write_edge(const EdgeGroup& edge);
  void write_key(std::string_view domain, std::string_view id, std::string_view name, std::string_view type);
  void data(char prefix, std::string_view id, const std::string& value);
  void colour(char prefix, Colour colour);

  const Drawing& drawing_;
  const ontology::Vocabulary& vocabulary_;
  std::ostream& out_;
  std::optional<ImportedGraphml> imported_;
};

void GraphmlExport::write_key(std::string_view domain, std::string_view id, std::string_view name,
                              std::string_view type) {
  out_ << "<key id=\"" << domain.front() << '_' << id << "\" for=\"" << domain << "\" attr.name=\"" << name
       << "\" attr.type=\"" << type << "\"/>\n";
}

void GraphmlExport::write_head() {
  out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
          "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
          "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  if (!imported_ || !is_bare()) write_own_keys();
  if (imported_) imported_->write_keys(out_);
  out_ << "<graph id=\"G\" edgedefault=\"directed\">\n";
}

void GraphmlExport::write_own_keys() {
  for (const Attribute& a : kNodeAttributes) write_key("node", a.id, a.name, type_name(a.type));
  for (const Key& key : kLooks) write_key("node", key.id, key.id, key.type);
  for (const Attribute& a : kEdgeAttributes) write_key("edge", a.id, a.name, type_name(a.type));
  for (const Key& key : kEdgeLooks) write_key("edge", key.id, key.id, key.type);
}

void GraphmlExport::data(char prefix, std::string_view id, const std::string& value) {
  if (!value.empty())
    out_ << "<data key=\"" << prefix << '_' << id << "\">" << xml_escaped(value) << "</data>";
}

void GraphmlExport::colour(char prefix, Colour colour) {
  data(prefix, "r", std::to_string(colour.r));
  data(prefix, "g", std::to_string(colour.g));
  data(prefix, "b", std::to_string(colour.b));
}

void GraphmlExport::write_nodes(const std::vector<Point>& points) {
  for (std::size_t i = 0; i < drawing_.nodes().size(); ++i) {
    const Entity& entity = drawing_.nodes()[i];
    out_ << "<node id=\"" << xml_escaped(entity.id) << "\">";
    const NodeValues values = drawing_.values_of_node(i);
    for (std::size_t a = 0; a < values.size(); ++a) data('n', kNodeAttributes[a].id, values[a]);
    data('n', "size", decimal(drawing_.size(i), 1));
    colour('n', drawing_.colour(i));
    if (!points.empty()) {
      data('n', "x", decimal(points[i].x, 1));
      data('n', "y", decimal(points[i].y, 1));
    }
    out_ << "</node>\n";
  }
}

void GraphmlExport::write_edge(const EdgeGroup& edge) {
  out_ << "<edge id=\"" << drawing_.edge_id(edge) << "\" source=\"" << xml_escaped(drawing_.source(edge))
       << "\" target=\"" << xml_escaped(drawing_.target(edge)) << "\" label=\"" << xml_escaped(edge.kind)
       << "\">";
  const EdgeValues values = drawing_.values(edge);
  for (std::size_t a = 0; a < values.size(); ++a) data('e', kEdgeAttributes[a].id, values[a]);
  colour('e', edge_colour(edge.facts.front()->relation, vocabulary_));
  out_ << "</edge>\n";
}

}  // namespace

Status write_graphml(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                     std::ostream& out) {
  const Drawing drawing(base, vocabulary, options);
  GraphmlExport(drawing, vocabulary, options.imported, out).write();
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the GraphML output cannot be written");
  return {};
}

}  // namespace entente::exporters
