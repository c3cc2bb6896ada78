// SPDX-License-Identifier: Apache-2.0
#include "query/match_test.hpp"

#include <algorithm>

#include "query/evaluate.hpp"

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

void NodeTest::prepare(Context& context) {
  for (auto& property : properties) property.expected = evaluate(*property.value, context);
}

bool NodeTest::admits(NodeId node, Context& context) const {
  const auto& node_labels = context.graph.labels(node);
  for (const auto* label : labels)
    if (!label->admits(node_labels)) return false;
  for (const auto& property : properties)
    if (!has_property(context.graph, node, *property.key, property.expected, property.aliases)) return false;
  return true;
}

EdgeTest::EdgeTest(const EdgePattern& edge, Context& context)
    : pattern(edge), types(edge.types ? &*edge.types : nullptr, context.hierarchy) {
  if (edge.length) where = edge.where.get();
}

void EdgeTest::prepare(Context& context) {
  for (auto& property : properties) property.expected = evaluate(*property.value, context);
}

bool EdgeTest::admits_properties(EdgeId edge, Context& context) const {
  for (const auto& test : properties) {
    const auto& all = context.graph.properties(edge);
    const auto found = all.find(*test.key);
    if (found == all.end() || !is_equal(found->second, test.expected)) return false;
  }
  if (!where) return true;
  context.row[static_cast<std::size_t>(pattern.element)] = Value(edge);
  return passes(*where, context);
}

bool EdgeTest::is_hidden(EdgeId edge, const Context& context) const {
  return !pattern.shows_all && !context.options.all_facts && context.hides(edge);
}

void Neighbours::open(NodeId node, const Context& context) {
  node_ = node;
  list_ = 0;
  at_ = 0;
  const auto *out = &context.graph.out(node), *in = &context.graph.in(node);
  lists_[0] = direction_ == Direction::left ? in : out;
  lists_[1] = direction_ == Direction::left ? out : in;
  if (direction_ != Direction::either && !test_->types.knows_symmetry()) lists_[1] = nullptr;
}

bool Neighbours::fits(const graph::Step& step, Context& context) const {
  const auto verdict = test_->types.admits(context.graph.type(step.edge));
  if (!verdict.admitted) return false;
  if (list_ == 1) {
    if (direction_ != Direction::either && !verdict.symmetric) return false;
    if (step.node == node_) return false;  // a loop stands in both lists
  }
  return test_->admits_properties(step.edge, context);
}

const graph::Step* Neighbours::next(Context& context) {
  for (; list_ < 2 && lists_[list_]; ++list_, at_ = 0) {
    while (at_ < lists_[list_]->size()) {
      const auto& step = (*lists_[list_])[at_++];
      if (!context.step()) return nullptr;
      if (fits(step, context)) return &step;
    }
  }
  return nullptr;
}

std::size_t Neighbours::degree(NodeId node, Direction direction, const Context& context) {
  const auto out = context.graph.out(node).size(), in = context.graph.in(node).size();
  return direction == Direction::right ? out : direction == Direction::left ? in : out + in;
}

}  // namespace entente::query
