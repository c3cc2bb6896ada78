// SPDX-License-Identifier: Apache-2.0
#include "exporters/imported_columns.hpp"

#include <algorithm>

namespace entente::exporters {

using graph::Cell;

AttributeType attribute_type(const graph::ColumnView& values) {
  switch (values.kind()) {
    case Cell::Kind::flag:
      return AttributeType::boolean;
    case Cell::Kind::integer:
      return AttributeType::integer;
    case Cell::Kind::real:
      return AttributeType::real;
    default:
      return AttributeType::text;
  }
}

std::vector<PlacedColumn> placed(const std::vector<ImportedColumn>& columns,
                                 const std::vector<Attribute>& attributes,
                                 const std::vector<std::string_view>& taken) {
  std::vector<PlacedColumn> out;
  for (const ImportedColumn& column : columns) {
    PlacedColumn made{column.values, std::string(column.name), attribute_type(*column.values), -1};
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& a) { return a.name == column.name; });
    if (found != attributes.end() && found->type == made.type && found->id != "label")
      made.same = static_cast<int>(found - attributes.begin());
    const bool is_taken =
        found != attributes.end() || std::find(taken.begin(), taken.end(), column.name) != taken.end();
    if (is_taken && made.same < 0) made.name += "_2";
    out.push_back(std::move(made));
  }
  return out;
}

std::vector<PlacedColumn> csv_node_columns(const Options& options) {
  if (options.imported == nullptr) return {};
  return placed(options.imported->node_columns(), listed(kNodeAttributes), {"id", "labels"});
}

std::vector<PlacedColumn> csv_edge_columns(const Options& options) {
  if (options.imported == nullptr) return {};
  return placed(options.imported->edge_columns(), listed(kEdgeAttributes), {"id", "type"});
}

namespace {

template <std::size_t n>
void set_same(std::array<std::string, n>& values, const std::vector<PlacedColumn>& columns,
              std::uint32_t row) {
  for (const PlacedColumn& column : columns) {
    if (column.same < 0) continue;
    auto& value = values[static_cast<std::size_t>(column.same)];
    value.clear();
    append_text(value, column.values->at(row));
  }
}

}  // namespace

NodeValues values_of(const ImportedPart& imported, graph::NodeId node,
                     const std::vector<PlacedColumn>& columns) {
  const graph::Snapshot& graph = imported.graph();
  const auto& labels = graph.labels(node);
  NodeValues values;
  set_same(values, columns, static_cast<std::uint32_t>(node));
  for (const std::string_view id : {"label", "name"})
    values[place_of(kNodeAttributes, id)] = imported.label(node);
  if (!labels.empty()) values[place_of(kNodeAttributes, "class")] = labels.front();
  values[place_of(kNodeAttributes, "degree")] =
      std::to_string(graph.out_degree(node) + graph.in_degree(node));
  return values;
}

EdgeValues values_of(const ImportedPart& imported, graph::EdgeId edge, graph::TypeId type,
                     const std::vector<PlacedColumn>& columns) {
  EdgeValues values;
  values[place_of(kEdgeAttributes, "weight")] = "1.0";
  set_same(values, columns, static_cast<std::uint32_t>(edge));
  for (const std::string_view id : {"label", "kind", "interaction"})
    values[place_of(kEdgeAttributes, id)] = imported.graph().type(type);
  return values;
}

std::string imported_edge_id(graph::EdgeId edge) {
  return "i" + std::to_string(static_cast<std::uint32_t>(edge));
}

}  // namespace entente::exporters
