// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "query/evaluate.hpp"
#include "query/memory_use.hpp"
#include "query/node_groups.hpp"
#include "query/operator.hpp"

// Grouping by nodes, or by properties of nodes, where the aggregate functions only count: rows are counted by
// node ids in flat arrays, properties are looked at once a group.

namespace entente::query {

using graph::NodeId;

namespace {

class GroupNodes : public Operator {
 public:
  GroupNodes(OperatorPtr input, const ProjectionClause& clause, NodeGroupPlan plan, Context& context)
      : input_(std::move(input)),
        clause_(clause),
        plan_(std::move(plan)),
        context_(context),
        memory_(context, clause.range) {}

  void open() override {
    memory_.clear();
    at_ = 0;
    least_ = 0;
    groups_ = {};
    input_->open();
    NodeCounter counter(plan_, context_, memory_);
    Batch batch;
    while (input_->next_batch(batch) && counter.add(batch)) {
    }
    if (!context_.failed()) groups_ = counter.take();
  }

  bool next() override {
    while (at_ < groups_.size() && !context_.failed()) {
      const auto& group = groups_[at_++];
      if (group.rows < least_) continue;
      for (std::size_t i = 0; i < plan_.keys.size(); ++i) slot(plan_.keys[i].slot) = Value(group.nodes[i]);
      for (std::size_t i = 0; i < clause_.aggregate_calls.size(); ++i)
        slot(clause_.aggregate_calls[i]->slot) = Value(count_of(i, group));
      for (const auto& item : clause_.items) {
        if (item.expr->ready && item.expr->slot == item.slot) continue;
        slot(item.slot) = evaluate(*item.expr, context_);
        if (context_.failed() || !has_safe_depth(slot(item.slot), item.expr->range, context_)) return false;
      }
      return context_.step();
    }
    return false;
  }

  void bound(Slot slot, bool descending, std::int64_t bound) override {
    if (descending && plan_.row_counts.count(slot) != 0)
      least_ = static_cast<std::uint64_t>(std::max<std::int64_t>(bound, 0));
  }

 private:
  [[nodiscard]] std::int64_t count_of(std::size_t call, const NodeGroup& group) const {
    const auto place = plan_.distinct_of[call];
    return static_cast<std::int64_t>(place < 0 ? group.rows
                                               : groups_.distinct[static_cast<std::size_t>(place)]);
  }

  Value& slot(Slot at) { return context_.row[static_cast<std::size_t>(at)]; }

  OperatorPtr input_;
  const ProjectionClause& clause_;
  NodeGroupPlan plan_;
  Context& context_;
  MemoryUse memory_;
  NodeGroups groups_;
  std::size_t at_ = 0;
  std::uint64_t least_ = 0;  ///< groups of fewer rows are not asked for
};

}  // namespace

OperatorPtr make_node_groups(OperatorPtr& input, const ProjectionClause& clause, const std::set<Slot>& nodes,
                             Context& context) {
  auto plan = plan_node_groups(clause, nodes);
  if (!plan) return nullptr;
  return std::make_unique<GroupNodes>(std::move(input), clause, std::move(*plan), context);
}

}  // namespace entente::query
