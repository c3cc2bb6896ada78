// SPDX-License-Identifier: Apache-2.0
#include "cli/schema_grid.hpp"

#include <map>

namespace entente::cli {

namespace {

void add_group(Grid& grid, const std::string& what, const std::map<std::string, std::size_t>& counts) {
  for (const auto& [name, number] : counts)
    grid.rows.push_back({text_cell(what), text_cell(name), number_cell(number)});
}

}  // namespace

Grid schema_grid(const graph::PropertyGraph& graph) {
  std::map<std::string, std::size_t> labels, types, node_properties, edge_properties;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    for (const std::string& label : graph.labels(graph::NodeId{i})) ++labels[label];
    for (const auto& [name, value] : graph.properties(graph::NodeId{i})) ++node_properties[name];
  }
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    ++types[graph.type(graph::EdgeId{i})];
    for (const auto& [name, value] : graph.properties(graph::EdgeId{i})) ++edge_properties[name];
  }
  Grid grid{{"what", "name", "number"}, {}};
  add_group(grid, "label", labels);
  add_group(grid, "relation", types);
  add_group(grid, "node property", node_properties);
  add_group(grid, "edge property", edge_properties);
  return grid;
}

}  // namespace entente::cli
