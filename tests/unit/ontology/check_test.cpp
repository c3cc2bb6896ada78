// SPDX-License-Identifier: Apache-2.0
#include "ontology/check.hpp"

#include "support/catch.hpp"

using namespace entente;

TEST_CASE("the published ontology has no faults") {
  std::string text;
  for (const Error& fault : ontology::check("ontology")) text += to_text(fault) + "\n";
  REQUIRE(text == "");
}
