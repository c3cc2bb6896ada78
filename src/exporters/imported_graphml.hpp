// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "exporters/imported_part.hpp"
#include "exporters/quad_tree.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::exporters {

/// Imported nodes and edges as GraphML, each property under a key of its own.
class ImportedGraphml {
 public:
  /// `beside_facts`: the keys of facts are declared, too; one that fits is used.
  ImportedGraphml(const ImportedPart& imported, const ontology::Vocabulary& vocabulary, bool beside_facts);

  void write_keys(std::ostream& out) const;
  /// `places` of the nodes, or empty.
  void write_nodes(const std::vector<Point>& places, std::ostream& out) const;
  void write_edges(std::ostream& out) const;

 private:
  struct Key {
    std::string declaration;  ///< empty: declared with those of the facts
    std::string open;         ///< <data key="e_p3">
    const graph::ColumnView* values = nullptr;
  };
  [[nodiscard]] std::vector<Key> keys_of(char domain, const std::vector<ImportedColumn>& columns,
                                         bool beside_facts) const;
  void append_properties(std::string& out, std::uint32_t row, const std::vector<Key>& keys) const;

  const ImportedPart& imported_;
  const ontology::Vocabulary& vocabulary_;
  bool beside_facts_;
  std::vector<Key> node_keys_, edge_keys_;
};

}  // namespace entente::exporters
