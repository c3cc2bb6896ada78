// SPDX-License-Identifier: Apache-2.0
#include "text/reader.hpp"

#include "support/catch.hpp"

using namespace entente;

TEST_CASE("a text stays as it is but for the byte order mark") {
  const auto document = document_from_bytes("\xEF\xBB\xBFone\r\ntwo \xC3\xA9\r\n", "a.txt");
  REQUIRE(document);
  CHECK(document->text == "one\r\ntwo \xC3\xA9\r\n");
  CHECK(document->id == make_document(document->text, "other").id);
  CHECK(document->name == "a.txt");
  CHECK(document_from_bytes("", "empty")->text.empty());
}

TEST_CASE("what is no text is named with the place") {
  const auto binary = document_from_bytes(std::string("PK\n\0\1", 5), "a.txt");
  REQUIRE_FALSE(binary);
  CHECK(binary.error().kind == ErrorKind::input_output);
  CHECK(to_text(binary.error()) == "a.txt:2: a binary file, not a text: NUL byte at byte 3");

  const auto latin1 = document_from_bytes("caf\xE9 au lait", "b.txt");
  REQUIRE_FALSE(latin1);
  CHECK(latin1.error().message == "not valid UTF-8 at byte 3");
  CHECK(latin1.error().place.byte_offset == 3);
}
