// SPDX-License-Identifier: Apache-2.0
#include "cli/schema_grid.hpp"

#include <map>

namespace entente::cli {

namespace {

/// How many of the rows from 0 on have a value.
std::size_t count_of(const graph::ColumnView* column) {
  return column == nullptr ? 0 : column->count();
}

void add_group(Grid& grid, const std::string& what, const std::map<std::string, std::size_t>& counts) {
  for (const auto& [name, number] : counts)
    grid.rows.push_back({text_cell(what), text_cell(name), number_cell(number)});
}

}  // namespace

Grid schema_grid(const graph::Snapshot& graph) {
  std::map<std::string, std::size_t> labels, types, node_properties, edge_properties;
  for (std::size_t i = 0; i < graph.label_set_count(); ++i) {
    const auto set = static_cast<graph::LabelSetId>(i);
    for (const std::string& label : graph.labels(set)) labels[label] += graph.nodes(set).size();
  }
  for (std::size_t i = 0; i < graph.type_count(); ++i) {
    const auto type = static_cast<graph::TypeId>(i);
    types[graph.type(type)] =
        static_cast<std::size_t>(graph.end_edge(type)) - static_cast<std::size_t>(graph.first_edge(type));
  }
  for (std::size_t i = 0; i < graph.key_count(); ++i) {
    const auto key = static_cast<graph::KeyId>(i);
    if (const auto count = count_of(graph.node_column(key))) node_properties[graph.key(key)] = count;
    if (const auto count = count_of(graph.edge_column(key))) edge_properties[graph.key(key)] = count;
  }
  Grid grid{{"what", "name", "number"}, {}};
  add_group(grid, "label", labels);
  add_group(grid, "relation", types);
  add_group(grid, "node property", node_properties);
  add_group(grid, "edge property", edge_properties);
  return grid;
}

}  // namespace entente::cli
