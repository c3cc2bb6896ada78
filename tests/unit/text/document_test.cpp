// SPDX-License-Identifier: Apache-2.0
#include "text/document.hpp"

#include "base/sha256.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;

TEST_CASE("a document's id is the hash of its text and of nothing else") {
  const Document one = make_document("abc", "one.txt"), two = make_document("abc", "two.txt");
  CHECK(one.id == "ba7816bf8f01cfea");
  CHECK(one.id == two.id);
  CHECK(one.id == sha256_hex("abc").substr(0, 16));
  CHECK(make_document("abc ", "one.txt").id != one.id);
}

TEST_CASE("a document keeps text and name as they came") {
  const Document document = make_document("a\r\n\n b", "x y.txt");
  CHECK(document.text == "a\r\n\n b");
  CHECK(document.name == "x y.txt");
  CHECK(document.date.empty());
}

}  // namespace
