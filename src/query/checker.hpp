// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "query/ast.hpp"
#include "query/types.hpp"

namespace entente::query {

/// Finds unknown variables and functions, impossible types and misplaced aggregates, gives every variable its
/// slot, and fills the fields of the tree that say "set by the checker". Result: the number of slots of a
/// row.
[[nodiscard]] Result<std::size_t> check(Statement& statement, std::string_view text);

/// What a name stands for at some place of the query.
struct Variable {
  Slot slot = kNoSlot;
  StaticType type;
};
using Scope = std::map<std::string, Variable, std::less<>>;

/// One pass over the tree. The first fault stops it, as in the parser.
class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  // checker.cpp
  bool statement(Statement& out, const Scope& outer, bool inner);
  void finish();  ///< what can be known only at the end
  [[nodiscard]] Error take_error() { return std::move(error_); }
  [[nodiscard]] Slot slots() const { return next_slot_; }

 private:
  /// What is allowed at the place that is being checked.
  struct Place {
    bool aggregates = false;    ///< aggregate functions
    bool in_aggregate = false;  ///< inside one
    bool pattern = false;       ///< a pattern as a truth value
    bool where = false;         ///< inside a condition: properties named here count as mentioned
  };

  // checker.cpp
  bool wrong(Range range, std::string_view code, std::string message, std::string hint = {});
  Slot new_slot() { return next_slot_++; }
  bool single_query(SingleQuery& out, Scope scope, bool inner, std::vector<std::string>& columns);
  bool match(MatchClause& out, Scope& scope);
  bool unwind(UnwindClause& out, Scope& scope);
  bool condition(ExprPtr& expr, const Scope& scope);

  // checker_pattern.cpp
  bool declare(PathPattern& pattern, const Scope& before, Scope& scope, std::vector<Slot>& introduces,
               bool may_introduce);
  bool declare_node(NodePattern& node, Scope& scope, std::vector<Slot>& introduces, bool may_introduce);
  bool declare_edge(EdgePattern& edge, const Scope& before, Scope& scope, std::vector<Slot>& introduces,
                    bool may_introduce);
  bool declare_path(PathPattern& pattern, Scope& scope, std::vector<Slot>& introduces);
  bool inside(PathPattern& pattern, const Scope& before, const Scope& scope);
  bool inside_node(NodePattern& node, const Scope& for_properties, const Scope& for_where);
  bool inside_edge(EdgePattern& edge, const Scope& before, const Scope& scope);

  // checker_path.cpp
  bool path_rules(PathPattern& pattern);
  bool path_size(const EdgePattern& edge);
  bool declare_group(EdgePattern& group, const Scope& before, Scope& scope, std::vector<Slot>& introduces,
                     bool may_introduce);
  bool group_variable(const std::string& name, Range range, TypeSet element, Scope& scope,
                      std::vector<Slot>& introduces, bool may_introduce, Slot& list);
  bool inside_searched(PathPattern& pattern, const Scope& before, const Scope& scope);
  bool inside_group(EdgePattern& group, const Scope& before);

  // checker_projection.cpp
  bool projection(ProjectionClause& out, Scope& scope, std::vector<std::string>& columns);
  bool items(ProjectionClause& out, const Scope& scope, Scope& after);
  StaticType item(ProjectionItem& out, ProjectionClause& clause, const Scope& scope);
  bool name_items(ProjectionClause& out, const std::vector<StaticType>& types, Scope& after);
  bool grouping(ProjectionClause& out);
  bool check_grouped(const Expr& expr, const std::vector<std::string>& keys, ProjectionClause& clause);
  bool sorting(ProjectionClause& out, const Scope& scope, const Scope& after);
  bool constant(ExprPtr& expr, std::string_view clause);
  bool reuse_items(Expr& expr, const ProjectionClause& clause, bool simple_only);

  // checker_expression.cpp
  StaticType expression(Expr& expr, const Scope& scope);
  StaticType variable(Expr& expr, const Scope& scope);
  StaticType list(Expr& expr, const Scope& scope);
  StaticType property(Expr& expr, const Scope& scope);
  StaticType index(Expr& expr, const Scope& scope);
  StaticType unary(Expr& expr, const Scope& scope);
  StaticType binary(Expr& expr, const Scope& scope);
  StaticType call(Expr& expr, const Scope& scope);
  StaticType aggregate(Expr& expr, const Scope& scope);
  StaticType case_of(Expr& expr, const Scope& scope);
  StaticType comprehension(Expr& expr, const Scope& scope);
  StaticType reduce(Expr& expr, const Scope& scope);
  StaticType pattern(Expr& expr, const Scope& scope);
  bool require(const Expr& expr, StaticType found, TypeSet needed, std::string_view who);

  std::string_view text_;
  Slot next_slot_ = 0;
  Place place_;
  std::vector<const Expr*>* aggregate_calls_ = nullptr;  ///< of the projection that is being checked
  std::vector<EdgePattern*> edges_;
  std::set<Slot> mentioned_;       ///< variables whose modality or negation the query speaks of
  std::map<Slot, Slot> alias_of_;  ///< f AS g: g's slot to f's
  bool failed_ = false;
  Error error_;
};

}  // namespace entente::query
