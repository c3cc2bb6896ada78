// SPDX-License-Identifier: Apache-2.0
#include "query/parser.hpp"

#include <algorithm>

#include "query/diagnostics.hpp"
#include "query/keywords.hpp"
#include "query/lexer.hpp"
#include "query/walk.hpp"

namespace entente::query {

const Token& Parser::token(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

bool Parser::is_symbol(std::string_view symbol, std::size_t ahead) const {
  return token(ahead).kind == TokenKind::symbol && token(ahead).text == symbol;
}

bool Parser::is_keyword(std::string_view keyword, std::size_t ahead) const {
  return token(ahead).kind == TokenKind::name && same_word(token(ahead).text, keyword);
}

bool Parser::accept_symbol(std::string_view symbol) {
  if (failed_ || !is_symbol(symbol)) return false;
  ++at_;
  return true;
}

bool Parser::accept_keyword(std::string_view keyword) {
  if (failed_ || !is_keyword(keyword)) return false;
  ++at_;
  return true;
}

bool Parser::expect_symbol(std::string_view symbol, std::string_view where) {
  if (accept_symbol(symbol)) return true;
  return unexpected("'" + std::string(symbol) + "' " + std::string(where));
}

bool Parser::expect_keyword(std::string_view keyword, std::string_view where) {
  if (accept_keyword(keyword)) return true;
  return unexpected(std::string(keyword) + " " + std::string(where), {std::string(keyword)});
}

bool Parser::wrong(std::size_t at, std::string_view code, std::string message, std::string hint) {
  if (!failed_) error_ = error_at(text_, at, code, std::move(message), std::move(hint));
  failed_ = true;
  return false;
}

bool Parser::too_deep(std::string message) {
  wrong(token().begin, "TooDeep", std::move(message));
  error_.kind = ErrorKind::limit;
  return false;
}

bool Parser::unexpected(std::string_view expected, const std::vector<std::string>& keywords) {
  const Token& found = token();
  std::string message = "expected " + std::string(expected) + ", but ";
  if (found.kind == TokenKind::end) {
    message += "the query ends here";
  } else {
    message += "found '" +
               std::string(text_.substr(found.begin, std::min<std::size_t>(found.end - found.begin, 40))) +
               "'";
  }
  return wrong(found.begin, "UnexpectedSyntax", std::move(message),
               found.kind == TokenKind::name ? hint_for(found.text, keywords) : std::string());
}

bool Parser::is_name(std::size_t ahead) const {
  const auto kind = token(ahead).kind;
  return kind == TokenKind::name || kind == TokenKind::quoted_name;
}

bool Parser::is_variable(std::size_t ahead) const {
  if (token(ahead).kind == TokenKind::quoted_name) return true;
  return token(ahead).kind == TokenKind::name && !is_reserved(token(ahead).text);
}

bool Parser::variable(std::string& out, std::string_view where) {
  if (failed_) return false;
  if (!is_variable()) return unexpected("a variable " + std::string(where));
  out = token().text;
  ++at_;
  return true;
}

bool Parser::schema_name(std::string& out, std::string_view where) {
  if (failed_) return false;
  if (!is_name()) return unexpected("a name " + std::string(where));
  out = token().text;
  ++at_;
  return true;
}

ExprPtr Parser::finish(ExprPtr expr) {
  if (failed_ || !expr) return nullptr;
  expr->range.end = last_end();
  for_each_child(*expr, [&](const Expr& child) { expr->depth = std::max(expr->depth, child.depth + 1); });
  if (expr->depth <= kMaxDepth) return expr;
  wrong(expr->range.begin, "TooDeep",
        "the expression is nested deeper than " + std::to_string(kMaxDepth) + " levels");
  error_.kind = ErrorKind::limit;
  return nullptr;
}

NestingGuard::NestingGuard(Parser& parser) : parser_(parser) {
  if (++parser_.nesting_ <= kMaxNesting || parser_.failed_) return;
  parser_.too_deep("the query is nested deeper than " + std::to_string(kMaxNesting) + " levels");
}

Result<Statement> parse_statement(std::string_view text) {
  auto tokens = tokenize(text);
  if (!tokens) return fail(std::move(tokens.error()));
  Parser parser(text, std::move(*tokens));
  Statement statement;
  if (!parser.statement(statement)) return fail(parser.take_error());
  return statement;
}

}  // namespace entente::query
