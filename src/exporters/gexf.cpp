// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "exporters/day_span.hpp"
#include "exporters/decimal.hpp"
#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/graphml_style.hpp"
#include "exporters/imported_columns.hpp"
#include "exporters/xml.hpp"

namespace entente::exporters {

namespace {

/// Label and weight are attributes of the element itself.
bool is_own(const Attribute& attribute) {
  return attribute.id == "label" || attribute.id == "weight";
}

template <std::size_t n>
void declare(std::ostream& out, std::string_view domain, const std::array<Attribute, n>& attributes,
             const std::vector<PlacedColumn>& more) {
  out << "<attributes class=\"" << domain << "\">\n";
  for (const Attribute& a : attributes)
    if (!is_own(a))
      out << "<attribute id=\"" << domain.front() << '_' << a.id << "\" title=\"" << a.name << "\" type=\""
          << type_name(a.type, "integer") << "\"/>\n";
  for (std::size_t i = 0; i < more.size(); ++i)
    if (more[i].same < 0)
      out << "<attribute id=\"" << domain.front() << "_p" << i << "\" title=\"" << xml_escaped(more[i].name)
          << "\" type=\"" << type_name(more[i].type, "long") << "\"/>\n";
  out << "</attributes>\n";
}

template <std::size_t n>
void write_values(std::ostream& out, char prefix, const std::array<Attribute, n>& attributes,
                  const std::array<std::string, n>& values, const std::vector<PlacedColumn>& more = {},
                  std::uint32_t row = 0) {
  const auto put = [&](std::string_view id, std::string_view value) {
    out << "<attvalue for=\"" << prefix << '_' << id << "\" value=\"" << xml_escaped(value) << "\"/>";
  };
  out << "<attvalues>";
  for (std::size_t a = 0; a < n; ++a)
    if (!values[a].empty() && !is_own(attributes[a])) put(attributes[a].id, values[a]);
  for (std::size_t i = 0; i < more.size(); ++i) {
    std::string text;
    if (more[i].same < 0) append_text(text, more[i].values->at(row));
    if (!text.empty()) put("p" + std::to_string(i), text);
  }
  out << "</attvalues>";
}

void write_colour(std::ostream& out, Colour colour) {
  out << "<viz:color r=\"" << colour.r << "\" g=\"" << colour.g << "\" b=\"" << colour.b << "\"/>";
}

/// Size and, where nodes have places, the next of them.
void write_looks(double size, const std::vector<Point>& points, std::size_t place, std::ostream& out) {
  out << "<viz:size value=\"" << decimal(size, 1) << "\"/>";
  if (!points.empty())
    out << "<viz:position x=\"" << decimal(points[place].x, 1) << "\" y=\"" << decimal(points[place].y, 1)
        << "\" z=\"0.0\"/>";
  out << "</node>\n";
}

void write_nodes(const Drawing& drawing, const ontology::Vocabulary& vocabulary, const ImportedPart* imported,
                 const std::vector<PlacedColumn>& more, std::ostream& out) {
  const auto points = drawing.places();
  out << "<nodes>\n";
  std::size_t place = 0;
  for (; place < drawing.nodes().size(); ++place) {
    const Entity& entity = drawing.nodes()[place];
    out << "<node id=\"" << xml_escaped(entity.id) << "\" label=\"" << xml_escaped(entity.label) << "\">";
    write_values(out, 'n', kNodeAttributes, drawing.values_of_node(place));
    write_colour(out, drawing.colour(place));
    write_looks(drawing.size(place), points, place, out);
  }
  if (imported != nullptr)
    imported->each_node([&](graph::NodeId node) {
      const graph::Snapshot& graph = imported->graph();
      const auto& labels = graph.labels(node);
      out << "<node id=\"" << xml_escaped(imported->id(node)) << "\" label=\""
          << xml_escaped(imported->label(node)) << "\">";
      write_values(out, 'n', kNodeAttributes, values_of(*imported, node, more), more,
                   static_cast<std::uint32_t>(node));
      write_colour(out, node_colour(labels.empty() ? "" : labels.front(), vocabulary));
      write_looks(Drawing::size_for(graph.out_degree(node) + graph.in_degree(node)), points, place++, out);
    });
  out << "</nodes>\n";
}

void write_times(std::string_view first, std::string_view last, std::ostream& out) {
  const auto span = day_span(first, last);
  if (!span) return;
  if (!span->begin.empty()) out << " start=\"" << span->begin << '"';
  if (!span->end.empty()) out << " end=\"" << span->end << '"';
}

void write_edge(const Drawing& drawing, const EdgeGroup& edge, const ontology::Vocabulary& vocabulary,
                std::ostream& out) {
  const EdgeValues values = drawing.values(edge);
  out << "<edge id=\"" << drawing.edge_id(edge) << "\" source=\"" << xml_escaped(drawing.source(edge))
      << "\" target=\"" << xml_escaped(drawing.target(edge)) << "\" kind=\"" << xml_escaped(edge.kind)
      << "\" label=\"" << xml_escaped(edge.label) << "\" weight=\""
      << values[place_of(kEdgeAttributes, "weight")] << '"';
  const auto [first, last] = Drawing::first_and_last(edge);
  write_times(first, last, out);
  out << '>';
  write_values(out, 'e', kEdgeAttributes, values);
  write_colour(out, edge_colour(edge.facts.front()->relation, vocabulary));
  out << "</edge>\n";
}

/// The property `date`, or `begin` and `end`, is the time that an edge lasts.
void write_imported_edges(const ImportedPart& imported, const std::vector<PlacedColumn>& more,
                          std::ostream& out) {
  const graph::Snapshot& graph = imported.graph();
  const auto column = [&](std::string_view name) {
    const auto key = graph.find_key(name);
    return key ? graph.edge_column(*key) : nullptr;
  };
  const auto *date = column("date"), *begin = column("begin"), *end = column("end");
  const auto text_at = [](const graph::ColumnView* values, std::uint32_t row) {
    std::string text;
    if (values != nullptr) append_text(text, values->at(row));
    return text;
  };
  imported.each_edge([&](graph::EdgeId edge, graph::TypeId type) {
    const auto row = static_cast<std::uint32_t>(edge);
    const std::string kind = xml_escaped(graph.type(type));
    out << "<edge id=\"i" << row << "\" source=\"" << xml_escaped(imported.id(graph.source(edge)))
        << "\" target=\"" << xml_escaped(imported.id(graph.target(edge))) << "\" kind=\"" << kind
        << "\" label=\"" << kind << "\" weight=\"1.0\"";
    const std::string day = text_at(date, row);
    std::string first = text_at(begin, row), last = text_at(end, row);
    if (first.empty() && last.empty()) first = last = day;
    write_times(first, last, out);
    out << '>';
    write_values(out, 'e', kEdgeAttributes, values_of(imported, edge, type, more), more, row);
    out << "</edge>\n";
  });
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
  const ImportedPart* imported = options.imported;
  const auto of_nodes = imported == nullptr ? std::vector<PlacedColumn>()
                                            : placed(imported->node_columns(), listed(kNodeAttributes));
  const auto of_edges = imported == nullptr ? std::vector<PlacedColumn>()
                                            : placed(imported->edge_columns(), listed(kEdgeAttributes));
  declare(out, "node", kNodeAttributes, of_nodes);
  declare(out, "edge", kEdgeAttributes, of_edges);
  write_nodes(drawing, vocabulary, imported, of_nodes, out);
  out << "<edges>\n";
  for (const EdgeGroup& edge : drawing.edges()) write_edge(drawing, edge, vocabulary, out);
  if (imported != nullptr) write_imported_edges(*imported, of_edges, out);
  out << "</edges>\n</graph>\n</gexf>\n";
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the GEXF output cannot be written");
  return {};
}

}  // namespace entente::exporters
