// SPDX-License-Identifier: Apache-2.0
#include "nlp/chunks.hpp"

#include <string>

#include "base/utf8.hpp"
#include "support/catch.hpp"

using namespace entente;

namespace {

std::vector<std::string> cut(const std::string& text, std::size_t limit) {
  std::vector<std::string> pieces;
  for (const Span span : nlp::chunks(text, limit)) pieces.push_back(text.substr(span.begin, span.size()));
  return pieces;
}

}  // namespace

TEST_CASE("a text within the limit is one piece, an empty one none") {
  CHECK(nlp::chunks("").empty());
  CHECK(cut("China met WHO.", 16) == std::vector<std::string>{"China met WHO."});
}

TEST_CASE("blank lines, then sentences, then words, then code points") {
  CHECK(cut("One one.\n\nTwo. Three", 18) == std::vector<std::string>{"One one.\n\n", "Two. Three"});
  CHECK(cut("One two three. Four five", 18) == std::vector<std::string>{"One two three. ", "Four five"});
  CHECK(cut("One two Three four five", 18) == std::vector<std::string>{"One two Three ", "four five"});
  for (const auto& piece : cut("ééééééééééééééééééé", 17)) {
    CHECK(piece.size() <= 17);
    CHECK_FALSE(utf8::first_invalid_byte(piece));
  }
}

TEST_CASE("the pieces make up the text") {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += (i % 7 == 0 ? "x.\n\n" : i % 3 == 0 ? "été " : "longword") + std::to_string(i);
  for (const std::size_t limit : {16u, 17u, 100u, 4096u}) {
    std::string joined;
    for (const auto& piece : cut(text, limit)) {
      CHECK(piece.size() <= limit);
      joined += piece;
    }
    CHECK(joined == text);
  }
}
