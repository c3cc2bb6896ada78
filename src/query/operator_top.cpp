// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/evaluate.hpp"
#include "query/memory_use.hpp"
#include "query/operator.hpp"

// ORDER BY in front of LIMIT: a heap of the best rows.

namespace entente::query {

namespace {

class Top : public Operator {
 public:
  Top(OperatorPtr input, const ProjectionClause& clause, Context& context)
      : input_(std::move(input)),
        clause_(clause),
        context_(context),
        memory_(context, clause.range),
        slots_(sorted_slots(clause)) {
    const auto cannot_fail = [](const SortItem& item) {
      return item.expr->ready || item.expr->kind == ExprKind::literal;
    };
    lazy_ = std::all_of(clause.order.begin(), clause.order.end(), cannot_fail);
  }

  void open() override {
    rows_.clear();
    memory_.clear();
    at_ = 0;
    met_ = 0;
    const auto wanted = count(clause_.skip.get()) + count(clause_.limit.get());
    input_->open();
    if (context_.failed() || wanted == 0) return;
    while (input_->next())
      if (!take(wanted)) break;
    if (context_.failed()) return;
    std::sort(rows_.begin(), rows_.end(), [&](const Row& a, const Row& b) { return before(a, b); });
  }

  bool next() override {
    if (at_ == rows_.size() || context_.failed()) return false;
    auto& row = rows_[at_++];
    for (std::size_t i = 0; i < slots_.size(); ++i) slot(slots_[i]) = std::move(row.values[i]);
    return true;
  }

 private:
  struct Row {
    List keys, values;
    std::size_t met = 0;  ///< rows that are equal keep their order
  };

  /// What SKIP or LIMIT say; SkipLimit tells what is wrong with it.
  std::size_t count(const Expr* expr) {
    if (!expr) return 0;
    const auto value = evaluate(*expr, context_);
    const auto* number = value.as<std::int64_t>();
    constexpr std::int64_t kMost = std::int64_t{1} << 40U;
    return number && *number > 0 ? static_cast<std::size_t>(std::min(*number, kMost)) : 0;
  }

  Value& slot(Slot at) { return context_.row[static_cast<std::size_t>(at)]; }

  bool take(std::size_t wanted) {
    const bool full = rows_.size() == wanted;
    if (full && lazy_ && is_beyond(0, first_key())) return context_.step();
    Row row;
    row.met = met_++;
    for (const auto& item : clause_.order) row.keys.push_back(evaluate(*item.expr, context_));
    if (context_.failed()) return false;
    const auto later = [&](const Row& a, const Row& b) { return before(a, b); };
    if (full) {
      if (!before(row, rows_.front())) return context_.step();
      std::pop_heap(rows_.begin(), rows_.end(), later);
      rows_.pop_back();
    }
    for (const auto at : slots_) row.values.push_back(slot(at));
    if (!full && !memory_.add(bytes_of(row.keys) + bytes_of(row.values))) return false;
    rows_.push_back(std::move(row));
    std::push_heap(rows_.begin(), rows_.end(), later);
    if (rows_.size() == wanted) tell_bound();
    return context_.step();
  }

  Value first_key() { return evaluate(*clause_.order[0].expr, context_); }

  [[nodiscard]] bool is_beyond(std::size_t key, const Value& value) const {
    const int decided = order(value, rows_.front().keys[key]);
    return clause_.order[key].descending ? decided < 0 : decided > 0;
  }

  /// Tells the stages before which values of the first column cannot be among the best any more.
  void tell_bound() {
    const auto& first = clause_.order[0];
    const auto* least = rows_.front().keys[0].as<std::int64_t>();
    if (lazy_ && first.expr->ready && least) input_->bound(first.expr->slot, first.descending, *least);
  }

  bool before(const Row& a, const Row& b) const {
    const int decided = compare_keys(a.keys, b.keys, clause_);
    return decided != 0 ? decided < 0 : a.met < b.met;
  }

  OperatorPtr input_;
  const ProjectionClause& clause_;
  Context& context_;
  MemoryUse memory_;
  std::vector<Slot> slots_;
  std::vector<Row> rows_;  ///< while rows come in a heap with the last of them in front
  std::size_t at_ = 0, met_ = 0;
  bool lazy_ = false;  ///< sort keys are made one by one, as far as they are needed
};

}  // namespace

OperatorPtr make_top(OperatorPtr input, const ProjectionClause& clause, Context& context) {
  return std::make_unique<Top>(std::move(input), clause, context);
}

}  // namespace entente::query
