// SPDX-License-Identifier: Apache-2.0
#include "query/plan_report.hpp"

namespace entente::query {

std::size_t PlanReport::add(int depth, std::string_view step, Range range, double estimate) {
  lines_.push_back({depth, std::string(step), part(range), estimate});
  return lines_.size() - 1;
}

void PlanReport::add_condition(std::size_t line, Range range) {
  auto& text = lines_[line].part;
  text += (text.find(" WHERE ") == std::string::npos ? " WHERE " : " AND ") + part(range);
}

std::size_t PlanReport::add_part(std::string_view step, Range range) {
  const auto line = add(1, step, range);
  lines_[line].input = input_;
  return line;
}

/// The text of a part of the query, on one line.
std::string PlanReport::part(Range range) const {
  std::string out;
  for (const char c : text_.substr(range.begin, range.end - range.begin)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == ';')) out.pop_back();
  return out;
}

std::vector<std::string> PlanReport::columns(bool with_counts) {
  if (with_counts) return {"step", "part", "estimate", "rows", "ms"};
  return {"step", "part", "estimate"};
}

Table PlanReport::table(bool with_counts) const {
  Table table;
  table.columns = columns(with_counts);
  for (const auto& line : lines_) {
    const auto estimate = line.estimate < 0 ? Value() : Value(static_cast<std::int64_t>(line.estimate));
    List row{Value(std::string(static_cast<std::size_t>(line.depth) * 2, ' ') + line.step), Value(line.part),
             estimate};
    if (with_counts) {
      auto time = line.time;
      if (line.input >= 0) time -= lines_[static_cast<std::size_t>(line.input)].time;
      row.push_back(Value(line.rows));
      row.push_back(Value(std::chrono::duration<double, std::milli>(time).count()));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace entente::query
