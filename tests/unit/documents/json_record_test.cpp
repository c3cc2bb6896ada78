// SPDX-License-Identifier: Apache-2.0
#include "documents/json_record.hpp"

#include "support/catch.hpp"

using namespace entente;
using namespace entente::documents;

namespace {

std::string fault(const std::string& line) {
  const auto document = parse_json_record(line, 7, "in.jsonl");
  return document ? "" : to_text(document.error());
}

}  // namespace

TEST_CASE("a line is a document") {
  const auto input =
      parse_json_record(R"({"id": 12, "text": "Caf\u00e9.", "date": "2020-06", "title": null})", 1, "-");
  REQUIRE(input);
  CHECK(input->id == "12");
  CHECK(input->document.text == "Café.");
  CHECK(input->document.date == "2020-06");
  CHECK(input->document.id == make_document("Café.", "").id);
  CHECK(parse_json_record(R"({"text": "x"})", 1, "-")->id == make_document("x", "").id);
}

TEST_CASE("what is no document is named with its line") {
  CHECK(fault("{\"id\": 1") == "in.jsonl:7:9: not valid JSON");
  CHECK(fault("[1]").find("in.jsonl:7: not a JSON object") == 0);
  CHECK(fault("{\"id\": \"a\"}").find("in.jsonl:7: no \"text\"") == 0);
  CHECK(fault(R"({"text": 1})") == "in.jsonl:7: \"text\" is not a text");
  CHECK(fault(R"({"text": "a\u0000b"})").find("in.jsonl:7: a binary file") == 0);
  CHECK(fault("{\"text\": \"\xE9\"}").find("not valid JSON") != std::string::npos);
  CHECK(fault("{\"text\": " + std::string(100000, '[')).find("in.jsonl:7") == 0);
  CHECK(fault(R"({"text": "x", "n": 1e999})").find("in.jsonl:7: a number is too large") == 0);
}

TEST_CASE("fields may have other names, and stand within objects") {
  const auto fields = parse_fields({"id=key,text=article.body", "date=published"});
  REQUIRE(fields);
  const std::string line =
      R"({"key": "k", "article": {"body": "x", "text": "y"}, "published": "4 May 2021", "date": "2020"})";
  const auto record = parse_json_record(line, 1, "f", *fields);
  REQUIRE(record);
  CHECK(record->id == "k");
  CHECK(record->document.text == "x");
  CHECK(record->document.date == "2021-05-04");
  CHECK(parse_json_record(R"({"article.body": "dotted"})", 1, "f", *fields)->document.text == "dotted");
  CHECK_FALSE(parse_json_record(R"({"article": "flat"})", 1, "f", *fields));
}

TEST_CASE("what is no field is told") {
  for (const char* wrong : {"", "text", "text=", "=a", "body=text", "text=a,,date=b"}) {
    INFO(wrong);
    CHECK(parse_fields({wrong}).error().kind == ErrorKind::usage);
  }
}
