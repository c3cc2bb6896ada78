// SPDX-License-Identifier: Apache-2.0
#include "cli/aligned_table.hpp"

#include <sstream>

#include "base/utf8.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::cli;

TEST_CASE("columns stand in line by what a terminal shows") {
  Grid grid{{"name", "n"}, {}};
  grid.rows.push_back({text_cell("中国"), number_cell(7)});
  grid.rows.push_back({text_cell("Côte d'Ivoire"), number_cell(12)});
  CHECK(aligned_table(grid, {}) ==
        "name            n\n"
        "─────────────  ──\n"
        "中国            7\n"
        "Côte d'Ivoire  12\n"
        "(2 rows)\n");
}

TEST_CASE("a table stays within the terminal where that is possible") {
  Grid grid{{"who", "sentence"}, {}};
  grid.rows.push_back({text_cell("China"), text_cell(std::string(200, 'x'))});
  std::istringstream lines(aligned_table(grid, {60, false}));
  for (std::string line; std::getline(lines, line);) CHECK(utf8::display_width(line) <= 60);
  CHECK(aligned_table(grid, {60, false}).find("…") != std::string::npos);
  CHECK(aligned_table(grid, {60, false}).find("China") != std::string::npos);
  CHECK_FALSE(aligned_table(grid, {1, false}).empty());
}

TEST_CASE("a cut ends with an ellipsis and never in the middle of a character") {
  CHECK(cut_to_width("abc", 3) == "abc");
  CHECK(cut_to_width("abcd", 3) == "ab…");
  CHECK(cut_to_width("中国人", 4) == "中…");
}

TEST_CASE("line breaks inside a field do not break the table") {
  const std::string table = aligned_table(Grid{{"a"}, {{text_cell("x\ny\x1b[2J")}}}, {});
  CHECK(table.find("x y [2J") != std::string::npos);
  CHECK(table.find("(1 row)") != std::string::npos);
}

TEST_CASE("what does not fit beside the other columns is left out and counted") {
  Grid grid{{"a", "b", "c", "d", "e"}, {}};
  grid.rows.emplace_back(5, text_cell(std::string(30, 'x')));
  const std::string table = aligned_table(grid, {40, false});
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) CHECK(utf8::display_width(line) <= 40);
  CHECK(table.find("(1 row; 1 column does not fit)") != std::string::npos);
}

TEST_CASE("the head is bold where colours are wanted") {
  const Grid grid{{"a"}, {{text_cell("x")}}};
  CHECK(aligned_table(grid, {0, true}) == "\x1b[1ma\x1b[0m\n─\nx\n(1 row)\n");
}

TEST_CASE("a text cannot move the cursor") {
  CHECK(printable("a\x1b[2J\x7f") == "a [2J ");
  CHECK(printable("a\xC2\x9B"
                  "b") == "a b");  // CSI in one character
  CHECK(printable("a\xFFz\xE4\xB8") == "a\uFFFDz\uFFFD\uFFFD");
  CHECK(printable("a\nb", true) == "a\nb");
  CHECK(printable("é中\u00A0") == "é中\u00A0");
  CHECK(aligned_table(Grid{{"a"}, {{text_cell("\xE4\xB8")}}}, {}).find("\uFFFD\uFFFD") != std::string::npos);
}
