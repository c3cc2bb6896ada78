// SPDX-License-Identifier: Apache-2.0
#include "query/ends_only.hpp"

#include <algorithm>

#include "query/keywords.hpp"

namespace entente::query {

namespace {

/// Whether repetitions of a row change nothing.
bool takes_each_once(const ProjectionClause& clause) {
  if (!clause.aggregates) return clause.distinct;
  return std::all_of(clause.aggregate_calls.begin(), clause.aggregate_calls.end(), [](const Expr* call) {
    return call->distinct || same_word(call->name, "min") || same_word(call->name, "max");
  });
}

bool has_plain_repetition(const MatchClause& clause) {
  if (clause.patterns.size() != 1) return false;
  const auto& pattern = clause.patterns[0];
  if (pattern.searched || !pattern.variable.empty() || pattern.edges.size() != 1) return false;
  const auto& edge = pattern.edges[0];
  return pattern.selector.kind == Selector::Kind::all && edge.length && !edge.inner &&
         edge.variable.empty() && edge.length->min.value_or(1) <= 1;
}

}  // namespace

void use_ends_only(Statement& statement) {
  for (auto& part : statement.parts) {
    for (std::size_t i = 0; i + 1 < part.clauses.size(); ++i) {
      auto* match = std::get_if<MatchClause>(&part.clauses[i]);
      const auto* projection = std::get_if<ProjectionClause>(&part.clauses[i + 1]);
      if (!match || !projection || !has_plain_repetition(*match) || !takes_each_once(*projection)) continue;
      auto& pattern = match->patterns[0];
      pattern.selector.kind = Selector::Kind::any;
      pattern.selector.implied = pattern.searched = true;
    }
  }
}

}  // namespace entente::query
