// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// One value of a result, as people and as programs read it.
struct Cell {
  std::string text;
  std::string json;     ///< the value as JSON text
  bool number = false;  ///< set to the right in tables
};

[[nodiscard]] Cell text_cell(std::string text);
[[nodiscard]] Cell number_cell(std::size_t number);

/// A result of any command, ready to be written in any format.
struct Grid {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as long as columns
};

/// turtle is for what an answer shows of a graph (show_answer.hpp); a grid alone is written as a table then.
enum class Format { table, tsv, csv, json, jsonl, md, line, turtle };

/// "table", "tsv", ...; also a file's suffix with another name ("ttl").
[[nodiscard]] std::optional<Format> format_from_text(std::string_view name);
/// Of what every grid can be written as.
[[nodiscard]] std::vector<std::string> format_names();
/// Of what an answer can be written as: turtle too.
[[nodiscard]] std::vector<std::string> answer_format_names();

/// How a table is laid out.
struct Layout {
  std::size_t width = 0;  ///< > 0: no line of a table is wider, long cells are cut with "…"
  bool colour = false;    ///< the head is bold
};

[[nodiscard]] std::string to_text(const Grid& grid, Format format, Layout layout);

}  // namespace entente::cli
