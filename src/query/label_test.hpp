// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/snapshot.hpp"
#include "ontology/vocabulary.hpp"
#include "query/ast.hpp"

namespace entente::query {

/// A label expression made ready for one graph: names stand for themselves and, where there is a vocabulary,
/// for everything below them. Each label set of the graph is looked at once.
class LabelTest {
 public:
  LabelTest(const LabelExpr& labels, const ontology::Vocabulary* hierarchy, const graph::Snapshot& graph)
      : labels_(labels), hierarchy_(hierarchy), graph_(graph), known_(graph.label_set_count(), kUnknown) {}

  [[nodiscard]] bool admits(graph::LabelSetId set) const {
    const auto known = known_[static_cast<std::size_t>(set)];
    return known == kUnknown ? find_out(set) : known != 0;
  }
  [[nodiscard]] bool admits(graph::NodeId node) const { return admits(graph_.label_set(node)); }

 private:
  static constexpr std::int8_t kUnknown = -1;
  bool find_out(graph::LabelSetId set) const;

  const LabelExpr& labels_;
  const ontology::Vocabulary* hierarchy_;
  const graph::Snapshot& graph_;
  mutable std::vector<std::int8_t> known_;  // by LabelSetId; a cache
};

/// The same for the one type of a relationship.
class TypeTest {
 public:
  struct Verdict {
    bool admitted = false;
    bool symmetric = false;  ///< matches against the arrow, too
  };

  /// Null types: every type.
  TypeTest(const LabelExpr* types, const ontology::Vocabulary* hierarchy, const graph::Snapshot& graph);

  [[nodiscard]] Verdict admits(graph::TypeId type) const { return verdicts_[static_cast<std::size_t>(type)]; }
  /// Whether any relationship may match against the arrow.
  [[nodiscard]] bool knows_symmetry() const { return knows_symmetry_; }

 private:
  bool knows_symmetry_;
  std::vector<Verdict> verdicts_;  // by TypeId
};

}  // namespace entente::query
