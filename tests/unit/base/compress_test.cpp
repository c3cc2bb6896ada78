// SPDX-License-Identifier: Apache-2.0
#include "base/compress.hpp"

#include <zlib.h>

#include "support/catch.hpp"

namespace {

using namespace entente;

TEST_CASE("base 64 as RFC 4648 shows it") {
  CHECK(base64("").empty());
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foob") == "Zm9vYg==");
  CHECK(base64("fooba") == "Zm9vYmE=");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64(std::string("\xff\xfe\x00", 3)) == "//4A");
}

TEST_CASE("what is compressed comes back, and repetition makes it small") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i % 97) + " and ";
  for (const std::string& bytes : {std::string(), std::string("x"), text}) {
    const std::string packed = compressed(bytes);
    std::string back(bytes.size() + 1, '\0');
    uLongf size = static_cast<uLongf>(back.size());
    REQUIRE(uncompress(reinterpret_cast<Bytef*>(back.data()), &size,
                       reinterpret_cast<const Bytef*>(packed.data()),
                       static_cast<uLong>(packed.size())) == Z_OK);
    back.resize(size);
    CHECK(back == bytes);
  }
  CHECK(compressed(text).size() < text.size() / 20);
}

}  // namespace
