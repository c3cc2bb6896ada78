// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "query/ast.hpp"
#include "query/token.hpp"

namespace entente::query {

inline constexpr int kMaxNesting = 200;        ///< brackets within brackets
inline constexpr std::size_t kMaxEdges = 300;  ///< relationship patterns of one MATCH
inline constexpr std::size_t kMaxClauses =
    500;  ///< of one query: each is a stage that pulls from the one before

/// One statement, an ending ';' allowed. The tree is not checked yet.
[[nodiscard]] Result<Statement> parse_statement(std::string_view text);

/// Recursive descent over the tokens of one text. The first fault stops it: every function then returns at
/// once (null or false), and error() tells. Made for one use.
class Parser {
 public:
  Parser(std::string_view text, Tokens tokens) : text_(text), tokens_(std::move(tokens)) {}

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] Error take_error() { return std::move(error_); }

  // parser_query.cpp
  bool statement(Statement& out);
  // parser_pattern.cpp: (a)-->(b), (c) ... (test tools read CREATE patterns with it)
  bool patterns(std::vector<PathPattern>& out);
  // parser_expression.cpp
  ExprPtr expression();

  // parser.cpp: the tokens
  [[nodiscard]] const Token& token(std::size_t ahead = 0) const;
  [[nodiscard]] bool at_end() const { return token().kind == TokenKind::end; }
  [[nodiscard]] bool is_symbol(std::string_view symbol, std::size_t ahead = 0) const;
  [[nodiscard]] bool is_keyword(std::string_view keyword, std::size_t ahead = 0) const;
  void advance() {
    if (!at_end()) ++at_;
  }

 private:
  friend class NestingGuard;

  // parser.cpp
  bool accept_symbol(std::string_view symbol);
  bool accept_keyword(std::string_view keyword);
  bool expect_symbol(std::string_view symbol, std::string_view where);
  bool expect_keyword(std::string_view keyword, std::string_view where);
  bool wrong(std::size_t at, std::string_view code, std::string message, std::string hint = {});
  bool too_deep(std::string message);  ///< a limit error here
  bool unexpected(std::string_view expected, const std::vector<std::string>& keywords = {});
  bool is_name(std::size_t ahead = 0) const;      ///< any word, quoted or not
  bool is_variable(std::size_t ahead = 0) const;  ///< a word that is not reserved
  bool variable(std::string& out, std::string_view where);
  bool schema_name(std::string& out, std::string_view where);  ///< label, type, property: any word
  std::size_t last_end() const { return at_ == 0 ? 0 : tokens_[at_ - 1].end; }
  ExprPtr finish(ExprPtr expr);  ///< sets end and depth, fails when too deep

  // parser_query.cpp
  bool single_query(SingleQuery& out);
  bool clause(SingleQuery& out);
  bool match(MatchClause& out);
  bool unwind(UnwindClause& out);
  bool projection(ProjectionClause& out);
  bool projection_item(ProjectionItem& out);
  bool order_by(std::vector<SortItem>& out);
  bool union_or_end(Statement& out, bool& more);
  bool block(Statement& out);  ///< { ... } of EXISTS and COUNT

  // parser_pattern.cpp
  bool path(PathPattern& out);
  bool node(NodePattern& out);
  bool edge(EdgePattern& out);
  bool edge_detail(EdgePattern& out);
  bool star_length(EdgePattern& out);
  bool brace_length(EdgePattern& out);
  bool bound(std::optional<std::int64_t>& out);
  bool properties(ExprPtr& out);
  bool labels(LabelExpr& out, bool colon_joins);
  bool label_terms(LabelExpr& out, LabelExpr::Kind kind, bool colon_joins);
  bool label_atom(LabelExpr& out);
  bool regular(EdgePattern& out);
  bool looks_like_pattern() const;

  // parser_path.cpp
  bool at_path_word() const;
  bool selector(PathPattern& out, bool& needs_close);
  bool selector_words(Selector& out);
  bool path_count(Selector& out);
  void path_mode(PathPattern& out);
  bool chain(PathPattern& out);
  bool node_or_implied(PathPattern& out);
  bool at_group() const;
  bool group(EdgePattern& out);
  bool at_path_expression() const;
  bool path_expression(PathExpr& out);
  bool path_terms(PathExpr& out, PathExpr::Kind kind);
  bool path_step(PathExpr& out);
  bool path_times(PathExpr& out);

  // parser_expression.cpp
  ExprPtr binary(int min_power);
  ExprPtr prefix();
  ExprPtr postfix(ExprPtr operand);
  ExprPtr index_or_slice(ExprPtr operand);
  ExprPtr comparison(ExprPtr first);
  bool predicate(ExprPtr& left);
  ExprPtr number(bool negative, std::size_t begin);

  // parser_atom.cpp
  ExprPtr atom();
  ExprPtr word_atom();
  ExprPtr list_atom();
  ExprPtr map_atom();
  ExprPtr call();
  ExprPtr case_of();
  ExprPtr quantifier();
  ExprPtr reduce();
  ExprPtr list_comprehension();
  ExprPtr pattern_comprehension();
  ExprPtr pattern_test();
  ExprPtr subquery(ExprKind kind);
  bool arguments(Expr& out);

  std::string_view text_;
  Tokens tokens_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  bool in_group_ = false;
  bool failed_ = false;
  Error error_;
};

/// Counts brackets within brackets while it lives.
class NestingGuard {
 public:
  explicit NestingGuard(Parser& parser);
  ~NestingGuard() { --parser_.nesting_; }
  NestingGuard(const NestingGuard&) = delete;
  NestingGuard& operator=(const NestingGuard&) = delete;

 private:
  Parser& parser_;
};

}  // namespace entente::query
