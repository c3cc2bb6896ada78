// SPDX-License-Identifier: Apache-2.0
#include "cli/grid.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/escape.hpp"
#include "base/utf8.hpp"
#include "cli/aligned_table.hpp"

namespace entente::cli {

namespace {

constexpr std::array<std::pair<std::string_view, Format>, 8> kFormats = {{{"table", Format::table},
                                                                          {"tsv", Format::tsv},
                                                                          {"csv", Format::csv},
                                                                          {"json", Format::json},
                                                                          {"jsonl", Format::jsonl},
                                                                          {"md", Format::md},
                                                                          {"line", Format::line},
                                                                          {"turtle", Format::turtle}}};

std::string json_string(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// TSV as PostgreSQL and others write it: the four characters that would break a row get a backslash.
std::string tsv_field(const std::string& text) {
  std::string field;
  for (const char c : text) append_escaped(field, c, "\\");
  return field;
}

/// CSV of RFC 4180: quotes only where they are needed.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
  return field + "\"";
}

std::string markdown_field(const std::string& text) {
  std::string field;
  for (const char c : text) {
    if (c == '|') field += '\\';
    field += c == '\n' || c == '\r' ? ' ' : c;
  }
  return field;
}

/// Rows of fields between separators, each field made safe by escape.
template <class Escape>
std::string delimited(const Grid& grid, char separator, Escape escape) {
  std::string text;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    if (i != 0) text += separator;
    text += escape(grid.columns[i]);
  }
  text += "\n";
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) text += separator;
      text += escape(row[i].text);
    }
    text += "\n";
  }
  return text;
}

std::string json_row(const Grid& grid, const std::vector<Cell>& row) {
  std::string text = "{";
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i != 0) text += ",";
    text += json_string(grid.columns[i]) + ":" + row[i].json;
  }
  return text + "}";
}

std::string json_array(const Grid& grid) {
  std::string text = "[";
  for (std::size_t i = 0; i < grid.rows.size(); ++i)
    text += (i == 0 ? "\n" : ",\n") + json_row(grid, grid.rows[i]);
  return text + "\n]\n";
}

std::string json_lines(const Grid& grid) {
  std::string text;
  for (const auto& row : grid.rows) text += json_row(grid, row) + "\n";
  return text;
}

/// A line a value, an empty line between rows; lines after the first of a value stand below it.
std::string lines_of(const Grid& grid) {
  std::size_t widest = 0;
  for (const std::string& column : grid.columns)
    widest = std::max(widest, utf8::display_width(printable(column)));
  std::string text;
  for (const auto& row : grid.rows) {
    if (!text.empty()) text += "\n";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string column = printable(grid.columns[i]);
      text += std::string(widest - utf8::display_width(column), ' ') + column + " = ";
      for (const char c : printable(row[i].text, true))
        text += c == '\n' ? "\n" + std::string(widest + 3, ' ') : std::string(1, c);
      text += "\n";
    }
  }
  return text;
}

std::string markdown(const Grid& grid) {
  std::string text = "|", rule = "|";
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const bool numbers = !grid.rows.empty() && grid.rows.front()[i].number;
    text += " " + markdown_field(grid.columns[i]) + " |";
    rule += numbers ? " ---: |" : " --- |";
  }
  text += "\n" + rule + "\n";
  for (const auto& row : grid.rows) {
    text += "|";
    for (const Cell& cell : row) text += " " + markdown_field(cell.text) + " |";
    text += "\n";
  }
  return text;
}

}  // namespace

Cell text_cell(std::string text) {
  std::string json = json_string(text);
  return {std::move(text), std::move(json), false};
}

Cell number_cell(std::size_t number) {
  return {std::to_string(number), std::to_string(number), true};
}

std::optional<Format> format_from_text(std::string_view name) {
  if (name == "ttl") return Format::turtle;
  for (const auto& [known, format] : kFormats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::vector<std::string> answer_format_names() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kFormats) names.emplace_back(name);
  return names;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names = answer_format_names();
  names.erase(std::find(names.begin(), names.end(), "turtle"));
  return names;
}

std::string to_text(const Grid& grid, Format format, Layout layout) {
  switch (format) {
    case Format::table:
    case Format::turtle:
      return aligned_table(grid, layout);
    case Format::tsv:
      return delimited(grid, '\t', tsv_field);
    case Format::csv:
      return delimited(grid, ',', csv_field);
    case Format::json:
      return json_array(grid);
    case Format::jsonl:
      return json_lines(grid);
    case Format::md:
      return markdown(grid);
    case Format::line:
      return lines_of(grid);
  }
  return {};
}

}  // namespace entente::cli
