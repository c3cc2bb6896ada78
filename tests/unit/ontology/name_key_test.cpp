// SPDX-License-Identifier: Apache-2.0
#include "ontology/gazetteer.hpp"
#include "support/catch.hpp"

using entente::ontology::name_key;

TEST_CASE("a name's key is plain, lower case, one space between words") {
  CHECK(name_key("China") == "china");
  CHECK(name_key("  United \t States\nof America ") == "united states of america");
  CHECK(name_key("Côte d’Ivoire") == "cote d'ivoire");
  CHECK(name_key("Asia–Pacific") == "asia-pacific");
  CHECK(name_key("“Quoted”") == "\"quoted\"");
  CHECK(name_key("Việt Nam") == "viet nam");
  CHECK(name_key("").empty());
  CHECK(name_key(" \n ").empty());
}

TEST_CASE("acronyms keep their case and lose their full stops") {
  CHECK(name_key("WHO") == "WHO");
  CHECK(name_key("who") == "who");
  CHECK(name_key("Who") == "who");
  CHECK(name_key("U.S.") == "US");
  CHECK(name_key("U.S") == "US");
  CHECK(name_key("U.N. Security Council") == "UN security council");
  CHECK(name_key("G20") == "G20");
  CHECK(name_key("COVID-19") == "COVID-19");
  CHECK(name_key("ECOWAS") == "ECOWAS");
  CHECK(name_key("MERCOSUR") == "mercosur");
  CHECK(name_key("UN-led") == "un-led");
  CHECK(name_key("George W. Bush") == "george W bush");
  CHECK(name_key("St. Petersburg") == "st. petersburg");
  CHECK(name_key("№ 10") == "no 10");
  CHECK(name_key("ООН") == "ООН");
  CHECK(name_key("12") == "12");
}
