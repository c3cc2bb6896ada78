// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "exporters/drawing.hpp"
#include "exporters/imported_part.hpp"

namespace entente::exporters {

/// An imported property among the attributes that an export has in any case.
struct PlacedColumn {
  const graph::ColumnView* values = nullptr;
  std::string name;  ///< where another attribute is called so and means something else: with "_2" behind it
  AttributeType type = AttributeType::text;
  int same = -1;  ///< the place of the attribute that is the same by name and type; -1: none
};

[[nodiscard]] AttributeType attribute_type(const graph::ColumnView& values);

/// `taken`: further names that the format has a meaning for. The attribute "label" is never the same: each
/// format fills it in.
[[nodiscard]] std::vector<PlacedColumn> placed(const std::vector<ImportedColumn>& columns,
                                               const std::vector<Attribute>& attributes,
                                               const std::vector<std::string_view>& taken = {});

template <std::size_t n>
[[nodiscard]] std::vector<Attribute> listed(const std::array<Attribute, n>& attributes) {
  return {attributes.begin(), attributes.end()};
}

/// Those of the CSV files, which stand behind the attributes there; none where nothing was imported.
[[nodiscard]] std::vector<PlacedColumn> csv_node_columns(const Options& options);
[[nodiscard]] std::vector<PlacedColumn> csv_edge_columns(const Options& options);

/// The attributes of an imported node or edge as texts; what it does not have is empty.
[[nodiscard]] NodeValues values_of(const ImportedPart& imported, graph::NodeId node,
                                   const std::vector<PlacedColumn>& columns);
[[nodiscard]] EdgeValues values_of(const ImportedPart& imported, graph::EdgeId edge, graph::TypeId type,
                                   const std::vector<PlacedColumn>& columns);

/// "i12": by the edge's place in the graph.
[[nodiscard]] std::string imported_edge_id(graph::EdgeId edge);

}  // namespace entente::exporters
