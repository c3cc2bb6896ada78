// SPDX-License-Identifier: Apache-2.0
#include "app/json_documents.hpp"

#include <sstream>

#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;

namespace {

std::string fault(const std::string& line) {
  const auto document = parse_json_document(line, 7, "in.jsonl");
  return document ? "" : to_text(document.error());
}

}  // namespace

TEST_CASE("a line is a document") {
  const auto input =
      parse_json_document(R"({"id": 12, "text": "Caf\u00e9.", "date": "2020-06", "title": null})", 1, "-");
  REQUIRE(input);
  CHECK(input->id == "12");
  CHECK(input->document.text == "Café.");
  CHECK(input->document.date == "2020-06");
  CHECK(input->document.id == make_document("Café.", "").id);
  CHECK(parse_json_document(R"({"text": "x"})", 1, "-")->id == make_document("x", "").id);
}

TEST_CASE("what is no document is named with its line") {
  CHECK(fault("{\"id\": 1") == "in.jsonl:7:9: not valid JSON");
  CHECK(fault("[1]").find("in.jsonl:7: not a JSON object") == 0);
  CHECK(fault("{\"id\": \"a\"}").find("in.jsonl:7: no \"text\"") == 0);
  CHECK(fault(R"({"text": 1})") == "in.jsonl:7: \"text\" is not a text");
  CHECK(fault(R"({"text": "a\u0000b"})").find("in.jsonl:7: a binary file") == 0);
  CHECK(fault("{\"text\": \"\xE9\"}").find("not valid JSON") != std::string::npos);
  CHECK(fault("{\"text\": " + std::string(100000, '[')).find("in.jsonl:7") == 0);
}

TEST_CASE("portions pass over blank lines and keep count of them") {
  std::istringstream in("{\"text\": \"a\"}\n\n  \r\n{\"text\": }\n");
  JsonDocuments documents(in, "f");
  const auto portion = documents.next_portion();
  REQUIRE(portion.size() == 2);
  CHECK(portion[0]);
  CHECK(portion[1].error().place.line == 4);
  CHECK(documents.next_portion().empty());
}
