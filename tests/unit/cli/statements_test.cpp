// SPDX-License-Identifier: Apache-2.0
#include "cli/statements.hpp"

#include "support/catch.hpp"

using namespace entente::cli;
using List = std::vector<std::string>;

TEST_CASE("statements end at semicolons outside quotes and comments") {
  const Statements s =
      split_statements("MATCH (a)\nRETURN a; RETURN ';' ; RETURN \"a\\\";b\" /* ; */;\n RETURN `x;y` // ;\n");
  CHECK(s.complete == List{"MATCH (a)\nRETURN a;", "RETURN ';' ;", "RETURN \"a\\\";b\" /* ; */;"});
  CHECK(s.rest == "RETURN `x;y` // ;");
}

TEST_CASE("comments and white space alone are no statement") {
  const Statements s = split_statements("// title\n ; ;\n/* more; */ ");
  CHECK(s.complete.empty());
  CHECK(s.rest.empty());
  CHECK(split_statements("").rest.empty());
}

TEST_CASE("what is never closed stays open") {
  CHECK(split_statements("RETURN 'a;").complete.empty());
  CHECK(split_statements("RETURN 'a;").rest == "RETURN 'a;");
  CHECK(split_statements("RETURN 1 /* ;").rest == "RETURN 1 /* ;");
  CHECK(split_statements("RETURN '\\").rest == "RETURN '\\");
}
