// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "query/evaluate.hpp"
#include "query/memory_use.hpp"
#include "query/operator.hpp"
#include "query/plan_report.hpp"
#include "query/types.hpp"

// UNWIND, WITH and RETURN without grouping and WHERE.

namespace entente::query {

namespace {

Value& slot_of(Context& context, Slot slot) {
  return context.row[static_cast<std::size_t>(slot)];
}

class Filter : public Operator {
 public:
  Filter(OperatorPtr input, const Expr& condition, Context& context)
      : input_(std::move(input)), condition_(condition), context_(context) {}
  void open() override { input_->open(); }
  bool next() override {
    while (input_->next()) {
      if (passes(condition_, context_)) return !context_.failed();
      if (!context_.step()) return false;
    }
    return false;
  }

 private:
  OperatorPtr input_;
  const Expr& condition_;
  Context& context_;
};

class Unwind : public Operator {
 public:
  Unwind(OperatorPtr input, const UnwindClause& clause, Context& context)
      : input_(std::move(input)), clause_(clause), context_(context) {}

  void open() override {
    input_->open();
    elements_.clear();
    at_ = 0;
  }

  bool next() override {
    while (at_ == elements_.size()) {
      if (!input_->next()) return false;
      Value value = evaluate(*clause_.list, context_);
      if (context_.failed()) return false;
      elements_.clear();
      at_ = 0;
      if (auto* list = std::get_if<List>(&value.data)) {
        elements_ = std::move(*list);
      } else if (!value.is_null()) {
        elements_.push_back(std::move(value));
      }
    }
    slot_of(context_, clause_.slot) = std::move(elements_[at_++]);
    context_.work_at(clause_.range);
    return context_.step();
  }

 private:
  OperatorPtr input_;
  const UnwindClause& clause_;
  Context& context_;
  List elements_;
  std::size_t at_ = 0;
};

class Project : public Operator {
 public:
  Project(OperatorPtr input, const ProjectionClause& clause, Context& context)
      : input_(std::move(input)), clause_(clause), context_(context) {}
  void open() override { input_->open(); }
  bool next() override {
    if (!input_->next()) return false;
    for (const auto& item : clause_.items) {
      if (item.expr->ready && item.expr->slot == item.slot) continue;
      Value value = evaluate(*item.expr, context_);
      if (context_.failed() || !has_safe_depth(value, item.expr->range, context_)) return false;
      slot_of(context_, item.slot) = std::move(value);
    }
    return context_.step();
  }

 private:
  OperatorPtr input_;
  const ProjectionClause& clause_;
  Context& context_;
};

std::vector<Slot> columns_of(const ProjectionClause& clause) {
  std::vector<Slot> slots;
  for (const auto& item : clause.star_items) slots.push_back(item.slot);
  for (const auto& item : clause.items) slots.push_back(item.slot);
  return slots;
}

/// Whether every column stands in its slot already.
bool keeps_all(const ProjectionClause& clause) {
  return std::all_of(clause.items.begin(), clause.items.end(),
                     [](const auto& item) { return item.expr->ready && item.expr->slot == item.slot; });
}

class Distinct : public Operator {
 public:
  Distinct(OperatorPtr input, const ProjectionClause& clause, Context& context)
      : input_(std::move(input)),
        slots_(columns_of(clause)),
        context_(context),
        memory_(context, clause.range) {}
  void open() override {
    input_->open();
    seen_.clear();
    memory_.clear();
  }
  bool next() override {
    while (input_->next()) {
      List row;
      row.reserve(slots_.size());
      for (const auto slot : slots_) row.push_back(slot_of(context_, slot));
      const auto bytes = bytes_of(row);
      if (seen_.insert(std::move(row)).second) return memory_.add(bytes);
    }
    return false;
  }

 private:
  OperatorPtr input_;
  std::vector<Slot> slots_;
  Context& context_;
  MemoryUse memory_;
  std::unordered_set<List, RowHash, RowSame> seen_;
};

/// DISTINCT over one column of nodes.
class DistinctNodes : public Operator {
 public:
  DistinctNodes(OperatorPtr input, const ProjectionClause& clause, Slot slot, Context& context)
      : input_(std::move(input)), slot_(slot), context_(context), memory_(context, clause.range) {}
  void open() override {
    input_->open();
    memory_.clear();
    batch_ = {};
    at_ = 0;
    if (!seen_) seen_.emplace(context_.index.scratch(), context_.graph.node_count());
    (*seen_)->begin(context_.graph.node_count());
  }
  bool next() override {
    auto& value = slot_of(context_, slot_);
    for (;;) {
      while (at_ < batch_.rows) {
        const auto node = batch_.nodes[at_++];
        if (!(*seen_)->add(node)) continue;
        value = Value(node);
        return memory_.add(sizeof(graph::NodeId)) && context_.step();
      }
      at_ = 0;
      if (!input_->next_batch(batch_)) return false;
      if (batch_.slot == slot_) continue;
      batch_.rows = 0;
      if ((*seen_)->add(*value.as<graph::NodeId>())) return memory_.add(sizeof(graph::NodeId));
    }
  }

 private:
  OperatorPtr input_;
  Slot slot_;
  Context& context_;
  MemoryUse memory_;
  std::optional<Scratch::Lease> seen_;
  Batch batch_;
  std::size_t at_ = 0;
};

/// Keeps the columns and what is read later of every row, then gives them back in order.
class Sort : public Operator {
 public:
  Sort(OperatorPtr input, const ProjectionClause& clause, Context& context)
      : input_(std::move(input)),
        clause_(clause),
        context_(context),
        memory_(context, clause.range),
        slots_(sorted_slots(clause)) {}

  void open() override {
    rows_.clear();
    memory_.clear();
    at_ = 0;
    input_->open();
    while (input_->next()) {
      Row row;
      for (const auto& item : clause_.order) row.keys.push_back(evaluate(*item.expr, context_));
      for (const auto slot : slots_) row.values.push_back(slot_of(context_, slot));
      if (!memory_.add(bytes_of(row.keys) + bytes_of(row.values))) break;
      rows_.push_back(std::move(row));
    }
    if (context_.failed()) return;
    std::stable_sort(rows_.begin(), rows_.end(),
                     [&](const Row& a, const Row& b) { return compare_keys(a.keys, b.keys, clause_) < 0; });
  }

  bool next() override {
    if (at_ == rows_.size() || context_.failed()) return false;
    auto& row = rows_[at_++];
    for (std::size_t i = 0; i < slots_.size(); ++i) slot_of(context_, slots_[i]) = std::move(row.values[i]);
    return true;
  }

 private:
  struct Row {
    List keys, values;
  };

  OperatorPtr input_;
  const ProjectionClause& clause_;
  Context& context_;
  MemoryUse memory_;
  std::vector<Slot> slots_;
  std::vector<Row> rows_;
  std::size_t at_ = 0;
};

class SkipLimit : public Operator {
 public:
  SkipLimit(OperatorPtr input, const ProjectionClause& clause, Context& context)
      : input_(std::move(input)), clause_(clause), context_(context) {}

  void open() override {
    skip_ = clause_.skip ? count(*clause_.skip, "SKIP") : 0;
    limit_ = clause_.limit ? count(*clause_.limit, "LIMIT") : -1;
    if (!context_.failed() && limit_ != 0) input_->open();
  }

  bool next() override {
    if (context_.failed() || limit_ == 0) return false;
    for (; skip_ > 0; --skip_)
      if (!input_->next()) return false;
    if (!input_->next()) return false;
    if (limit_ > 0) --limit_;
    return true;
  }

 private:
  std::int64_t count(const Expr& expr, std::string_view clause) {
    const auto value = evaluate(expr, context_);
    const auto* number = value.as<std::int64_t>();
    if (number && *number >= 0) return *number;
    if (!context_.failed()) {
      const auto code = number ? "NegativeIntegerArgument" : "InvalidArgumentType";
      context_.wrong(expr.range, code,
                     std::string(clause) + (number ? " cannot be negative" : " needs an integer"));
    }
    return 0;
  }

  OperatorPtr input_;
  const ProjectionClause& clause_;
  Context& context_;
  std::int64_t skip_ = 0, limit_ = -1;
};

}  // namespace

OperatorPtr make_filter(OperatorPtr input, const Expr& condition, Context& context) {
  return std::make_unique<Filter>(std::move(input), condition, context);
}

OperatorPtr make_unwind(OperatorPtr input, const UnwindClause& clause, Context& context) {
  return std::make_unique<Unwind>(std::move(input), clause, context);
}

std::vector<Slot> sorted_slots(const ProjectionClause& clause) {
  auto slots = columns_of(clause);
  slots.insert(slots.end(), clause.kept.begin(), clause.kept.end());
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

int compare_keys(const List& a, const List& b, const ProjectionClause& clause) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const int decided = order(a[i], b[i]);
    if (decided != 0) return clause.order[i].descending ? -decided : decided;
  }
  return 0;
}

namespace {

/// The slot of the only column where that is a node.
std::optional<Slot> node_column(const ProjectionClause& clause, const std::set<Slot>& nodes) {
  const auto columns = columns_of(clause);
  if (columns.size() != 1 || !keeps_all(clause) || nodes.count(columns[0]) == 0) return {};
  return columns[0];
}

/// Tells a way of doing a part of the clause.
OperatorPtr tell(OperatorPtr stage, std::string_view step, const ProjectionClause& clause, Context& context) {
  if (!context.report) return stage;
  const auto line = context.report->add_part(step, clause.range);
  return make_counted(std::move(stage), line, context);
}

OperatorPtr make_columns(OperatorPtr input, const ProjectionClause& clause, const std::set<Slot>& nodes,
                         Context& context) {
  if (!clause.aggregates)
    return keeps_all(clause) ? std::move(input)
                             : std::make_unique<Project>(std::move(input), clause, context);
  auto groups = make_node_groups(input, clause, nodes, context);
  if (!groups) return make_aggregation(std::move(input), clause, context);
  return tell(std::move(groups), "count by nodes", clause, context);
}

OperatorPtr make_distinct(OperatorPtr input, const ProjectionClause& clause, const std::set<Slot>& nodes,
                          Context& context) {
  const auto column = clause.aggregates ? std::nullopt : node_column(clause, nodes);
  if (!column) return std::make_unique<Distinct>(std::move(input), clause, context);
  auto stage = std::make_unique<DistinctNodes>(std::move(input), clause, *column, context);
  return tell(std::move(stage), "distinct nodes", clause, context);
}

}  // namespace

OperatorPtr make_projection(OperatorPtr input, const ProjectionClause& clause, const std::set<Slot>& nodes,
                            Context& context) {
  auto stages = make_columns(std::move(input), clause, nodes, context);
  if (clause.distinct) stages = make_distinct(std::move(stages), clause, nodes, context);
  if (!clause.order.empty() && clause.limit) {
    stages = tell(make_top(std::move(stages), clause, context), "keep the first rows", clause, context);
  } else if (!clause.order.empty()) {
    stages = std::make_unique<Sort>(std::move(stages), clause, context);
  }
  if (clause.skip || clause.limit) stages = std::make_unique<SkipLimit>(std::move(stages), clause, context);
  if (clause.where) stages = make_filter(std::move(stages), *clause.where, context);
  return stages;
}

}  // namespace entente::query
