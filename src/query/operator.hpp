// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

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
};

using OperatorPtr = std::unique_ptr<Operator>;

/// Emits the row as it stands, once.
[[nodiscard]] OperatorPtr make_unit();

/// The stages of a query part; the RETURN is the last one.
[[nodiscard]] OperatorPtr make_pipeline(const SingleQuery& query, Context& context);
/// All parts one behind the other, without removal of duplicates: for EXISTS and COUNT.
[[nodiscard]] OperatorPtr make_pipeline(const Statement& statement, Context& context);
/// Matches one pattern for the row as it stands: for patterns in expressions. `introduces`: the slots it
/// binds.
[[nodiscard]] OperatorPtr make_pattern(const PathPattern& pattern, const Expr* where,
                                       const std::vector<Slot>& introduces, Context& context);

// The stages.
[[nodiscard]] OperatorPtr make_match(OperatorPtr input, const MatchClause& clause, Context& context);
[[nodiscard]] OperatorPtr make_unwind(OperatorPtr input, const UnwindClause& clause, Context& context);
/// WITH or RETURN: projection, grouping, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE.
[[nodiscard]] OperatorPtr make_projection(OperatorPtr input, const ProjectionClause& clause,
                                          Context& context);
[[nodiscard]] OperatorPtr make_aggregation(OperatorPtr input, const ProjectionClause& clause,
                                           Context& context);
[[nodiscard]] OperatorPtr make_filter(OperatorPtr input, const Expr& condition, Context& context);

}  // namespace entente::query
