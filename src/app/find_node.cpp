// SPDX-License-Identifier: Apache-2.0
#include "app/find_node.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"

namespace entente::app {

namespace {

using graph::NodeId;

constexpr std::size_t kMostHints = 5;

/// A name without case, marks, punctuation and the article before it.
std::string bare(std::string_view name) {
  std::string slug = utf8::slug(name);
  return slug.starts_with("the-") ? slug.substr(4) : slug;
}

/// Nodes of which a test holds, in order.
template <class Test>
std::vector<NodeId> nodes_where(const graph::Snapshot& graph, const Test& test) {
  std::vector<NodeId> found;
  for (std::size_t i = 0; i < graph.node_count(); ++i)
    if (test(static_cast<NodeId>(i))) found.push_back(static_cast<NodeId>(i));
  return found;
}

std::vector<NodeId> with_alias(const graph::Snapshot& graph, std::string_view name) {
  const auto key = graph.find_key("aliases");
  if (!key) return {};
  if (auto found = graph.nodes_with_element(*key, std::string(name))) return std::move(*found);
  return nodes_where(graph, [&](NodeId node) {
    const auto aliases = aliases_of(graph, node);
    return std::find(aliases.begin(), aliases.end(), name) != aliases.end();
  });
}

std::vector<NodeId> called(const graph::Snapshot& graph, std::string_view name) {
  const auto by_property = [&](const char* property) {
    const auto key = graph.find_key(property);
    auto found = key ? graph.nodes_with(*key, std::string(name)) : std::vector<NodeId>();
    if (found) return std::move(*found);
    return nodes_where(graph, [&](NodeId node) { return text_of(graph, node, property) == name; });
  };
  if (auto found = by_property("id"); found.size() == 1) return found;
  if (auto found = by_property("name"); !found.empty()) return found;
  if (auto found = with_alias(graph, name); !found.empty()) return found;
  const std::string wanted = bare(name);
  if (wanted.empty()) return {};
  const auto is_like = [&](const std::string& text) { return bare(text) == wanted; };
  return nodes_where(graph, [&](NodeId node) {
    const auto aliases = aliases_of(graph, node);
    return is_like(name_of(graph, node)) || std::any_of(aliases.begin(), aliases.end(), is_like) ||
           is_like(text_of(graph, node, "id"));
  });
}

/// How far a name is from what was written; a name that has it as whole words is nearest. Nothing: too far.
std::size_t distance(const std::string& wanted, const std::string& name, std::size_t limit) {
  const std::string slug = bare(name);
  if (("-" + slug + "-").find("-" + wanted + "-") != std::string::npos) return 0;
  return edit_distance(wanted, slug, limit);
}

/// "did you mean 'China' or 'Chile'?"; the nearest first.
std::string nearest_names(const graph::Snapshot& graph, std::string_view name) {
  const std::string wanted = bare(name);
  if (wanted.empty()) return {};
  const std::size_t limit = std::max<std::size_t>(1, utf8::length(wanted) / 3);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    auto names = aliases_of(graph, static_cast<NodeId>(i));
    names.insert(names.begin(), name_of(graph, static_cast<NodeId>(i)));
    std::size_t best = limit + 1;
    for (const std::string& each : names) best = std::min(best, distance(wanted, each, limit));
    if (best <= limit) near.emplace_back(best, names.front());
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  if (near.size() > kMostHints) near.resize(kMostHints);
  std::string hint;
  for (std::size_t i = 0; i < near.size(); ++i)
    hint += (i == 0 ? "did you mean '" : i + 1 == near.size() ? " or '" : ", '") + near[i].second + "'";
  return hint.empty() ? hint : hint + "?";
}

NamedNode named(const graph::Snapshot& graph, NodeId node) {
  return {node,
          text_of(graph, node, "id"),
          name_of(graph, node),
          graph.labels(node),
          text_of(graph, node, "wikidata"),
          graph.out_degree(node) + graph.in_degree(node)};
}

}  // namespace

std::string text_of(const graph::Snapshot& graph, NodeId node, std::string_view name) {
  const auto cell = graph.cell(node, name);
  return cell.kind == graph::Cell::Kind::text ? std::string(cell.bytes) : std::string();
}

std::string name_of(const graph::Snapshot& graph, NodeId node) {
  for (const char* property : {"name", "id"})
    if (std::string text = text_of(graph, node, property); !text.empty()) return text;
  return "node " + std::to_string(static_cast<std::uint32_t>(node));
}

std::vector<std::string> aliases_of(const graph::Snapshot& graph, NodeId node) {
  std::vector<std::string> aliases;
  const auto all = graph::to_value(graph.cell(node, "aliases"));
  if (const auto* list = std::get_if<graph::List>(&all.data))
    for (const graph::Value& each : *list)
      if (const auto* text = std::get_if<std::string>(&each.data)) aliases.push_back(*text);
  return aliases;
}

Result<std::vector<NamedNode>> find_nodes(const graph::Snapshot& graph, std::string_view name) {
  std::vector<NamedNode> found;
  for (const NodeId node : called(graph, name)) found.push_back(named(graph, node));
  if (!found.empty()) return found;
  return fail(ErrorKind::data, "nothing in the graph is called '" + std::string(name) + "'", {},
              nearest_names(graph, name));
}

}  // namespace entente::app
