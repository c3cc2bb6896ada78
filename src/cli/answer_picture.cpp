// SPDX-License-Identifier: Apache-2.0
#include "cli/answer_picture.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "base/utf8.hpp"
#include "cli/aligned_table.hpp"
#include "cli/dot_canvas.hpp"
#include "exporters/layout.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t kMostNodes = 24, kMostEdges = 24;
constexpr std::size_t kWidestName = 24;

/// Collects a picture; nodes of the graph by id, names of an answer by text.
class Collector {
 public:
  explicit Collector(const graph::Snapshot& graph) : graph_(graph) {}

  void add(const query::Value& value) {
    std::vector<const query::Value*> to_do = {&value};
    while (!to_do.empty()) {
      const query::Value& next = *to_do.back();
      to_do.pop_back();
      if (const auto* node = next.as<graph::NodeId>()) place_of(*node);
      if (const auto* edge = next.as<graph::EdgeId>()) add_edge(*edge);
      if (const auto* path = next.as<query::Path>()) {
        for (const graph::NodeId node : path->nodes) place_of(node);
        for (const graph::EdgeId edge : path->edges) add_edge(edge);
      }
      if (const auto* list = next.as<query::List>())
        for (auto item = list->rbegin(); item != list->rend(); ++item) to_do.push_back(&*item);
    }
  }

  void add_row(const std::string& subject, const std::string& relation, const std::string& object) {
    const std::uint32_t source = place_of(subject);
    if (!object.empty()) count(source, place_of(object), relation);
  }

  [[nodiscard]] Picture take() { return std::move(picture_); }

 private:
  std::uint32_t place_of(graph::NodeId node) {
    const auto [found, added] = by_id_.emplace(node, static_cast<std::uint32_t>(picture_.nodes.size()));
    if (added) picture_.nodes.push_back(printable(query::to_text(query::Value(node), graph_)));
    return found->second;
  }

  std::uint32_t place_of(const std::string& name) {
    const auto [found, added] = by_name_.emplace(name, static_cast<std::uint32_t>(picture_.nodes.size()));
    if (added) picture_.nodes.push_back(printable(name));
    return found->second;
  }

  void add_edge(graph::EdgeId edge) {
    if (!edges_met_.emplace(edge, true).second) return;
    const std::uint32_t source = place_of(graph_.source(edge));
    count(source, place_of(graph_.target(edge)), graph_.type(edge));
  }

  void count(std::uint32_t source, std::uint32_t target, const std::string& type) {
    const auto [found, added] = edges_.emplace(std::tuple(source, target, type), picture_.edges.size());
    if (added)
      picture_.edges.push_back({source, target, printable(type), 1});
    else
      ++picture_.edges[found->second].count;
  }

  const graph::Snapshot& graph_;
  std::unordered_map<graph::NodeId, std::uint32_t> by_id_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::unordered_map<graph::EdgeId, bool> edges_met_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, std::size_t> edges_;
  Picture picture_;
};

/// A question's answer names things instead of showing them.
void add_named(const query::Table& answer, Collector& collector) {
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(answer.columns.begin(), answer.columns.end(), name) -
                                    answer.columns.begin());
  };
  const std::size_t subject = column("subject"), relation = column("relation"), object = column("object");
  if (std::max({subject, relation, object}) >= answer.columns.size()) return;
  for (const auto& row : answer.rows) {
    const auto text = [&](std::size_t at) {
      const auto* value = row[at].as<std::string>();
      return value == nullptr ? std::string() : *value;
    };
    if (!text(subject).empty()) collector.add_row(text(subject), text(relation), text(object));
  }
}

/// The nodes with most edges, in the picture's order; edges between them alone.
Picture shortened(const Picture& picture) {
  std::vector<std::size_t> degrees(picture.nodes.size()), order(picture.nodes.size());
  for (const Picture::Edge& edge : picture.edges) ++degrees[edge.source], ++degrees[edge.target];
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return degrees[a] > degrees[b]; });
  order.resize(std::min(order.size(), kMostNodes));
  std::sort(order.begin(), order.end());
  Picture part;
  std::vector<std::uint32_t> places(picture.nodes.size(), UINT32_MAX);
  for (const std::size_t node : order) {
    places[node] = static_cast<std::uint32_t>(part.nodes.size());
    part.nodes.push_back(picture.nodes[node]);
  }
  for (Picture::Edge edge : picture.edges) {
    if (places[edge.source] == UINT32_MAX || places[edge.target] == UINT32_MAX) continue;
    edge.source = places[edge.source];
    edge.target = places[edge.target];
    part.edges.push_back(std::move(edge));
  }
  return part;
}

std::vector<exporters::Point> places_of(const Picture& picture) {
  std::vector<std::uint64_t> seeds;
  for (const std::string& name : picture.nodes) {
    std::uint64_t seed = 14695981039346656037u;  // FNV-1a: the same place for the same name
    for (const char c : name) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211u;
    seeds.push_back(seed + seeds.size());
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
  for (const Picture::Edge& edge : picture.edges) links.emplace_back(edge.source, edge.target);
  return exporters::lay_out(seeds, links);
}

/// Places between 0 and size - 1, as far apart as they are.
std::vector<std::size_t> scaled(const std::vector<double>& values, std::size_t margin, std::size_t size) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double span = *most - *least;
  const double room = static_cast<double>(size > 2 * margin ? size - 2 * margin - 1 : 0);
  std::vector<std::size_t> places;
  for (const double value : values) {
    const double part = span > 0 ? (value - *least) / span : 0.5;
    places.push_back(std::min(margin, size / 2) + static_cast<std::size_t>(part * room + 0.5));
  }
  return places;
}

std::string drawn(const Picture& picture, Layout layout) {
  std::size_t widest = 1;
  std::vector<std::string> names;
  for (const std::string& name : picture.nodes) {
    names.push_back(cut_to_width(name, std::min(kWidestName, layout.width / 2)));
    widest = std::max(widest, utf8::display_width(names.back()));
  }
  const std::size_t columns = std::min<std::size_t>(layout.width, 100);
  const std::size_t rows = std::clamp<std::size_t>(picture.nodes.size() * 3 / 2, 3, 21);
  std::vector<double> x, y;
  for (const exporters::Point& point : places_of(picture)) {
    x.push_back(point.x);
    y.push_back(-point.y);
  }
  const auto column = scaled(x, (widest + 1) / 2, columns), row = scaled(y, 0, rows);
  DotCanvas canvas(columns, rows);
  for (const Picture::Edge& edge : picture.edges)
    canvas.line(column[edge.source], row[edge.source], column[edge.target], row[edge.target]);
  for (std::size_t i = 0; i < names.size(); ++i) static_cast<void>(canvas.word(column[i], row[i], names[i]));
  return canvas.text(layout.colour);
}

std::string more(std::size_t number, const char* what, Layout layout) {
  if (number == 0) return {};
  return cut_to_width("... and " + std::to_string(number) + " more " + what, layout.width) + "\n";
}

}  // namespace

Picture picture_of(const query::Table& answer, const graph::Snapshot& graph) {
  Collector collector(graph);
  for (const auto& row : answer.rows)
    for (const query::Value& value : row) collector.add(value);
  Picture picture = collector.take();
  if (!picture.nodes.empty()) return picture;
  add_named(answer, collector);
  return collector.take();
}

std::string draw(const Picture& whole, Layout layout) {
  if (whole.nodes.empty()) return {};
  const Picture picture = shortened(whole);
  std::string text = drawn(picture, layout);
  for (std::size_t i = 0; i < std::min(picture.edges.size(), kMostEdges); ++i) {
    const Picture::Edge& edge = picture.edges[i];
    const std::string times = edge.count == 1 ? "" : " (" + std::to_string(edge.count) + ")";
    text += cut_to_width(
                picture.nodes[edge.source] + " ─" + edge.type + times + "→ " + picture.nodes[edge.target],
                layout.width) +
            "\n";
  }
  text += more(picture.edges.size() - std::min(picture.edges.size(), kMostEdges), "edges", layout);
  return text + more(whole.nodes.size() - picture.nodes.size(), "nodes", layout);
}

}  // namespace entente::cli
