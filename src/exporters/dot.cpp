// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "base/utf8.hpp"
#include "exporters/decimal.hpp"
#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/graphml_style.hpp"

namespace entente::exporters {

namespace {

/// A string of DOT with its quotes. Graphviz reads backslashes and, in labels, character references.
std::string dot_text(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, static_cast<char>(c));
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t' || c == '\r') {
      out += ' ';
    } else {
      utf8::append(out, c < 0x20 ? kReplacement : c);
    }
  }
  return out + '"';
}

std::string hex(Colour colour) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "#";
  for (const int part : {colour.r, colour.g, colour.b}) {
    text += kDigits[part / 16];
    text += kDigits[part % 16];
  }
  return text;
}

void write_node(const Drawing& drawing, std::size_t node, Point place, std::ostream& out) {
  constexpr double kPointsPerInch = 72;
  const Entity& entity = drawing.nodes()[node];
  out << dot_text(entity.id) << " [label=" << dot_text(entity.label) << ", class=" << dot_text(entity.cls)
      << ", tooltip=" << dot_text(entity.cls.empty() ? entity.label : entity.cls + ": " + entity.label)
      << ", fillcolor=\"" << hex(drawing.colour(node)) << "80\", width=\""
      << decimal(drawing.size(node) * 2 / kPointsPerInch, 2) << "\", pos=\"" << decimal(place.x, 1) << ','
      << decimal(place.y, 1) << '"';
  const NodeValues values = drawing.values_of_node(node);
  for (const std::string_view id : {"community", "pagerank", "betweenness"}) {
    const std::string& value = values[place_of(kNodeAttributes, id)];
    if (!value.empty()) out << ", " << id << '=' << value;
  }
  out << "];\n";
}

void write_edge(const Drawing& drawing, const EdgeGroup& edge, const ontology::Vocabulary& vocabulary,
                std::ostream& out) {
  const EdgeValues values = drawing.values(edge);
  const auto value = [&values](std::string_view id) -> const std::string& {
    return values[place_of(kEdgeAttributes, id)];
  };
  const std::string weight = value("weight").substr(0, value("weight").find('.'));  // dot takes whole ones
  const Fact& fact = *edge.facts.front();
  out << dot_text(drawing.source(edge)) << " -> " << dot_text(drawing.target(edge))
      << " [label=" << dot_text(edge.label) << ", kind=" << dot_text(edge.kind) << ", id=\""
      << drawing.edge_id(edge) << "\", weight=" << weight << ", color=\""
      << hex(edge_colour(fact.relation, vocabulary)) << '"';
  if (!is_plain(fact)) out << ", style=" << (fact.negated ? "dotted" : "dashed");
  if (edge.symmetric) out << ", dir=none";
  if (!value("first").empty())
    out << ", first=" << dot_text(value("first")) << ", last=" << dot_text(value("last"));
  const std::string& words = value("evidence").empty() ? edge.label : value("evidence");
  out << ", tooltip=" << dot_text(words) << "];\n";
}

}  // namespace

Status write_dot(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                 std::ostream& out) {
  const Drawing drawing(base, vocabulary, options);
  const auto places = drawing.places();
  out << "digraph entente {\n"
         "graph [charset=\"UTF-8\", outputorder=\"edgesfirst\", overlap=\"prism\"];\n"
         "node [shape=circle, style=filled, fontname=\"sans-serif\", fontsize=10, fixedsize=shape];\n"
         "edge [fontname=\"sans-serif\", fontsize=8];\n";
  for (std::size_t i = 0; i < places.size(); ++i) write_node(drawing, i, places[i], out);
  for (const EdgeGroup& edge : drawing.edges()) write_edge(drawing, edge, vocabulary, out);
  out << "}\n";
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the DOT output cannot be written");
  return {};
}

}  // namespace entente::exporters
