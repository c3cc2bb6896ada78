// SPDX-License-Identifier: Apache-2.0
#include "cli/query_grid.hpp"

#include <nlohmann/json.hpp>

#include "app/value_json.hpp"

namespace entente::cli {

Grid to_grid(const query::Table& table, const graph::Snapshot& graph, Format format) {
  const bool with_json = format == Format::json || format == Format::jsonl;
  Grid grid{table.columns, {}};
  for (const auto& row : table.rows) {
    std::vector<Cell> cells;
    for (const query::Value& value : row) {
      Cell cell;
      cell.text = value.is_null() ? "" : query::to_text(value, graph);
      if (with_json)
        cell.json =
            app::to_json(value, graph).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
      cell.number =
          std::holds_alternative<std::int64_t>(value.data) || std::holds_alternative<double>(value.data);
      cells.push_back(std::move(cell));
    }
    grid.rows.push_back(std::move(cells));
  }
  return grid;
}

std::string hidden_note(std::size_t hidden, const std::string& how_to_show) {
  if (hidden == 0) return {};
  return std::to_string(hidden) + (hidden == 1 ? " more is" : " more are") +
         " planned, called for, reported or denied: " + how_to_show;
}

}  // namespace entente::cli
