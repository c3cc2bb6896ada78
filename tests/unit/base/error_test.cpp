// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

#include "support/catch.hpp"

using namespace entente;

TEST_CASE("an error prints the parts of its place that are known") {
  CHECK(to_text(Error{ErrorKind::data, "bad name", {"a.ttl", 3, 7}, "did you mean b"}) ==
        "a.ttl:3:7: bad name (did you mean b)");
  CHECK(to_text(Error{ErrorKind::input_output, "not UTF-8", {.file = "x.txt", .byte_offset = 12}, ""}) ==
        "x.txt: not UTF-8 at byte 12");
  CHECK(to_text(Error{ErrorKind::usage, "no input", {}, ""}) == "no input");
}
