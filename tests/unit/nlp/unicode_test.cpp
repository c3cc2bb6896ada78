// SPDX-License-Identifier: Apache-2.0
#include "nlp/unicode.hpp"

#include "support/catch.hpp"

namespace unicode = entente::nlp::unicode;
using unicode::Property;

TEST_CASE("lower case as Python has it") {
  CHECK(unicode::lower("G20 SUMMIT") == "g20 summit");
  CHECK(unicode::lower("ÉÀÜ Я Ϊ Ⅷ Ⓐ") == "éàü я ϊ ⅷ ⓐ");
  CHECK(unicode::lower("İ") == "i\u0307");
  CHECK(unicode::lower("ΟΔΟΣ") == "οδος");      // a final sigma
  CHECK(unicode::lower("ΟΔΟΣ.Α") == "οδοσ.α");  // the full stop does not count
  CHECK(unicode::lower("Σ") == "σ");
  CHECK(unicode::lower("ΑΣ'") == "ας'");
  CHECK(unicode::lower("𐐀") == "𐐨");
}

TEST_CASE("white space and letters as Python has them") {
  CHECK(unicode::all_space(" \t\n\u0085\u00A0\u2028\u3000\x1C"));
  CHECK_FALSE(unicode::all_space(" \u200B"));
  CHECK(unicode::all_alpha("naïveя中"));
  CHECK_FALSE(unicode::all_alpha("a1"));
  CHECK_FALSE(unicode::all_alpha(""));
  CHECK(unicode::has(U'²', Property::digit));
  CHECK_FALSE(unicode::has(U'²', Property::decimal));
  CHECK(unicode::has(U'°', Property::symbol));
  CHECK_FALSE(unicode::has(0x110000, Property::alpha));
}

TEST_CASE("first and last code points") {
  CHECK(unicode::first_length("été") == 2);
  CHECK(unicode::first_length("") == 0);
  CHECK(unicode::last("naïveté", 3) == "eté");
  CHECK(unicode::last("é", 3) == "é");
}
