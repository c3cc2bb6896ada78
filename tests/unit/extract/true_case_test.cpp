// SPDX-License-Identifier: Apache-2.0
#include "extract/true_case.hpp"

#include "support/catch.hpp"

using namespace entente::extract;

namespace {

std::string heading(const std::string& document, const std::string& text) {
  return TrueCase(document).heading(MappedText::of(text, 0)).text;
}

}  // namespace

TEST_CASE("headings in capitals are written as the text writes their words") {
  const std::string document =
      "MINISTER WELCOMES RELEASE OF UNMISS STAFF IN CHAD\n\nHe welcomes the release, UNMISS said. Its staff "
      "left Chad.\n";
  CHECK(heading(document, "MINISTER WELCOMES RELEASE OF UNMISS STAFF IN CHAD") ==
        "Minister welcomes release of UNMISS staff in Chad");
}

TEST_CASE("short headings, small letters and a text all in capitals are left alone or given capitals") {
  CHECK(heading("he said so", "PRESS RELEASE TODAY") == "PRESS RELEASE TODAY");
  CHECK(heading("he said so", "The UN welcomes a release in Chad") == "The UN welcomes a release in Chad");
  CHECK(heading("", "REBELS LEAVE CHAD IN MAY") == "Rebels Leave Chad in May");
  CHECK(heading("", "").empty());
}

TEST_CASE("the way back to the document stays") {
  const MappedText made = TrueCase("a c\n").heading(MappedText::of("A B C D", 5));
  CHECK(made.text == "A B c D");
  CHECK(made.original.front() == 5);
  CHECK(made.original.size() == 8);
}
