// SPDX-License-Identifier: Apache-2.0
#include "query/checker.hpp"

#include <algorithm>

#include "query/diagnostics.hpp"
#include "query/walk.hpp"

// Statements and clauses.

namespace entente::query {

bool Checker::wrong(Range range, std::string_view code, std::string message, std::string hint) {
  if (!failed_) error_ = error_at(text_, range.begin, code, std::move(message), std::move(hint));
  failed_ = true;
  return false;
}

bool Checker::statement(Statement& out, const Scope& outer, bool inner) {
  for (auto& part : out.parts) {
    std::vector<std::string> columns;
    if (!single_query(part, outer, inner, columns)) return false;
    if (&part == &out.parts.front()) out.columns = columns;
    if (columns == out.columns) continue;
    const auto range = std::visit([](const auto& clause) { return clause.range; }, part.clauses.back());
    return wrong(range, "DifferentColumnsInUnion", "all parts of a UNION must return the same columns");
  }
  return true;
}

bool Checker::single_query(SingleQuery& out, Scope scope, bool inner, std::vector<std::string>& columns) {
  for (auto& clause : out.clauses) {
    bool good = false;
    if (auto* match_clause = std::get_if<MatchClause>(&clause)) good = match(*match_clause, scope);
    if (auto* unwind_clause = std::get_if<UnwindClause>(&clause)) good = unwind(*unwind_clause, scope);
    if (auto* project = std::get_if<ProjectionClause>(&clause)) {
      if (project->is_return && &clause != &out.clauses.back())
        return wrong(project->range, "InvalidClauseComposition", "RETURN must be the last clause");
      good = projection(*project, scope, columns);
    }
    if (!good) return false;
  }
  const auto* last = std::get_if<ProjectionClause>(&out.clauses.back());
  if (inner || (last && last->is_return)) return true;
  const auto range = std::visit([](const auto& clause) { return clause.range; }, out.clauses.back());
  return wrong({range.end, range.end}, "InvalidClauseComposition", "the query must end with RETURN");
}

bool Checker::match(MatchClause& out, Scope& scope) {
  const Scope before = scope;
  for (auto& pattern : out.patterns)
    if (!declare(pattern, before, scope, out.introduces, true) ||
        !declare_path(pattern, scope, out.introduces))
      return false;
  for (auto& pattern : out.patterns)
    if (!inside(pattern, before, scope)) return false;
  return !out.where || condition(out.where, scope);
}

bool Checker::condition(ExprPtr& expr, const Scope& scope) {
  const auto saved = place_;
  place_ = Place{};
  place_.pattern = place_.where = true;
  const auto found = expression(*expr, scope);
  place_ = saved;
  return !failed_ && require(*expr, found, type::boolean, "a condition");
}

bool Checker::unwind(UnwindClause& out, Scope& scope) {
  const auto list = expression(*out.list, scope);
  if (failed_) return false;
  if (scope.count(out.variable) != 0)
    return wrong(out.range, "VariableAlreadyBound", "the variable '" + out.variable + "' exists already");
  out.slot = new_slot();
  StaticType element;
  if ((list.kinds & ~(type::list | type::null)) == 0) element.kinds = list.elements;
  scope[out.variable] = {out.slot, element};
  return true;
}

void Checker::finish() {
  const auto origin = [&](Slot slot) {
    for (auto found = alias_of_.find(slot); found != alias_of_.end(); found = alias_of_.find(slot))
      slot = found->second;
    return slot;
  };
  std::set<Slot> mentioned;
  for (const auto slot : mentioned_) mentioned.insert(origin(slot));
  for (auto* edge : edges_) {
    edge->shows_all = mentioned.count(edge->slot) != 0 || mentioned.count(edge->element) != 0;
    if (!edge->properties) continue;
    for (const auto& key : edge->properties->keys)
      edge->shows_all = edge->shows_all || key == "modality" || key == "negated";
  }
}

Result<std::size_t> check(Statement& statement, std::string_view text) {
  Checker checker(text);
  if (!checker.statement(statement, {}, false)) return fail(checker.take_error());
  checker.finish();
  return static_cast<std::size_t>(checker.slots());
}

}  // namespace entente::query
