// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>

#include "exporters/decimal.hpp"
#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/graphml_style.hpp"
#include "exporters/xml.hpp"

namespace entente::exporters {

namespace {

constexpr double kMargin = 80;  // room for labels
constexpr double kBend = 28;    // between edges of the same two nodes

std::string number(double value) {
  return decimal(value, 1);
}

std::string rgb(Colour colour) {
  return "rgb(" + std::to_string(colour.r) + "," + std::to_string(colour.g) + "," + std::to_string(colour.b) +
         ")";
}

struct Box {
  double left = 0, top = 0, width = 0, height = 0;
};

Box box_of(const std::vector<Point>& places) {
  if (places.empty()) return {0, 0, 2 * kMargin, 2 * kMargin};
  const auto [left, right] = std::minmax_element(places.begin(), places.end(),
                                                 [](const Point& a, const Point& b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(places.begin(), places.end(),
                                                 [](const Point& a, const Point& b) { return a.y < b.y; });
  return {left->x - kMargin, top->y - kMargin, right->x - left->x + 2 * kMargin,
          bottom->y - top->y + 2 * kMargin};
}

/// The way of an edge from rim to rim, and where its label stands.
struct Way {
  std::string path;
  Point label;
};

Way loop_at(Point at, double radius, int turn) {
  const double reach = radius + 14 + 10 * turn;
  return {"M" + number(at.x - radius / 2) + " " + number(at.y - radius) + " C" + number(at.x - reach) + " " +
              number(at.y - radius - reach) + " " + number(at.x + reach) + " " +
              number(at.y - radius - reach) + " " + number(at.x + radius / 2) + " " + number(at.y - radius),
          {at.x, at.y - radius - reach * 0.75}};
}

/// `turn` 0 is straight; 1, 2, ... bend to one side and the other.
Way way_between(Point from, Point to, double from_radius, double to_radius, int turn) {
  const double dx = to.x - from.x, dy = to.y - from.y;
  const double length = std::max(std::sqrt(dx * dx + dy * dy), 1.0);
  const double side = (turn % 2 == 1 ? 1 : -1) * ((turn + 1) / 2) * kBend;
  const Point middle{(from.x + to.x) / 2 - dy / length * side, (from.y + to.y) / 2 + dx / length * side};
  const auto rim = [&](Point at, double radius) {
    const double mx = middle.x - at.x, my = middle.y - at.y;
    const double far = std::max(std::sqrt(mx * mx + my * my), 1.0);
    return Point{at.x + mx / far * radius, at.y + my / far * radius};
  };
  const Point begin = rim(from, from_radius), end = rim(to, to_radius + 3);
  return {"M" + number(begin.x) + " " + number(begin.y) + " Q" + number(middle.x) + " " + number(middle.y) +
              " " + number(end.x) + " " + number(end.y),
          {(begin.x + end.x + 2 * middle.x) / 4, (begin.y + end.y + 2 * middle.y) / 4}};
}

void write_edge(const Drawing& drawing, const EdgeGroup& edge, const std::vector<Point>& places, int turn,
                const ontology::Vocabulary& vocabulary, std::ostream& out) {
  const double from = drawing.size(edge.source), to = drawing.size(edge.target);
  const bool straight_on = edge.source < edge.target;  // so that both directions bend to different sides
  const Way way = edge.source == edge.target ? loop_at(places[edge.source], from, turn)
                                             : way_between(places[edge.source], places[edge.target], from, to,
                                                           straight_on || turn == 0 ? turn
                                                           : turn % 2 == 1          ? turn + 1
                                                                                    : turn - 1);
  const Fact& fact = *edge.facts.front();
  const EdgeValues values = drawing.values(edge);
  const std::string& words = values[place_of(kEdgeAttributes, "evidence")];
  out << "<g class=\"edge\" data-kind=\"" << xml_escaped(edge.kind) << "\"><title>"
      << xml_escaped(edge.label + (words.empty() ? "" : ": " + words)) << "</title><path d=\"" << way.path
      << "\" stroke=\"" << rgb(edge_colour(fact.relation, vocabulary)) << '"';
  if (!is_plain(fact)) out << " stroke-dasharray=\"" << (fact.negated ? "2 4" : "7 4") << '"';
  if (!edge.symmetric) out << " marker-end=\"url(#arrow)\"";
  out << "/><text x=\"" << number(way.label.x) << "\" y=\"" << number(way.label.y) << "\">"
      << xml_escaped(edge.label) << "</text></g>\n";
}

void write_node(const Drawing& drawing, std::size_t node, Point place, std::ostream& out) {
  const Entity& entity = drawing.nodes()[node];
  const double radius = drawing.size(node);
  out << "<g class=\"node\"><title>"
      << xml_escaped(entity.cls.empty() ? entity.label : entity.cls + ": " + entity.label)
      << "</title><circle cx=\"" << number(place.x) << "\" cy=\"" << number(place.y) << "\" r=\""
      << number(radius) << "\" fill=\"" << rgb(drawing.colour(node)) << "\"/><text x=\"" << number(place.x)
      << "\" y=\"" << number(place.y + radius + 12) << "\">" << xml_escaped(entity.label) << "</text></g>\n";
}

}  // namespace

Status write_svg(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                 std::ostream& out) {
  const Drawing drawing(base, vocabulary, options);
  std::vector<Point> places = drawing.places();
  for (Point& place : places) place.y = -place.y;  // y grows downwards here
  const Box box = box_of(places);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
         "viewBox=\""
      << number(box.left) << ' ' << number(box.top) << ' ' << number(box.width) << ' ' << number(box.height)
      << "\">\n<title>" << drawing.nodes().size() << " nodes, " << drawing.edges().size()
      << " edges</title>\n"
         "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" "
         "markerHeight=\"8\" "
         "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" "
         "fill=\"context-stroke\"/></marker></defs>\n"
         "<rect x=\""
      << number(box.left) << "\" y=\"" << number(box.top)
      << "\" width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
         "<g fill=\"none\" stroke-width=\"1.5\" font-family=\"sans-serif\" text-anchor=\"middle\">\n"
         "<style>text{stroke:#fff;stroke-width:3px;paint-order:stroke}.edge text{font-size:8px;fill:#555}"
         ".node text{font-size:11px;fill:#111}.node circle{stroke:#333;stroke-width:1}</style>\n";
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> turns;
  for (const EdgeGroup& edge : drawing.edges())
    write_edge(drawing, edge, places, turns[std::minmax(edge.source, edge.target)]++, vocabulary, out);
  for (std::size_t i = 0; i < places.size(); ++i) write_node(drawing, i, places[i], out);
  out << "</g>\n</svg>\n";
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the SVG output cannot be written");
  return {};
}

}  // namespace entente::exporters
