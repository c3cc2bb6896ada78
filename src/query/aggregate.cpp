// SPDX-License-Identifier: Apache-2.0
#include "query/aggregate.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "query/evaluate.hpp"
#include "query/functions.hpp"
#include "query/memory_use.hpp"

namespace entente::query {

namespace {

double real(const Value& value) {
  if (const auto* integer = value.as<std::int64_t>()) return static_cast<double>(*integer);
  return *value.as<double>();
}

bool is_number(const Value& value) {
  return (type_of(value) & type::number) != 0;
}

class CountRows : public Accumulator {
 public:
  void add(Context&) override { ++rows_; }
  Value result(Context&) override { return rows_; }

 private:
  std::int64_t rows_ = 0;
};

/// What all others share: the argument, without nulls and, if asked, without repetitions.
class OverValues : public Accumulator {
 public:
  explicit OverValues(const Expr& call) : call_(call) {}

  void add(Context& context) final {
    Value value = evaluate(*call_.args[0], context);
    if (value.is_null() || context.failed()) return;
    if (call_.distinct && !seen_.insert({value}).second) return;
    if (call_.distinct || keeps()) held_ += bytes_of(value);
    take(std::move(value), context);
  }
  [[nodiscard]] std::size_t held() const final { return held_; }

 protected:
  [[nodiscard]] virtual bool keeps() const { return false; }
  virtual void take(Value value, Context& context) = 0;

  void need_number(const Value& value, Context& context) const {
    if (is_number(value)) return;
    context.wrong(
        call_.range, "InvalidArgumentType",
        std::string(call_.function->name) + " needs numbers, but this is " + std::string(describe(value)));
  }

  const Expr& call_;

 private:
  std::size_t held_ = 0;
  std::unordered_set<List, RowHash, RowSame> seen_;
};

class Count : public OverValues {
 public:
  using OverValues::OverValues;
  Value result(Context&) override { return count_; }

 protected:
  void take(Value, Context&) override { ++count_; }

 private:
  std::int64_t count_ = 0;
};

class Collect : public OverValues {
 public:
  using OverValues::OverValues;
  Value result(Context&) override { return std::move(list_); }

 protected:
  [[nodiscard]] bool keeps() const override { return true; }
  void take(Value value, Context&) override { list_.push_back(std::move(value)); }

 private:
  List list_;
};

/// min and max, by the order of ORDER BY.
class Extreme : public OverValues {
 public:
  Extreme(const Expr& call, bool greatest) : OverValues(call), greatest_(greatest) {}
  Value result(Context&) override { return best_; }

 protected:
  void take(Value value, Context&) override {
    const int decided = best_.is_null() ? 0 : order(value, best_);
    if (best_.is_null() || (greatest_ ? decided > 0 : decided < 0)) best_ = std::move(value);
  }

 private:
  bool greatest_;
  Value best_;
};

class Sum : public OverValues {
 public:
  using OverValues::OverValues;
  Value result(Context&) override { return sum_; }

 protected:
  void take(Value value, Context& context) override {
    const bool first = std::exchange(empty_, false);
    if (!value.as<graph::Duration>()) need_number(value, context);
    if (context.failed()) return;
    sum_ = first ? std::move(value) : apply(Op::add, sum_, value, call_, context);
  }

 private:
  Value sum_ = Value(0);
  bool empty_ = true;
};

/// avg, stDev and stDevP by Welford's running mean; avg of durations by their sum.
class Spread : public OverValues {
 public:
  Spread(const Expr& call, Aggregate kind) : OverValues(call), kind_(kind) {}

  Value result(Context& context) override {
    if (lengths_.as<graph::Duration>()) return apply(Op::divide, lengths_, count_, call_, context);
    if (kind_ == Aggregate::avg) return count_ == 0 ? Value() : Value(mean_);
    const double divisor = kind_ == Aggregate::stdev ? count_ - 1 : count_;
    return divisor > 0 ? std::sqrt(squares_ / divisor) : 0.0;
  }

 protected:
  void take(Value value, Context& context) override {
    const bool length = kind_ == Aggregate::avg && value.as<graph::Duration>();
    if (!length) need_number(value, context);
    if (context.failed()) return;
    if (length || lengths_.as<graph::Duration>()) {
      const Value before = lengths_.is_null() ? Value(mean_) : lengths_;
      lengths_ = count_++ == 0 ? std::move(value) : apply(Op::add, before, value, call_, context);
      return;
    }
    const double x = real(value), before = x - mean_;
    mean_ += before / ++count_;
    squares_ += before * (x - mean_);
  }

 private:
  Aggregate kind_;
  double count_ = 0, mean_ = 0, squares_ = 0;
  Value lengths_;
};

class Percentile : public OverValues {
 public:
  Percentile(const Expr& call, bool continuous) : OverValues(call), continuous_(continuous) {}

  Value result(Context& context) override {
    if (values_.empty()) return {};
    std::sort(values_.begin(), values_.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
    (void)context;
    const auto size = static_cast<double>(values_.size());
    if (!continuous_) {
      const auto at = portion_ == 0 ? 0.0 : std::ceil(portion_ * size) - 1;
      return values_[static_cast<std::size_t>(at)];
    }
    const double at = portion_ * (size - 1), below = std::floor(at);
    const double low = real(values_[static_cast<std::size_t>(below)]);
    const double high = real(values_[static_cast<std::size_t>(std::ceil(at))]);
    return low + (high - low) * (at - below);
  }

 protected:
  void take(Value value, Context& context) override {
    need_number(value, context);
    const Value portion = evaluate(*call_.args[1], context);
    if (context.failed()) return;
    if (!is_number(portion) || !(real(portion) >= 0 && real(portion) <= 1)) {
      context.wrong(call_.args[1]->range, "NumberOutOfRange", "a percentile lies between 0.0 and 1.0");
      return;
    }
    portion_ = real(portion);
    values_.push_back(std::move(value));
  }

 private:
  bool continuous_;
  double portion_ = 0;
  List values_;
};

}  // namespace

std::unique_ptr<Accumulator> make_accumulator(const Expr& call) {
  if (call.kind == ExprKind::count_all) return std::make_unique<CountRows>();
  switch (call.function->aggregate) {
    case Aggregate::collect:
      return std::make_unique<Collect>(call);
    case Aggregate::sum:
      return std::make_unique<Sum>(call);
    case Aggregate::min:
      return std::make_unique<Extreme>(call, false);
    case Aggregate::max:
      return std::make_unique<Extreme>(call, true);
    case Aggregate::avg:
    case Aggregate::stdev:
    case Aggregate::stdev_population:
      return std::make_unique<Spread>(call, call.function->aggregate);
    case Aggregate::percentile_disc:
      return std::make_unique<Percentile>(call, false);
    case Aggregate::percentile_cont:
      return std::make_unique<Percentile>(call, true);
    default:
      return std::make_unique<Count>(call);
  }
}

}  // namespace entente::query
