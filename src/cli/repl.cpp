// SPDX-License-Identifier: Apache-2.0
#include "cli/repl.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ostream>

#include "base/utf8.hpp"
#include "cli/interrupt.hpp"
#include "cli/repl_commands.hpp"
#include "cli/run_query.hpp"
#include "cli/show_answer.hpp"
#include "cli/statements.hpp"

namespace entente::cli {

namespace {

constexpr std::array<std::string_view, 12> kFirstWords = {"match",  "optional", "return",  "with",
                                                          "unwind", "explain",  "profile", "call",
                                                          "create", "merge",    "delete",  "union"};

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") - begin + 1);
}

bool is_command(std::string_view line) {
  return line.starts_with('.') || line.starts_with(':');
}

}  // namespace

bool looks_like_question(const std::string& line) {
  const std::string_view text = trimmed(line);
  if (text.empty() || text.starts_with("//") || text.starts_with("/*")) return false;
  if (text.ends_with('?')) return true;
  const std::size_t end = std::min(text.find_first_of(" \t(;"), text.size());
  const std::string first = utf8::lower(text.substr(0, end));
  const bool statement = std::find(kFirstWords.begin(), kFirstWords.end(), first) != kFirstWords.end();
  return !statement && text.back() != ';';
}

Repl::Repl(const app::OpenGraph& graph, app::ResourcePaths resources, const Console& console)
    : graph_(graph), resources_(std::move(resources)), console_(console) {}

ExitCode Repl::run(LineSource& lines, bool interactive) {
  if (interactive) lines.set_words(words());
  std::optional<Interrupt> session;  // a Ctrl-C between a line and the next does not end a person's shell
  if (interactive) session.emplace();
  while (!state_.quit) {
    const Line line = lines.next(buffer_.empty() ? "entente> " : "    ...> ");
    if (line.kind == Line::Kind::end) break;
    ExitCode code = ExitCode::done;
    if (line.kind == Line::Kind::cancelled) {
      buffer_.clear();
    } else {
      const Interrupt interrupt;
      state_.options.stop = interrupt.stop();
      code = take_line(line.text, lines);
    }
    if (code == ExitCode::done) continue;
    buffer_.clear();
    if (!interactive) return code;
  }
  return interactive ? ExitCode::done : take_rest();
}

/// A script's last statement may go without its ';'.
ExitCode Repl::take_rest() {
  const std::string rest = split_statements(std::exchange(buffer_, {})).rest;
  return rest.empty() || state_.quit ? ExitCode::done : run_statement(rest);
}

ExitCode Repl::take_line(const std::string& line, LineSource& lines) {
  if (buffer_.empty()) {
    const std::string text(trimmed(line));
    if (text.empty()) return ExitCode::done;
    if (is_command(text) || looks_like_question(text)) {
      lines.remember(text);
      return is_command(text) ? run_repl_command(text.substr(1), *this) : run_question(text);
    }
  }
  buffer_ += line + "\n";
  Statements statements = split_statements(buffer_);
  buffer_ = statements.rest.empty() ? "" : statements.rest + "\n";
  for (const std::string& statement : statements.complete) {
    lines.remember(statement);
    if (const ExitCode code = run_statement(statement); code != ExitCode::done) return code;
  }
  return ExitCode::done;
}

template <class Work>
ExitCode Repl::timed(Work work) const {
  const auto begin = std::chrono::steady_clock::now();
  const ExitCode code = work();
  if (state_.timer) {
    const auto spent =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    console_.err() << spent.count() << " ms" << std::endl;
  }
  return code;
}

ExitCode Repl::run_statement(const std::string& statement) {
  return timed([&] {
    query::Table table;
    const ExitCode code =
        run_query(statement, graph_, state_.options, state_.format, ".facts all", console_, &table);
    if (code == ExitCode::done) state_.last = std::move(table);
    return code;
  });
}

ExitCode Repl::run_question(const std::string& question) {
  return timed([&] {
    if (!asking_) {
      auto asking = app::Asking::load(graph_, resources_);
      if (!asking) return console_.fail(asking.error());
      asking_.emplace(std::move(*asking));
    }
    auto answer = asking_->ask(question, {state_.options.max_rows, state_.options.timeout_ms,
                                          state_.options.all_facts, state_.options.stop});
    if (!answer) return console_.fail(answer.error());
    const ExitCode code = show_answer(*answer, graph_.graph, state_.format, ".facts all", console_);
    state_.last = std::move(answer->table);
    return code;
  });
}

std::vector<std::string> Repl::words() const {
  std::vector<std::string> all = {"MATCH", "OPTIONAL", "WHERE", "RETURN",  "DISTINCT", "ORDER BY",
                                  "SKIP",  "LIMIT",    "count", "collect", "SHORTEST"};
  for (const auto& more : {graph_.graph.all_labels(), graph_.graph.all_types(),
                           graph_.graph.all_property_names(), repl_command_names()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace entente::cli
