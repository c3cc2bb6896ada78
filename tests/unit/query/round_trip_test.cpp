// SPDX-License-Identifier: Apache-2.0
#include "query/parser.hpp"
#include "query/printer.hpp"
#include "query/query.hpp"
#include "support/catch.hpp"
#include "unit/query/random_text.hpp"

using namespace entente;

namespace {

/// The shape of an expression with every bracket, so that a tree that prints alike but binds otherwise is
/// seen.
std::string shape(const query::Expr& expr) {
  std::string text = "(" + std::to_string(static_cast<int>(expr.kind)) + "/" +
                     std::to_string(static_cast<int>(expr.op)) + expr.name;
  for (const auto op : expr.ops) text += "," + std::to_string(static_cast<int>(op));
  for (const auto& arg : expr.args) text += arg ? shape(*arg) : "-";
  return text + ")";
}

std::string shape(const query::Statement& statement) {
  std::string text;
  for (const auto& part : statement.parts) {
    for (const auto& clause : part.clauses) {
      if (const auto* match = std::get_if<query::MatchClause>(&clause); match && match->where)
        text += shape(*match->where);
      if (const auto* project = std::get_if<query::ProjectionClause>(&clause))
        for (const auto& item : project->items) text += shape(*item.expr);
      text += ";";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("printing a query and parsing it gives the same query") {
  test::Dice dice(7);
  int tried = 0;
  for (int i = 0; i < 3000; ++i) {
    const auto text = test::random_query(dice);
    const auto first = query::parse_statement(text);
    INFO(text << "\n" << (first ? std::string() : to_text(first.error())));
    REQUIRE(first.has_value());
    const auto printed = query::print(*first);
    const auto second = query::parse_statement(printed);
    INFO(printed << "\n" << (second ? std::string() : to_text(second.error())));
    REQUIRE(second.has_value());
    REQUIRE(query::print(*second) == printed);
    REQUIRE(shape(*second) == shape(*first));
    ++tried;
  }
  CHECK(tried == 3000);
}

TEST_CASE("what the checker accepts it accepts as printed") {
  test::Dice dice(11);
  int accepted = 0;
  for (int i = 0; i < 500; ++i) {
    const auto text = test::random_query(dice);
    const auto made = query::Query::parse(text);
    if (!made) continue;
    ++accepted;
    const auto again = query::Query::parse(made->to_text());
    INFO(text << "\n" << made->to_text());
    REQUIRE(again.has_value());
    CHECK(again->to_text() == made->to_text());
  }
  CHECK(accepted > 200);
}
