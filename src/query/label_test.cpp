// SPDX-License-Identifier: Apache-2.0
#include "query/label_test.hpp"

#include <algorithm>

namespace entente::query {

namespace {

/// Whether the expression holds, where `is_named` tells of a single name, and `any` of no name at all.
template <class IsNamed>
bool holds(const LabelExpr& labels, bool any, const IsNamed& is_named) {
  const auto part = [&](const LabelExpr& inner) { return holds(inner, any, is_named); };
  switch (labels.kind) {
    case LabelExpr::Kind::any:
      return any;
    case LabelExpr::Kind::negation:
      return !part(labels.parts[0]);
    case LabelExpr::Kind::both:
      return std::all_of(labels.parts.begin(), labels.parts.end(), part);
    case LabelExpr::Kind::either:
      return std::any_of(labels.parts.begin(), labels.parts.end(), part);
    case LabelExpr::Kind::name:
      break;
  }
  return is_named(labels.name);
}

}  // namespace

bool LabelTest::find_out(graph::LabelSetId set) const {
  const auto& own = graph_.labels(set);
  const bool verdict = holds(labels_, !own.empty(), [&](const std::string& name) {
    return std::any_of(own.begin(), own.end(), [&](const std::string& label) {
      return label == name || (hierarchy_ && hierarchy_->is_class(label, name));
    });
  });
  known_[static_cast<std::size_t>(set)] = verdict ? 1 : 0;
  return verdict;
}

TypeTest::TypeTest(const LabelExpr* types, const ontology::Vocabulary* hierarchy,
                   const graph::Snapshot& graph)
    : knows_symmetry_(hierarchy != nullptr) {
  for (const std::string& type : graph.all_types()) {
    const auto* relation = hierarchy ? hierarchy->find_relation(type) : nullptr;
    const auto is_named = [&](const std::string& name) {
      return type == name || (hierarchy && hierarchy->is_relation(type, name));
    };
    verdicts_.push_back({!types || holds(*types, true, is_named), relation && relation->symmetric});
  }
}

}  // namespace entente::query
