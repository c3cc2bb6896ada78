// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include "support/catch.hpp"

using namespace entente;

TEST_CASE("ill-formed UTF-8 is found at its first byte") {
  CHECK_FALSE(utf8::first_invalid_byte("Åland €").has_value());
  CHECK(utf8::first_invalid_byte("ab\xFFz") == 2u);
  CHECK(utf8::first_invalid_byte("\xC0\xAF") == 0u);       // overlong
  CHECK(utf8::first_invalid_byte("x\xED\xA0\x80") == 1u);  // surrogate
  CHECK(utf8::first_invalid_byte("end \xE2\x82") == 4u);   // cut short
}

TEST_CASE("decode and encode are inverse") {
  const std::string text = "aé€😀";
  CHECK(utf8::decode(text).size() == 4);
  CHECK(utf8::encode(utf8::decode(text)) == text);
  CHECK(utf8::length(text) == 4);
}

TEST_CASE("marks can be stripped with the case kept") {
  CHECK(utf8::strip_marks("Côte d'Ivoire, Łódź") == "Cote d'Ivoire, Łodz");
  CHECK(utf8::strip_marks("plain") == "plain");
}

TEST_CASE("slug strips marks and punctuation") {
  CHECK(utf8::slug("Côte d'Ivoire") == "cote-d-ivoire");
  CHECK(utf8::slug("  Luiz Inácio Lula da Silva ") == "luiz-inacio-lula-da-silva");
  CHECK(utf8::slug("G20") == "g20");
  CHECK(utf8::slug("!?").empty());
}

TEST_CASE("code points and bytes map both ways") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "a€";
  const utf8::CodePointIndex index(text);
  CHECK(index.code_point_of_byte(0) == 0);
  CHECK(index.code_point_of_byte(4) == 2);
  CHECK(index.code_point_of_byte(text.size()) == 400);
  CHECK(index.byte_of_code_point(399) == text.size() - 3);
  CHECK(index.byte_of_code_point(400) == text.size());
  const utf8::CodePointIndex ascii("abc");
  CHECK(ascii.code_point_of_byte(2) == 2);
}

TEST_CASE("width counts terminal columns") {
  CHECK(utf8::display_width("abc") == 3);
  CHECK(utf8::display_width("世界") == 4);
  CHECK(utf8::display_width("e\xCC\x81") == 1);
  CHECK(utf8::display_width("\U0001F30D") == 2);                                  // one code point
  CHECK(utf8::display_width("\U0001F468\u200D\U0001F469\u200D\U0001F467") == 2);  // joined ones
  CHECK(utf8::display_width("\U0001F44D\U0001F3FD") == 2);                        // with a tone of skin
  CHECK(utf8::display_width("\U0001F1EB\U0001F1F7\U0001F1E9\U0001F1EA") == 4);    // two flags
  CHECK(utf8::display_width("\u2764\uFE0F") == 2);                                // a sign shown as a picture
  std::size_t i = 0;
  CHECK(utf8::next_cluster("e\u0301x", i) == "e\u0301");
  CHECK(i == 3);
  CHECK(utf8::size_of_character("\xE4\xB8\xAD!") == 3);
  CHECK(utf8::size_of_character("\xE4\xB8") == 0);
  CHECK(utf8::size_of_character("\xFF") == 0);
}

TEST_CASE("lower case of bytes that are no text") {
  CHECK(utf8::lower("\xFF"
                    "A\xC3") ==
        "\xFF"
        "a\xC3");  // a character cut off at the end
  CHECK(utf8::lower("\xE2\x82"
                    "B") ==
        "\xE2\x82"
        "b");
}
