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
  CHECK(aligned_table(grid, 0) ==
        "name            n\n"
        "─────────────  ──\n"
        "中国            7\n"
        "Côte d'Ivoire  12\n"
        "(2 rows)\n");
}

TEST_CASE("a table stays within the terminal where that is possible") {
  Grid grid{{"who", "sentence"}, {}};
  grid.rows.push_back({text_cell("China"), text_cell(std::string(200, 'x'))});
  std::istringstream lines(aligned_table(grid, 60));
  for (std::string line; std::getline(lines, line);) CHECK(utf8::display_width(line) <= 60);
  CHECK(aligned_table(grid, 60).find("…") != std::string::npos);
  CHECK(aligned_table(grid, 60).find("China") != std::string::npos);
  CHECK_FALSE(aligned_table(grid, 1).empty());
}

TEST_CASE("a cut ends with an ellipsis and never in the middle of a character") {
  CHECK(cut_to_width("abc", 3) == "abc");
  CHECK(cut_to_width("abcd", 3) == "ab…");
  CHECK(cut_to_width("中国人", 4) == "中…");
}

TEST_CASE("line breaks inside a field do not break the table") {
  const std::string table = aligned_table(Grid{{"a"}, {{text_cell("x\ny\x1b[2J")}}}, 0);
  CHECK(table.find("x y [2J") != std::string::npos);
  CHECK(table.find("(1 row)") != std::string::npos);
}
