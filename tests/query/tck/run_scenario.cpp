// SPDX-License-Identifier: Apache-2.0
#include "query/tck/run_scenario.hpp"
#include "graph/freeze.hpp"

#include <algorithm>
#include <array>

#include "base/file.hpp"
#include "query/keywords.hpp"
#include "query/lexer.hpp"
#include "query/query.hpp"
#include "query/support/graph_script.hpp"
#include "query/tck/canonical.hpp"

namespace entente::test {

namespace {

bool starts(const std::string& text, std::string_view with) {
  return text.compare(0, with.size(), with) == 0;
}
bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Whether a text has one of these clauses, strings, quoted names, properties and labels left aside.
template <std::size_t N>
bool has_clause(const std::string& text, const std::array<std::string_view, N>& words) {
  const auto tokens = query::tokenize(text);
  if (!tokens) return false;
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    const auto& token = (*tokens)[i];
    const bool name = i > 0 && ((*tokens)[i - 1].text == "." || (*tokens)[i - 1].text == ":");
    if (token.kind != query::TokenKind::name || name) continue;
    if (std::any_of(words.begin(), words.end(),
                    [&](auto word) { return query::same_word(token.text, word); }))
      return true;
  }
  return false;
}

constexpr std::array<std::string_view, 8> kWrites = {"CREATE", "MERGE",   "DELETE", "SET",
                                                     "REMOVE", "FOREACH", "CALL",   "LOAD"};
constexpr std::array<std::string_view, 5> kNoSetup = {"MERGE", "DELETE", "SET", "REMOVE", "CALL"};

class ScenarioRun {
 public:
  explicit ScenarioRun(const std::filesystem::path& graphs) : graphs_(graphs) {}

  Outcome run(const Scenario& scenario) {
    for (const auto& step : scenario.steps) {
      const auto outcome = this->step(step);
      if (outcome.kind != Outcome::Kind::passed) return outcome;
    }
    return {};
  }

 private:
  static Outcome failed(std::string why) { return {Outcome::Kind::failed, std::move(why)}; }
  static Outcome skipped(std::string why) { return {Outcome::Kind::skipped, std::move(why)}; }

  Outcome step(const FeatureStep& step) {
    const auto& text = step.text;
    if (starts(text, "the binary-tree")) return named_graph(text.substr(4, text.find(" graph") - 4));
    if (starts(text, "having executed")) return set_up(step.block);
    if (starts(text, "parameters are")) return parameters(step.table);
    if (starts(text, "there exists a procedure")) return skipped("procedure");
    if (starts(text, "executing control query")) return skipped("control query");
    if (starts(text, "executing query")) return execute(step.block);
    if (has(text, "should be raised")) return raised(text);
    if (starts(text, "the result should be")) return compare(step);
    return {};
  }

  Outcome named_graph(const std::string& name) {
    const auto script = read_file(graphs_ / name / (name + ".cypher"));
    return script ? set_up(*script) : failed("no graph " + name);
  }

  Outcome set_up(const std::string& script) {
    if (has_clause(script, kNoSetup)) return skipped("set-up writes by more than CREATE");
    const auto done = run_script(graph_, script, options_.parameters);
    frozen_ = graph::freeze(graph_);
    return done ? Outcome{} : failed("set-up: " + done.error().message);
  }

  Outcome parameters(const Cells& table) {
    for (const auto& row : table) {
      auto made = query::Query::parse("RETURN " + row.at(1) + " AS x");
      if (!made) return failed("parameter: " + made.error().message);
      const auto answer = made->run(frozen_, nullptr, {});
      if (!answer) return failed("parameter: " + answer.error().message);
      options_.parameters[row.at(0)] = answer->rows.at(0).at(0);
    }
    return {};
  }

  Outcome execute(const std::string& text) {
    if (has_clause(text, kWrites)) return skipped("writes");
    auto made = query::Query::parse(text);
    compiled_ = made.has_value();
    if (!made) {
      error_ = made.error();
      return {};
    }
    auto table = made->run(frozen_, nullptr, options_);
    ran_ = table.has_value();
    if (ran_) table_ = std::move(*table);
    if (!ran_) error_ = table.error();
    return {};
  }

  Outcome raised(const std::string& text) const {
    const auto code = text.substr(text.rfind(' ') + 1);
    if (compiled_ && ran_) return failed("expected " + code + ", but it ran");
    const bool compile_time = has(text, "compile time");
    if (!has(text, "any time") && compile_time == compiled_)
      return failed("expected " + code + (compile_time ? " at compile time" : " at run time") + ", got " +
                    error_.message);
    if (code == "*" || code == error_.code) return {};
    return failed("expected " + code + ", got " + error_.code + ": " + error_.message);
  }

  Outcome compare(const FeatureStep& step) const {
    if (!compiled_ || !ran_) return failed(to_text(error_));
    const bool unordered_lists = has(step.text, "ignoring element order");
    std::vector<std::string> expected, got;
    for (std::size_t i = 1; i < step.table.size(); ++i)
      expected.push_back(line(step.table[i], unordered_lists));
    for (const auto& row : table_.rows) got.push_back(line(row, unordered_lists));
    if (!step.table.empty() && step.table[0] != table_.columns) return failed("columns differ");
    if (!has(step.text, "in order")) {
      std::sort(expected.begin(), expected.end());
      std::sort(got.begin(), got.end());
    }
    if (expected == got) return {};
    return failed("expected " + listed(expected) + " got " + listed(got));
  }

  static std::string listed(const std::vector<std::string>& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.size() && i < 6; ++i) out += "\n      " + lines[i];
    return std::to_string(lines.size()) + " rows" + out;
  }

  static std::string line(const std::vector<std::string>& cells, bool unordered) {
    std::string out;
    for (const auto& cell : cells) out += canonical(cell, unordered) + " | ";
    return out;
  }

  std::string line(const query::List& row, bool unordered) const {
    std::string out;
    for (const auto& value : row) out += canonical(value, frozen_, unordered) + " | ";
    return out;
  }

  const std::filesystem::path& graphs_;
  graph::PropertyGraph graph_;
  graph::Snapshot frozen_;
  query::Options options_;
  bool compiled_ = false, ran_ = false;
  query::Table table_;
  Error error_;
};

}  // namespace

Outcome run_scenario(const Scenario& scenario, const std::filesystem::path& graphs) {
  return ScenarioRun(graphs).run(scenario);
}

}  // namespace entente::test
