// SPDX-License-Identifier: Apache-2.0
#include "base/escape.hpp"

#include "support/catch.hpp"

namespace {

std::string escaped(std::string_view text, std::string_view marked) {
  std::string out;
  for (const char c : text) entente::append_escaped(out, c, marked);
  return out;
}

}  // namespace

TEST_CASE("what would break a line is escaped") {
  CHECK(escaped("a\nb\rc\td", "") == "a\\nb\\rc\\td");
  CHECK(escaped("it's \\ né", "") == "it's \\ né");
}

TEST_CASE("marked characters get a backslash") {
  CHECK(escaped("it's \\ \"né\"", "'\\") == "it\\'s \\\\ \"né\"");
}
