// SPDX-License-Identifier: Apache-2.0
#include "cli/grid.hpp"

#include "support/catch.hpp"

using namespace entente::cli;

namespace {

Grid sample() {
  Grid grid{{"name", "n"}, {}};
  grid.rows.push_back({text_cell("a|b, \"c\"\td\\"), number_cell(12)});
  grid.rows.push_back({text_cell("two\nlines"), number_cell(3)});
  return grid;
}

}  // namespace

TEST_CASE("TSV keeps one row a line") {
  CHECK(to_text(sample(), Format::tsv, {}) == "name\tn\na|b, \"c\"\\td\\\\\t12\ntwo\\nlines\t3\n");
}

TEST_CASE("CSV quotes what it must") {
  CHECK(to_text(sample(), Format::csv, {}) == "name,n\n\"a|b, \"\"c\"\"\td\\\",12\n\"two\nlines\",3\n");
}

TEST_CASE("JSON and JSONL are JSON") {
  CHECK(to_text(sample(), Format::jsonl, {}) ==
        "{\"name\":\"a|b, \\\"c\\\"\\td\\\\\",\"n\":12}\n{\"name\":\"two\\nlines\",\"n\":3}\n");
  CHECK(to_text(Grid{{"a"}, {}}, Format::json, {}) == "[\n]\n");
  CHECK(to_text(Grid{{"a"}, {{number_cell(1)}, {number_cell(2)}}}, Format::json, {}) ==
        "[\n{\"a\":1},\n{\"a\":2}\n]\n");
}

TEST_CASE("Markdown keeps its columns") {
  CHECK(to_text(sample(), Format::md, {}) ==
        "| name | n |\n| --- | ---: |\n| a\\|b, \"c\"\td\\ | 12 |\n| two lines | 3 |\n");
}

TEST_CASE("formats by name") {
  for (const std::string& name : format_names()) CHECK(format_from_text(name));
  for (const std::string& name : answer_format_names()) CHECK(format_from_text(name));
  CHECK(answer_format_names().size() == format_names().size() + 1);
  CHECK(format_from_text("ttl") == Format::turtle);
  CHECK_FALSE(format_from_text("xml"));
}

TEST_CASE("a line a value") {
  CHECK(to_text(sample(), Format::line, {}) ==
        "name = a|b, \"c\" d\\\n   n = 12\n\nname = two\n       lines\n   n = 3\n");
}
