// SPDX-License-Identifier: Apache-2.0
#include "query/label_test.hpp"

#include <algorithm>

namespace entente::query {

bool LabelTest::admits(const std::vector<std::string>& node_labels) const {
  const auto found = known_.find(&node_labels);
  if (found != known_.end()) return found->second;
  const bool verdict = find_out(labels_, node_labels);
  known_.emplace(&node_labels, verdict);
  return verdict;
}

bool LabelTest::find_out(const LabelExpr& labels, const std::vector<std::string>& node_labels) const {
  const auto part = [&](const LabelExpr& inner) { return find_out(inner, node_labels); };
  switch (labels.kind) {
    case LabelExpr::Kind::any:
      return !node_labels.empty();
    case LabelExpr::Kind::negation:
      return !part(labels.parts[0]);
    case LabelExpr::Kind::both:
      return std::all_of(labels.parts.begin(), labels.parts.end(), part);
    case LabelExpr::Kind::either:
      return std::any_of(labels.parts.begin(), labels.parts.end(), part);
    case LabelExpr::Kind::name:
      break;
  }
  return std::any_of(node_labels.begin(), node_labels.end(), [&](const std::string& label) {
    return label == labels.name || (hierarchy_ && hierarchy_->is_class(label, labels.name));
  });
}

TypeTest::Verdict TypeTest::admits(const std::string& type) const {
  for (const auto& [known, verdict] : known_)
    if (known == &type) return verdict;
  Verdict verdict;
  verdict.admitted = !types_ || find_out(*types_, type);
  const auto* relation = hierarchy_ ? hierarchy_->find_relation(type) : nullptr;
  verdict.symmetric = relation && relation->symmetric;
  known_.emplace_back(&type, verdict);
  return verdict;
}

bool TypeTest::find_out(const LabelExpr& types, const std::string& type) const {
  const auto part = [&](const LabelExpr& inner) { return find_out(inner, type); };
  switch (types.kind) {
    case LabelExpr::Kind::any:
      return true;
    case LabelExpr::Kind::negation:
      return !part(types.parts[0]);
    case LabelExpr::Kind::both:
      return std::all_of(types.parts.begin(), types.parts.end(), part);
    case LabelExpr::Kind::either:
      return std::any_of(types.parts.begin(), types.parts.end(), part);
    case LabelExpr::Kind::name:
      break;
  }
  return type == types.name || (hierarchy_ && hierarchy_->is_relation(type, types.name));
}

}  // namespace entente::query
