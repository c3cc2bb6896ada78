// SPDX-License-Identifier: Apache-2.0
#include "extract/quantity.hpp"

#include "support/catch.hpp"
#include "unit/extract/words.hpp"

using namespace entente;
using test::Words;

namespace {

// "bound value unit" of the first quantity.
std::string quantity(const std::string& words) {
  const Words text(words);
  const auto found = extract::read_quantity(text.reading, 0, text.size());
  if (!found) return "none";
  return found->bound + " " + found->value + " " + found->unit;
}

}  // namespace

TEST_CASE("numbers in digits and words become decimal text") {
  CHECK(quantity("150/CD countries/NNS") == "exact 150 country");
  CHECK(quantity("Twenty/CD -/HYPH six/CD medical/JJ teams/NNS") == "exact 26 team");
  CHECK(quantity("twenty-six/CD teams/NNS") == "exact 26 team");
  CHECK(quantity("56.8/CD billion/CD masks/NNS") == "exact 56800000000 mask");
  CHECK(quantity("1,200/CD tents/NNS") == "exact 1200 tent");
  CHECK(quantity("a/DT dozen/NN trucks/NNS") == "exact 12 truck");
}

TEST_CASE("bounds stand before the number") {
  CHECK(quantity("nearly/RB 150/CD masks/NNS") == "nearly 150 mask");
  CHECK(quantity("more/JJR than/IN 110/CD masks/NNS") == "moreThan 110 mask");
  CHECK(quantity("at/IN least/JJS 90/CD masks/NNS") == "atLeast 90 mask");
  CHECK(quantity("no/RB fewer/JJR than/IN 3/CD masks/NNS") == "atLeast 3 mask");
  CHECK(quantity("up/RB to/IN 40/CD masks/NNS") == "atMost 40 mask");
  CHECK(quantity("about/RB 40/CD masks/NNS") == "about 40 mask");
}

TEST_CASE("money is told by sign or noun") {
  CHECK(quantity("$/$ 38/CD million/CD") == "exact 38000000 USD");
  CHECK(quantity("$/$ 221bn/CD") == "exact 221000000000 USD");
  CHECK(quantity("75/CD million/CD dollars/NNS") == "exact 75000000 USD");
  CHECK(quantity("6/CD %/NN") == "exact 6 percent");
}

TEST_CASE("dates, years and numbered things count nothing") {
  CHECK(quantity("March/NNP/DATE 3/CD/DATE") == "none");
  CHECK(quantity("2019/CD") == "none");
  CHECK(quantity("Resolution/NNP 1701/CD") == "none");
}

TEST_CASE("the text of a quantity is the document's words") {
  const Words text("sent/VBD nearly/RB 150/CD old/JJ masks/NNS yesterday/NN/DATE");
  const auto found = extract::read_quantity(text.reading, 0, text.size());
  REQUIRE(found);
  CHECK(found->text == "nearly 150 old masks");
}

TEST_CASE("scaling is exact") {
  CHECK(extract::scaled("2.5", 6) == "2500000");
  CHECK(extract::scaled("0.125", 2) == "12.5");
  CHECK(extract::scaled("0", 3) == "0");
}
