// SPDX-License-Identifier: Apache-2.0
#include "app/json_documents.hpp"

#include <sstream>

#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;

TEST_CASE("portions pass over blank lines and keep count of them") {
  std::istringstream in("{\"text\": \"a\"}\n\n  \r\n{\"text\": }\n");
  JsonDocuments documents(in, "f");
  const auto portion = documents.next_portion();
  REQUIRE(portion.size() == 2);
  CHECK(portion[0]);
  CHECK(portion[1].error().place.line == 4);
  CHECK(documents.next_portion().empty());
}
