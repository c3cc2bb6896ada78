// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "importers/xml_reader.hpp"

namespace entente::importers {

/// A <key> of GraphML.
struct GraphmlKey {
  std::string id, name, type;
};

/// A <node> or <edge> with its data.
struct GraphmlItem {
  bool is_edge = false;
  std::string id, source, target;
  std::string label;  ///< the XML attribute label, or empty
  std::vector<std::pair<const GraphmlKey*, std::string>> data;

  /// The data of the key with this name; empty when there is none.
  [[nodiscard]] const std::string& get(std::string_view key_name) const;
};

/// Gets every node and edge in the order of the file; the XML reader stands at its end, for errors.
using GraphmlHandler = std::function<Status(const GraphmlItem& item, const XmlReader& xml)>;

/// Reads the part of GraphML that graph programs write: keys, one directed graph, nodes, edges, data.
/// Anything else (nested graphs, ports, hyperedges, undirected graphs) and ill-formed XML are data errors
/// with line and column.
[[nodiscard]] Status read_graphml(std::string_view text, const std::string& file_name,
                                  const GraphmlHandler& handler);

}  // namespace entente::importers
