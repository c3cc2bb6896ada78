// SPDX-License-Identifier: Apache-2.0
#include "nlp/msgpack.hpp"

#include "support/catch.hpp"

using namespace entente;
using nlp::Msgpack;
using namespace std::string_literals;

TEST_CASE("msgpack values of every kind are read") {
  // {"a": [1, -2, 300, true, nil], "b": bin "xy", 7: 1.5}
  const auto read = Msgpack::parse(
      "\x83\xA1"s
      "a\x95\x01\xFE\xCD\x01\x2C\xC3\xC0\xA1"s
      "b\xC4\x02xy\x07\xCB\x3F\xF8\0\0\0\0\0\0"s,
      "f");
  REQUIRE(read);
  const auto root = (*read)->root();
  CHECK(root.kind() == Msgpack::Kind::map);
  CHECK(root.size() == 3);
  const auto list = root.find("a")->children();
  REQUIRE(list.size() == 5);
  CHECK(list[0].unsigned_integer() == 1u);
  CHECK(list[1].integer() == -2);
  CHECK_FALSE(list[1].unsigned_integer());
  CHECK(list[2].integer() == 300);
  CHECK(list[3].boolean() == true);
  CHECK(list[4].kind() == Msgpack::Kind::nil);
  CHECK(root.find("b")->text() == "xy");
  CHECK_FALSE(root.find("c"));
  CHECK(root.children()[5].kind() == Msgpack::Kind::real);
}

TEST_CASE("a value cut short anywhere is an error with file and byte") {
  const std::string whole =
      "\x82\xA1"s
      "a\xDC\x00\x02\x01\xD9\x03xyz\xA1"s
      "b\xCF\x01\x02\x03\x04\x05\x06\x07\x08"s;
  REQUIRE(Msgpack::parse(whole, "f"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto read = Msgpack::parse(whole.substr(0, size), "cut");
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::data);
    CHECK(read.error().place.file == "cut");
    CHECK(read.error().place.byte_offset <= size);
  }
}

TEST_CASE("sizes that no file can hold are refused at once") {
  CHECK_FALSE(Msgpack::parse("\xDD\xFF\xFF\xFF\xFF\x01"s, "f"));  // array of 4 G elements
  CHECK_FALSE(Msgpack::parse("\xDF\xFF\xFF\xFF\xFF\x01"s, "f"));
  CHECK_FALSE(Msgpack::parse("\xC6\xFF\xFF\xFF\xFF\x01"s, "f"));
  CHECK_FALSE(Msgpack::parse(std::string(1000, '\x91') + "\x01", "f"));  // nested too deeply
  CHECK_FALSE(Msgpack::parse("\xC1"s, "f"));
  CHECK_FALSE(Msgpack::parse("\x01\x01"s, "f"));  // two values
}
