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

enum class Format { table, tsv, csv, json, jsonl, md };

/// "table", "tsv", ...
[[nodiscard]] std::optional<Format> format_from_text(std::string_view name);
[[nodiscard]] std::vector<std::string> format_names();

/// The grid as text. width > 0: no line of a table is wider, long cells are cut with "…".
[[nodiscard]] std::string to_text(const Grid& grid, Format format, std::size_t width);

}  // namespace entente::cli
