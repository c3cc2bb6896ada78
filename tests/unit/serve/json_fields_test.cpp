// SPDX-License-Identifier: Apache-2.0
#include "serve/json_fields.hpp"

#include "support/catch.hpp"

using namespace entente::serve;

namespace {

std::string wrong_in(const std::string& body) {
  JsonFields fields(body);
  static_cast<void>(fields.text("name", true));
  static_cast<void>(fields.flag("flag", false));
  static_cast<void>(fields.number("number", 1, 10));
  static_cast<void>(fields.one_of("word", {"a", "b"}));
  static_cast<void>(fields.texts("list", 2));
  static_cast<void>(fields.object("map"));
  const auto status = fields.done();
  return status ? "" : status.error().message;
}

}  // namespace

TEST_CASE("fields are read with their types") {
  JsonFields fields(
      R"({"name": "x", "flag": true, "number": 7, "word": "b", "list": ["p", "q"], "map": {"k": 1}})");
  CHECK(fields.text("name", true) == "x");
  CHECK(fields.flag("flag", false));
  CHECK(fields.number("number", 1, 10) == 7);
  CHECK(fields.one_of("word", {"a", "b"}) == "b");
  CHECK(fields.texts("list", 2).size() == 2);
  CHECK(fields.object("map")["k"] == 1);
  CHECK(fields.done());
}

TEST_CASE("the first thing that is wrong is told") {
  CHECK(wrong_in(R"({"name": "x"})").empty());
  CHECK(wrong_in(R"({"name": "x", "flag": null})").empty());
  CHECK(wrong_in("{}") == "'name' is missing");
  CHECK(wrong_in("[]") == "the body is no JSON object");
  CHECK(wrong_in("{") == "the body is no JSON object");
  CHECK(wrong_in(std::string(1000, '[')) == "the body is nested too deeply");
  CHECK(wrong_in(R"({"name": 1})") == "'name' must be a text");
  CHECK(wrong_in(R"({"name": "x", "flag": 1})") == "'flag' must be true or false");
  for (const char* number : {"0", "11", "-1", "1.5", "\"1\"", "1e400"})
    CHECK_FALSE(wrong_in(std::string(R"({"name": "x", "number": )") + number + "}").empty());
  CHECK(wrong_in(R"({"name": "x", "word": "c"})") == "'word' must be one of: a, b");
  CHECK(wrong_in(R"({"name": "x", "list": ["a", "b", "c"]})") == "'list' must be a list of at most 2 texts");
  CHECK(wrong_in(R"({"name": "x", "list": [1]})") == "'list' must be a list of at most 2 texts");
  CHECK(wrong_in(R"({"name": "x", "map": []})") == "'map' must be an object");
  CHECK(wrong_in(R"({"name": "x", "nmae": "y"})") == "the field 'nmae' is not known");
}
