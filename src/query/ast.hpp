// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "query/value.hpp"

namespace entente::query {

// The syntax tree of a query. The parser makes it, the checker fills the fields under "set by the checker"
// and nobody changes it afterwards. Every node knows its bytes in the query text. Depth is bounded by
// kMaxDepth, so recursion over the tree is safe.

inline constexpr int kMaxDepth = 1000;

struct Function;  // functions.hpp
struct Statement;
struct PathPattern;
struct PathExpr;
struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

/// Place of a variable's value in a row; -1: none.
using Slot = int;
inline constexpr Slot kNoSlot = -1;

/// Half-open byte range of the query text.
struct Range {
  std::size_t begin = 0, end = 0;
};

/// What stands behind ':' in a node or relationship pattern: A, %, A&B (also A:B), A|B, !A.
struct LabelExpr {
  enum class Kind { name, any, both, either, negation };
  Kind kind = Kind::name;
  std::string name;
  std::vector<LabelExpr> parts;
  Range range;
};

enum class ExprKind {
  literal,                ///< literal
  parameter,              ///< $name
  variable,               ///< name
  property,               ///< args[0].name
  list,                   ///< [args...]
  map,                    ///< {keys: args}
  index,                  ///< args[0][args[1]]
  slice,                  ///< args[0][args[1]..args[2]], bounds may be null
  unary,                  ///< op args[0]
  binary,                 ///< args[0] op args[1]
  comparison,             ///< args[0] ops[0] args[1] ops[1] args[2] ...
  is_null,                ///< args[0] IS NULL; negated: IS NOT NULL
  label_test,             ///< args[0]:labels
  call,                   ///< name(args...), distinct; `name` as written
  count_all,              ///< count(*)
  case_of,                ///< args[0] operand or null, then WHEN, THEN pairs, last ELSE or null
  list_comprehension,     ///< [name IN args[0] WHERE args[1] | args[2]], the last two may be null
  quantifier,             ///< op(name IN args[0] WHERE args[1])
  reduce,                 ///< reduce(name = args[0], keys[0] IN args[1] | args[2])
  pattern_test,           ///< (a)-->(b) as a truth value
  pattern_comprehension,  ///< [pattern WHERE args[0] | args[1]], args[0] may be null
  exists_query,           ///< EXISTS { query }
  count_query,            ///< COUNT { query }
};

enum class Op {
  none,
  negate,
  plus,
  logical_not,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  power,
  logical_and,
  logical_or,
  logical_xor,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  starts_with,
  ends_with,
  contains,
  matches,
  in,
  all,
  any,
  none_of,
  single,
};

struct Expr {
  ExprKind kind = ExprKind::literal;
  Op op = Op::none;
  bool distinct = false;  ///< call: DISTINCT
  bool negated = false;   ///< is_null: IS NOT NULL
  Range range;
  std::string name;
  Value literal;
  std::vector<ExprPtr> args;
  std::vector<Op> ops;
  std::vector<std::string> keys;
  LabelExpr labels;
  std::unique_ptr<PathPattern> pattern;
  std::unique_ptr<Statement> query;
  int depth = 1;

  // Set by the checker.
  Slot slot = kNoSlot;   ///< variable; comprehension's variable; aggregate's result
  Slot slot2 = kNoSlot;  ///< reduce: the element
  bool ready = false;  ///< the value already stands in slot: a variable, an aggregate, a projected expression
                       ///< in ORDER BY
  bool of_entity = false;        ///< property: of a node or relationship for sure
  std::vector<Slot> introduces;  ///< pattern: slots that it binds
  const Function* function = nullptr;

  // Defined where Statement is complete (ast.cpp).
  Expr();
  Expr(Expr&&) noexcept;
  Expr& operator=(Expr&&) noexcept;
  ~Expr();
};

struct NodePattern {
  Range range;
  std::string variable;  ///< empty: anonymous
  std::optional<LabelExpr> labels;
  ExprPtr properties;    ///< a map or a parameter, or null
  ExprPtr where;         ///< (n WHERE ...), or null
  bool implied = false;  ///< not written: it stands beside a quantified group
  Slot slot = kNoSlot;   ///< set by the checker, for anonymous nodes too
  Slot group = kNoSlot;  ///< set by the checker: in a quantified group, of the list of all such nodes
};

enum class Direction { right, left, either };

/// How many relationships in a row: *1..3 or {1,3}.
struct Length {
  std::optional<std::int64_t> min, max;
  bool braces = false;  ///< written behind the pattern
};

/// A relationship; or a path expression between two nodes, -[:(a|b)/c*]->; or a quantified group,
/// ((x)-[r]->(y) WHERE ...){1,3}.
struct EdgePattern {
  Range range;
  std::unique_ptr<PathExpr> regular;   ///< a path expression: direction counts, the rest is empty
  std::unique_ptr<PathPattern> inner;  ///< a group: length and where count, the rest is empty
  std::string variable;
  std::optional<LabelExpr> types;
  ExprPtr properties, where;
  Direction direction = Direction::either;
  std::optional<Length> length;
  Slot slot = kNoSlot;  ///< set by the checker, for anonymous ones too
  Slot element =
      kNoSlot;  ///< set by the checker: of a single relationship while `where` of a repeated one is tested
  Slot group = kNoSlot;  ///< set by the checker: in a quantified group, of the list of all such relationships
  bool shows_all = false;  ///< set by the checker: the query itself speaks of modality or negation
};

/// A regular expression over relationship types.
struct PathExpr {
  enum class Kind {
    step,      ///< one relationship
    sequence,  ///< parts[0]/parts[1]/...
    either,    ///< parts[0]|parts[1]|...
    repeat,    ///< parts[0] with length
    inverse,   ///< ^parts[0]
  };
  Kind kind = Kind::step;
  Range range;
  std::unique_ptr<EdgePattern> step;  ///< its types
  std::vector<PathExpr> parts;
  Length length;
};

/// Which of the matching paths between two ends are wanted.
struct Selector {
  enum class Kind {
    all,
    any,           ///< `count` paths
    any_shortest,  ///< one shortest path
    all_shortest,
    shortest,         ///< the `count` shortest paths
    shortest_groups,  ///< all paths of the `count` least lengths
  };
  Kind kind = Kind::all;
  std::int64_t count = 1;
  bool function_style = false;  ///< shortestPath(...), allShortestPaths(...)
  bool implied = false;         ///< not written: nothing but the ends is asked for (ends_only.cpp)
};

/// What a path may take twice.
enum class PathMode {
  trail,    ///< nodes, but no relationship
  walk,     ///< everything
  acyclic,  ///< nothing
  simple,   ///< nothing, but it may end where it began
};

/// (a)-[r]->(b)-...: nodes.size() == edges.size() + 1.
struct PathPattern {
  Range range;
  std::string variable;
  Selector selector;
  PathMode mode = PathMode::trail;
  bool mode_given = false;
  std::vector<NodePattern> nodes;
  std::vector<EdgePattern> edges;
  Slot slot = kNoSlot;  ///< set by the checker: of the path variable
  bool searched =
      false;  ///< set by the checker: found path by path (match_path.cpp), not relationship by relationship
};

struct MatchClause {
  Range range;
  bool optional = false;
  std::vector<PathPattern> patterns;
  ExprPtr where;
  std::vector<Slot> introduces;  ///< set by the checker: slots that this clause binds
};

struct UnwindClause {
  Range range;
  ExprPtr list;
  std::string variable;
  Slot slot = kNoSlot;
};

struct SortItem {
  ExprPtr expr;
  bool descending = false;
};

struct ProjectionItem {
  ExprPtr expr;
  std::string alias;   ///< as written behind AS, or empty
  std::string column;  ///< the alias, else the text of the expression
  // Set by the checker.
  Slot slot = kNoSlot;
  bool aggregates = false;  ///< contains an aggregate function
};

/// WITH or RETURN.
struct ProjectionClause {
  Range range;
  bool is_return = false;
  bool distinct = false;
  bool star = false;  ///< *, before the items
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order;
  ExprPtr skip, limit, where;
  // Set by the checker.
  std::vector<ProjectionItem> star_items;  ///< what * stands for, by name
  bool aggregates = false;
  std::vector<const Expr*> aggregate_calls;  ///< in items and order
  std::vector<Slot> kept;  ///< slots of earlier variables that are read after grouping or sorting
};

using Clause = std::variant<MatchClause, UnwindClause, ProjectionClause>;

struct SingleQuery {
  std::vector<Clause> clauses;
};

/// One or more queries joined by UNION.
struct Statement {
  enum class Report { none, plan, profile };
  Report report = Report::none;  ///< EXPLAIN, PROFILE: the plan is the answer
  std::vector<SingleQuery> parts;
  bool union_all = false;
  std::vector<std::string> columns;  ///< set by the checker: of the first part
};

[[nodiscard]] ExprPtr make_expr(ExprKind kind, Range range);

}  // namespace entente::query
