// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "exporters/day_span.hpp"
#include "exporters/decimal.hpp"
#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/graphml_style.hpp"
#include "exporters/xml.hpp"

namespace entente::exporters {

namespace {

/// Label and weight are attributes of the element itself.
bool is_own(const Attribute& attribute) {
  return attribute.id == "label" || attribute.id == "weight";
}

template <std::size_t n>
void declare(std::ostream& out, std::string_view domain, const std::array<Attribute, n>& attributes) {
  out << "<attributes class=\"" << domain << "\">\n";
  for (const Attribute& a : attributes)
    if (!is_own(a))
      out << "<attribute id=\"" << domain.front() << '_' << a.id << "\" title=\"" << a.name << "\" type=\""
          << type_name(a.type, "integer") << "\"/>\n";
  out << "</attributes>\n";
}

template <std::size_t n>
void write_values(std::ostream& out, char prefix, const std::array<Attribute, n>& attributes,
                  const std::array<std::string, n>& values) {
  out << "<attvalues>";
  for (std::size_t a = 0; a < n; ++a)
    if (!values[a].empty() && !is_own(attributes[a]))
      out << "<attvalue for=\"" << prefix << '_' << attributes[a].id << "\" value=\""
          << xml_escaped(values[a]) << "\"/>";
  out << "</attvalues>";
}

void write_colour(std::ostream& out, Colour colour) {
  out << "<viz:color r=\"" << colour.r << "\" g=\"" << colour.g << "\" b=\"" << colour.b << "\"/>";
}

void write_nodes(const Drawing& drawing, std::ostream& out) {
  const auto points = drawing.places();
  out << "<nodes>\n";
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Entity& entity = drawing.nodes()[i];
    out << "<node id=\"" << xml_escaped(entity.id) << "\" label=\"" << xml_escaped(entity.label) << "\">";
    write_values(out, 'n', kNodeAttributes, drawing.values_of_node(i));
    write_colour(out, drawing.colour(i));
    out << "<viz:size value=\"" << decimal(drawing.size(i), 1) << "\"/><viz:position x=\""
        << decimal(points[i].x, 1) << "\" y=\"" << decimal(points[i].y, 1) << "\" z=\"0.0\"/></node>\n";
  }
  out << "</nodes>\n";
}

void write_edge(const Drawing& drawing, const EdgeGroup& edge, const ontology::Vocabulary& vocabulary,
                std::ostream& out) {
  const EdgeValues values = drawing.values(edge);
  out << "<edge id=\"" << drawing.edge_id(edge) << "\" source=\"" << xml_escaped(drawing.source(edge))
      << "\" target=\"" << xml_escaped(drawing.target(edge)) << "\" kind=\"" << xml_escaped(edge.kind)
      << "\" label=\"" << xml_escaped(edge.label) << "\" weight=\""
      << values[place_of(kEdgeAttributes, "weight")] << '"';
  const auto [first, last] = Drawing::first_and_last(edge);
  if (const auto span = day_span(first, last)) {
    if (!span->begin.empty()) out << " start=\"" << span->begin << '"';
    if (!span->end.empty()) out << " end=\"" << span->end << '"';
  }
  out << '>';
  write_values(out, 'e', kEdgeAttributes, values);
  write_colour(out, edge_colour(edge.facts.front()->relation, vocabulary));
  out << "</edge>\n";
}

}  // namespace

Status write_gexf(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                  std::ostream& out) {
  const Drawing drawing(base, vocabulary, options);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
         "<meta><creator>entente</creator></meta>\n"
         "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
         "timerepresentation=\"interval\">\n";
  declare(out, "node", kNodeAttributes);
  declare(out, "edge", kEdgeAttributes);
  write_nodes(drawing, out);
  out << "<edges>\n";
  for (const EdgeGroup& edge : drawing.edges()) write_edge(drawing, edge, vocabulary, out);
  out << "</edges>\n</graph>\n</gexf>\n";
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the GEXF output cannot be written");
  return {};
}

}  // namespace entente::exporters
