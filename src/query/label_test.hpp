// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "ontology/vocabulary.hpp"
#include "query/ast.hpp"

namespace entente::query {

/// A label expression made ready for one graph: names stand for themselves and, where there is a vocabulary,
/// for everything below them. Verdicts are kept by the address of the graph's own label sets and types, which
/// live as long as the graph and never move.
class LabelTest {
 public:
  LabelTest(const LabelExpr& labels, const ontology::Vocabulary* hierarchy)
      : labels_(labels), hierarchy_(hierarchy) {}

  [[nodiscard]] bool admits(const std::vector<std::string>& node_labels) const;

 private:
  bool find_out(const LabelExpr& labels, const std::vector<std::string>& node_labels) const;

  const LabelExpr& labels_;
  const ontology::Vocabulary* hierarchy_;
  mutable std::unordered_map<const void*, bool> known_;  // a cache; never walked
};

/// The same for the one type of a relationship.
class TypeTest {
 public:
  struct Verdict {
    bool admitted = false;
    bool symmetric = false;  ///< matches against the arrow, too
  };

  /// Null types: every type.
  TypeTest(const LabelExpr* types, const ontology::Vocabulary* hierarchy)
      : types_(types), hierarchy_(hierarchy) {}

  [[nodiscard]] Verdict admits(const std::string& type) const;
  /// Whether any relationship may match against the arrow.
  [[nodiscard]] bool knows_symmetry() const { return hierarchy_ != nullptr; }

 private:
  bool find_out(const LabelExpr& types, const std::string& type) const;

  const LabelExpr* types_;
  const ontology::Vocabulary* hierarchy_;
  mutable std::vector<std::pair<const std::string*, Verdict>> known_;  // few types; a cache
};

}  // namespace entente::query
