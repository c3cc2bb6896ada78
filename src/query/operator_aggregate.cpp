// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "query/aggregate.hpp"
#include "query/evaluate.hpp"
#include "query/memory_use.hpp"
#include "query/operator.hpp"

// Grouping: columns without aggregate functions are the key; groups come out in the order in which they are
// met.

namespace entente::query {

namespace {

class Aggregation : public Operator {
 public:
  Aggregation(OperatorPtr input, const ProjectionClause& clause, Context& context)
      : input_(std::move(input)), clause_(clause), context_(context), memory_(context, clause.range) {
    for (const auto& item : clause.items) keyless_ = keyless_ && item.aggregates;
    keyless_ = keyless_ && clause.star_items.empty();
  }

  void open() override {
    groups_.clear();
    memory_.clear();
    at_ = 0;
    std::unordered_map<List, std::size_t, RowHash, RowSame> place;
    input_->open();
    while (input_->next() && context_.step()) {
      auto key = key_of_row();
      const auto [found, fresh] = place.try_emplace(key, groups_.size());
      if (fresh && !memory_.add(2 * bytes_of(key) + kGroupBytes)) break;
      if (fresh) groups_.push_back(new_group(std::move(key)));
      if (!take_in(groups_[found->second])) break;
    }
    if (groups_.empty() && keyless_ && !context_.failed()) groups_.push_back(new_group({}));
  }

  bool next() override {
    if (at_ == groups_.size() || context_.failed()) return false;
    auto& group = groups_[at_++];
    std::size_t key = 0;
    for (const auto& item : clause_.star_items) slot(item.slot) = group.key[key++];
    for (std::size_t i = 0; i < clause_.kept.size(); ++i) slot(clause_.kept[i]) = group.kept[i];
    for (const auto& item : clause_.items)
      if (!item.aggregates) slot(item.slot) = group.key[key++];
    for (std::size_t i = 0; i < clause_.aggregate_calls.size(); ++i)
      slot(clause_.aggregate_calls[i]->slot) = group.accumulators[i]->result(context_);
    for (const auto& item : clause_.items) {
      if (item.aggregates) slot(item.slot) = evaluate(*item.expr, context_);
      if (context_.failed() || !has_safe_depth(slot(item.slot), item.expr->range, context_)) return false;
    }
    return true;
  }

 private:
  struct Group {
    List key, kept;
    std::vector<std::unique_ptr<Accumulator>> accumulators;
  };

  static constexpr std::size_t kGroupBytes = 200;  // about what a group needs beside its values

  bool take_in(Group& group) {
    std::size_t before = 0, after = 0;
    for (auto& accumulator : group.accumulators) {
      before += accumulator->held();
      accumulator->add(context_);
      after += accumulator->held();
    }
    return after == before || memory_.add(after - before);
  }

  Value& slot(Slot at) { return context_.row[static_cast<std::size_t>(at)]; }

  List key_of_row() {
    List key;
    for (const auto& item : clause_.star_items) key.push_back(slot(item.slot));
    for (const auto& item : clause_.items)
      if (!item.aggregates) key.push_back(evaluate(*item.expr, context_));
    return key;
  }

  Group new_group(List key) {
    Group group;
    group.key = std::move(key);
    for (const auto kept : clause_.kept) group.kept.push_back(slot(kept));
    for (const auto* call : clause_.aggregate_calls) group.accumulators.push_back(make_accumulator(*call));
    return group;
  }

  OperatorPtr input_;
  const ProjectionClause& clause_;
  Context& context_;
  MemoryUse memory_;
  bool keyless_ = true;
  std::vector<Group> groups_;
  std::size_t at_ = 0;
};

}  // namespace

OperatorPtr make_aggregation(OperatorPtr input, const ProjectionClause& clause, Context& context) {
  return std::make_unique<Aggregation>(std::move(input), clause, context);
}

}  // namespace entente::query
