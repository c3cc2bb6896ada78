// SPDX-License-Identifier: Apache-2.0
#include "query/match_test.hpp"

#include <algorithm>

#include "query/evaluate.hpp"

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

void PropertyTest::prepare(Context& context) {
  expected = evaluate(*value, context);
  key_id = context.graph.find_key(*key);
  aliases_id = aliases ? context.graph.find_key(kAliases) : std::nullopt;
}

void NodeTest::prepare(Context& context) {
  for (auto& property : properties) property.prepare(context);
}

bool NodeTest::admits(NodeId node, Context& context) const {
  for (const auto* label : labels)
    if (!label->admits(node)) return false;
  for (const auto& property : properties)
    if (!has_property(context.graph, node, property.key_id, property.expected, property.aliases_id))
      return false;
  return true;
}

EdgeTest::EdgeTest(const EdgePattern& edge, Context& context)
    : pattern(edge), types(edge.types ? &*edge.types : nullptr, context.hierarchy, context.graph) {
  if (edge.length) where = edge.where.get();
}

void EdgeTest::prepare(Context& context) {
  for (auto& property : properties) property.prepare(context);
}

bool EdgeTest::admits_properties(EdgeId edge, Context& context) const {
  for (const auto& test : properties)
    if (!test.key_id || !is_equal(context.graph.cell(edge, *test.key_id), test.expected)) return false;
  if (!where) return true;
  context.row[static_cast<std::size_t>(pattern.element)] = Value(edge);
  return passes(*where, context);
}

bool EdgeTest::is_hidden(EdgeId edge, const Context& context) const {
  return !pattern.shows_all && !context.options.all_facts && context.hides(edge);
}

void Neighbours::open(NodeId node, const Context& context) {
  node_ = node;
  second_ = false;
  begin_list(context.graph);
}

bool Neighbours::is_outgoing() const {
  return (direction_ == Direction::left) == second_;
}

void Neighbours::begin_list(const graph::Snapshot& graph) {
  const auto types = is_outgoing() ? graph.out_types(node_) : graph.in_types(node_);
  types_.emplace(types.begin());
  steps_ = {};
  at_ = 0;
}

/// The next type whose edges are gone through; false when there is none left.
bool Neighbours::next_type(const graph::Snapshot& graph) {
  while (true) {
    for (; *types_ != graph::TypesAt::end(); ++*types_) {
      const auto type = **types_;
      const auto verdict = test_->types.admits(type);
      if (!verdict.admitted || (second_ && direction_ != Direction::either && !verdict.symmetric)) continue;
      steps_ = is_outgoing() ? graph.out(node_, type) : graph.in(node_, type);
      at_ = 0;
      ++*types_;
      return true;
    }
    if (second_ || (direction_ != Direction::either && !test_->types.knows_symmetry())) return false;
    second_ = true;
    begin_list(graph);
  }
}

const graph::Step* Neighbours::next(Context& context) {
  while (at_ < steps_.size() || next_type(context.graph)) {
    step_ = steps_[at_++];
    if (!context.step()) return nullptr;
    if (second_ && step_.node == node_) continue;  // a loop stands in both lists
    if (test_->admits_properties(step_.edge, context)) return &step_;
  }
  return nullptr;
}

std::size_t Neighbours::degree(NodeId node, const Context& context) const {
  const auto& graph = context.graph;
  std::size_t sum = 0;
  if (direction_ != Direction::left)
    for (const auto type : graph.out_types(node))
      if (test_->types.admits(type).admitted) sum += graph.out_degree(node, type);
  if (direction_ != Direction::right)
    for (const auto type : graph.in_types(node))
      if (test_->types.admits(type).admitted) sum += graph.in_degree(node, type);
  return sum;
}

}  // namespace entente::query
