// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.hpp"

#include "support/catch.hpp"

TEST_CASE("SHA-256 agrees with the standard's examples") {
  CHECK(entente::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(entente::short_hash("") == "e3b0c44298fc1c14");
}
