// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "query/ast.hpp"
#include "query/query.hpp"

namespace entente::query {

/// What EXPLAIN and PROFILE tell: a line for each clause, and below a MATCH one for each of its steps.
class PlanReport {
 public:
  explicit PlanReport(std::string_view text) : text_(text) {}

  /// Adds a line; the result names it. estimate: nodes that the step is thought to find, below 0: none.
  std::size_t add(int depth, std::string_view step, Range range, double estimate = -1);
  /// Puts a condition behind the line.
  void add_condition(std::size_t line, Range range);

  void count(std::size_t line, std::chrono::steady_clock::duration time, std::size_t rows) {
    lines_[line].time += time;
    lines_[line].rows += static_cast<std::int64_t>(rows);
  }
  /// The line takes its rows from another one, whose time is not its own.
  void set_input(std::size_t line, std::size_t input) {
    lines_[line].input = input_ = static_cast<int>(input);
  }
  /// Adds a line below that of the clause told last, with the same input.
  std::size_t add_part(std::string_view step, Range range);

  [[nodiscard]] static std::vector<std::string> columns(bool with_counts);
  [[nodiscard]] Table table(bool with_counts) const;

 private:
  struct Line {
    int depth;
    std::string step, part;
    double estimate;
    std::int64_t rows = 0;
    std::chrono::steady_clock::duration time{};
    int input = -1;
  };
  [[nodiscard]] std::string part(Range range) const;

  std::string_view text_;
  std::vector<Line> lines_;
  int input_ = -1;
};

}  // namespace entente::query
