// SPDX-License-Identifier: Apache-2.0
#include "query/support/test_file.hpp"

#include <algorithm>
#include <sstream>

#include "query/support/graph_script.hpp"
#include "query/temporal.hpp"

namespace entente::test {

namespace {

std::string trimmed(std::string line) {
  const auto end = line.find_last_not_of(" \t\r\n");
  line.erase(end == std::string::npos ? 0 : end + 1);
  return line;
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

query::Value literal(const std::string& text) {
  auto made = query::Query::parse("RETURN " + text);
  const graph::Snapshot empty;
  const auto table = made ? made->run(empty, nullptr, {}) : Result<query::Table>();
  return made && table ? table->rows.at(0).at(0) : query::Value(text);
}

/// Sections begin with "### word rest"; their lines follow.
class CaseReader {
 public:
  Result<std::vector<QueryCase>> read(std::string_view text) {
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) {
      ++line_;
      if (line.rfind("### ", 0) == 0) {
        if (auto done = begin(line.substr(4)); !done) return fail(done.error());
      } else if (section_) {
        *section_ += line + "\n";
      }
    }
    return std::move(cases_);
  }

 private:
  Status begin(const std::string& head) {
    const auto space = head.find(' ');
    const auto word = head.substr(0, space);
    const auto rest = space == std::string::npos ? std::string() : trimmed(head.substr(space + 1));
    using Expect = QueryCase::Expect;
    if (word == "graph") {
      graph_ = rest;
      section_ = &graph_;
    } else if (word == "test") {
      cases_.emplace_back();
      cases_.back().name = rest;
      cases_.back().line = line_;
      cases_.back().graph = graph_;
      section_ = &cases_.back().query;
    } else if (cases_.empty()) {
      return fail(ErrorKind::data, "a section before the first test: " + word,
                  {{}, line_, 1, std::string::npos});
    } else if (word == "options") {
      cases_.back().options = words(rest);
    } else if (word == "hidden") {
      cases_.back().hidden = std::stoi(rest);
    } else if (word == "rows" || word == "ordered" || word == "error" || word == "text") {
      cases_.back().expect = word == "rows"      ? Expect::rows
                             : word == "ordered" ? Expect::ordered
                             : word == "error"   ? Expect::error
                                                 : Expect::text;
      section_ = &cases_.back().expected;
    } else {
      return fail(ErrorKind::data, "unknown section '" + word + "'", {{}, line_, 1, std::string::npos});
    }
    return {};
  }

  std::vector<QueryCase> cases_;
  std::string graph_;
  std::string* section_ = nullptr;
  std::size_t line_ = 0;
};

bool has(const QueryCase& test, const std::string& option) {
  return std::find(test.options.begin(), test.options.end(), option) != test.options.end();
}

query::Options options_of(const QueryCase& test) {
  query::Options options;
  options.all_facts = has(test, "all");
  options.exact = has(test, "exact");
  for (const auto& option : test.options) {
    const auto equal = option.find('=');
    if (equal == std::string::npos) continue;
    const auto name = option.substr(0, equal), value = option.substr(equal + 1);
    if (name == "max-rows") options.max_rows = std::stoul(value);
    if (name == "max-memory") options.max_memory = std::stoul(value);
    if (name == "max-steps") options.max_steps = std::stoul(value);
    if (name == "now")
      if (const auto now = query::read_moment(query::MomentKind::date_time, value)) options.now = *now;
    if (name[0] == '$') options.parameters[name.substr(1)] = literal(value);
  }
  return options;
}

}  // namespace

Result<std::vector<QueryCase>> read_query_cases(std::string_view text) {
  return CaseReader().read(text);
}

std::string table_text(const query::Table& table, const graph::Snapshot& graph, bool sorted) {
  std::string out;
  const auto line = [&out](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i ? " | " : "") + cells[i];
    out += "\n";
  };
  line(table.columns);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const auto& value : row) cells.push_back(query::to_text(value, graph));
    line(cells);
  }
  return plain_lines(out, sorted);
}

std::string plain_lines(std::string_view text, bool sorted) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);)
    if (auto plain = trimmed(line); !plain.empty()) lines.push_back(std::move(plain));
  if (sorted && lines.size() > 1) std::sort(lines.begin() + 1, lines.end());
  std::string out;
  for (const auto& line : lines) out += line + "\n";
  return out;
}

QueryAnswer answer(const QueryCase& test, const graph::Snapshot& graph,
                   const ontology::Vocabulary& vocabulary) {
  const auto text = trimmed(test.query);
  const auto made = query::Query::parse(text);
  if (!made) return {plain_lines(query::with_caret(made.error(), text), false), 0};
  if (test.expect == QueryCase::Expect::text) return {plain_lines(made->to_text(), false), 0};
  const auto table = made->run(graph, has(test, "vocabulary") ? &vocabulary : nullptr, options_of(test));
  if (!table) return {plain_lines(query::with_caret(table.error(), text), false), 0};
  return {table_text(*table, graph, test.expect == QueryCase::Expect::rows), table->hidden};
}

}  // namespace entente::test
