// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "query/ast.hpp"
#include "query/graph_index.hpp"
#include "query/query.hpp"
#include "query/temporal.hpp"

namespace entente::query {

class Operator;
class PlanReport;  // plan_report.hpp

/// One run of one query: the graph asked, the current row, limits, and the first error. Nothing of it
/// outlives the run.
class Context {
 public:
  Context(std::string_view text, std::size_t slots, GraphIndex& index, const ontology::Vocabulary* vocabulary,
          const Options& options);
  ~Context();

  const graph::Snapshot& graph;
  GraphIndex& index;
  const Options& options;
  const ontology::Vocabulary* const hierarchy;  ///< null where relations and classes are read exactly

  /// The current row: one value a slot.
  std::vector<Value> row;

  [[nodiscard]] bool failed() const { return error_.has_value(); }
  [[nodiscard]] Error take_error() { return std::move(*error_); }
  /// Keeps the first error; gives null, so that an evaluation can go on to its end.
  Value wrong(Range range, std::string_view code, std::string message, std::string hint = {});

  /// Counts one edge walked, or some like work; false when the query must stop (an error then tells why).
  bool step() {
    if (++steps_ % kCheckEvery == 0 || steps_ > options.max_steps || is_cancelled()) check_limits();
    return !failed();
  }
  /// The same for work that is as much as so many steps.
  bool steps(std::size_t count);

  /// The part of the query that works now: limit errors point to it.
  void work_at(Range range) { here_ = range; }

  /// Counts bytes that are held until give_memory (memory_use.hpp); false with a limit error beyond the
  /// limit.
  bool take_memory(std::size_t bytes);
  void give_memory(std::size_t bytes) { memory_ -= bytes; }
  /// A limit error at the part that works now.
  void reach_limit(std::string message, std::string hint);

  /// True for an edge that the default filter hides: planned, denied, reported ...
  [[nodiscard]] bool hides(graph::EdgeId edge) const { return graph.is_set_aside(edge); }
  void note_hidden(graph::EdgeId edge) { hidden_.insert(edge); }
  [[nodiscard]] std::size_t hidden_count() const { return hidden_.size(); }

  /// A label expression of the tree made ready; kept for the run.
  const LabelTest& label_test(const LabelExpr& labels);
  const TypeTest& type_test(const LabelExpr& types);

  /// Where stages tell what they are and do, for EXPLAIN and PROFILE; else null.
  PlanReport* report = nullptr;
  bool counts = false;  ///< PROFILE: rows and time are counted

  /// The operators of an inner pattern or query, made when first asked for.
  std::unordered_map<const Expr*, std::unique_ptr<Operator>> inner;

  /// Compiled regular expressions by their text (regex.cpp). Shared pointers for their typed deleters.
  std::map<std::string, std::shared_ptr<void>> regexes;

  /// When the query began, the same for the whole run; and the time that it is now.
  [[nodiscard]] Instant statement_time();
  [[nodiscard]] Instant real_time() const;

  /// Deterministic numbers in [0, 1) for rand().
  double next_random();

 private:
  static constexpr std::size_t kCheckEvery = 4096;
  [[nodiscard]] bool is_cancelled() const {
    return options.stop != nullptr && options.stop->load(std::memory_order_relaxed);
  }
  void check_limits();
  std::string_view text_;
  std::optional<Error> error_;
  Range here_;
  std::size_t steps_ = 0, memory_ = 0;
  std::optional<std::chrono::steady_clock::time_point> deadline_;
  std::unordered_set<graph::EdgeId> hidden_;
  std::unordered_map<const LabelExpr*, std::unique_ptr<LabelTest>> label_tests_;
  std::unordered_map<const LabelExpr*, std::unique_ptr<TypeTest>> type_tests_;
  std::optional<Instant> statement_time_;
  std::uint64_t random_ = 0x9e3779b97f4a7c15ULL;
};

}  // namespace entente::query
