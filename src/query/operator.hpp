// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "query/batch.hpp"
#include "query/context.hpp"

namespace entente::query {

/// One stage of a query, pulled by the next one. All stages work on the one current row of the context: a
/// stage writes its own slots and leaves the others alone, so no row is copied between stages. A stage that
/// has to see all rows first (sorting, grouping) keeps values of its own.
class Operator {
 public:
  virtual ~Operator() = default;
  /// Starts from the beginning, for the row as it stands.
  virtual void open() = 0;
  /// Moves the row to the next result; false at the end and after an error.
  virtual bool next() = 0;
  /// The same for some rows at a time: `batch.rows` is 0 at the end. A batch leaves the slot that it names as
  /// it was.
  virtual bool next_batch(Batch& batch) {
    batch = {};
    batch.rows = next() ? 1 : 0;
    return batch.rows != 0;
  }
  /// Rows that hold less (after `descending`), or more, than `bound` in the slot may be left out from now on.
  virtual void bound(Slot, bool /*descending*/, std::int64_t /*bound*/) {}
};

using OperatorPtr = std::unique_ptr<Operator>;

/// Emits the row as it stands, once.
[[nodiscard]] OperatorPtr make_unit();

/// For PROFILE counts the rows and the time of a stage on a line of the report; else gives the stage back.
[[nodiscard]] OperatorPtr make_counted(OperatorPtr stage, std::size_t line, Context& context);
/// The stages of a query part; the RETURN is the last one.
[[nodiscard]] OperatorPtr make_pipeline(const SingleQuery& query, Context& context);
/// All parts one behind the other, without removal of duplicates: for EXISTS and COUNT.
[[nodiscard]] OperatorPtr make_pipeline(const Statement& statement, Context& context);
/// Matches one pattern for the row as it stands: for patterns in expressions. `introduces`: the slots it
/// binds.
[[nodiscard]] OperatorPtr make_pattern(const PathPattern& pattern, const Expr* where,
                                       const std::vector<Slot>& introduces, Context& context);

// The stages.
/// `live`: what is read behind the clause (live_slots.hpp).
[[nodiscard]] OperatorPtr make_match(OperatorPtr input, const MatchClause& clause, const std::set<Slot>& live,
                                     Context& context);
[[nodiscard]] OperatorPtr make_unwind(OperatorPtr input, const UnwindClause& clause, Context& context);
/// WITH or RETURN: projection, grouping, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE.
/// `nodes`: the slots that hold nodes for sure.
[[nodiscard]] OperatorPtr make_projection(OperatorPtr input, const ProjectionClause& clause,
                                          const std::set<Slot>& nodes, Context& context);
[[nodiscard]] OperatorPtr make_aggregation(OperatorPtr input, const ProjectionClause& clause,
                                           Context& context);
/// Grouping by nodes and their properties, counting; null where the clause asks for something else.
[[nodiscard]] OperatorPtr make_node_groups(OperatorPtr& input, const ProjectionClause& clause,
                                           const std::set<Slot>& nodes, Context& context);
/// ORDER BY with LIMIT: keeps no more rows than are wanted.
[[nodiscard]] OperatorPtr make_top(OperatorPtr input, const ProjectionClause& clause, Context& context);
/// Slots that sorting keeps of a row.
[[nodiscard]] std::vector<Slot> sorted_slots(const ProjectionClause& clause);
/// Order of two rows by the values of ORDER BY: negative, zero or positive.
[[nodiscard]] int compare_keys(const List& a, const List& b, const ProjectionClause& clause);
[[nodiscard]] OperatorPtr make_filter(OperatorPtr input, const Expr& condition, Context& context);

}  // namespace entente::query
