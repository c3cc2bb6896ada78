// SPDX-License-Identifier: Apache-2.0
#include "cli/repl.hpp"

#include <chrono>
#include <ostream>

#include "app/question_line.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/repl_commands.hpp"
#include "cli/run_query.hpp"
#include "cli/saved_queries.hpp"
#include "cli/show_answer.hpp"
#include "cli/statements.hpp"
#include "query/functions.hpp"

namespace entente::cli {

Repl::Repl(const app::OpenGraph& graph, app::ResourcePaths resources, const Console& console)
    : graph_(graph), resources_(std::move(resources)), console_(console), index_(graph.graph) {}

ExitCode Repl::run(LineSource& lines, bool interactive) {
  LineSource* const lines_before = std::exchange(lines_, &lines);
  std::optional<Interrupt> session;  // a Ctrl-C between a line and the next does not end a person's shell
  if (interactive) {
    session.emplace();
    prepare_completion();
    lines.set_completer([this](std::string_view line) { return complete(line); });
  }
  ExitCode first_error = ExitCode::done;
  while (!state_.quit) {
    const Line line = lines_->next(buffer_.empty() ? "entente> " : "    ...> ");
    if (line.kind == Line::Kind::end) break;
    std::optional<Interrupt> interrupt;  // one for all lines of a file that a line reads
    if (state_.depth == 0) interrupt.emplace();
    if (interrupt) state_.options.stop = interrupt->stop();
    ExitCode code = ExitCode::done;
    if (line.kind == Line::Kind::cancelled)
      buffer_.clear();
    else
      code = take_line(line.text);
    if (code == ExitCode::done) continue;
    buffer_.clear();
    if (first_error == ExitCode::done) first_error = code;
    if (!interactive && (!state_.keep_going || cancelled())) break;
  }
  const bool stopped = first_error != ExitCode::done && !state_.keep_going;
  if (!interactive && !stopped) {
    const ExitCode code = take_rest();
    if (first_error == ExitCode::done) first_error = code;
  }
  lines_ = lines_before;
  return interactive ? ExitCode::done : first_error;
}

bool Repl::cancelled() const {
  return state_.options.stop != nullptr && *state_.options.stop;
}

/// A script's last statement may go without its ';'.
ExitCode Repl::take_rest() {
  const std::string rest = split_statements(std::exchange(buffer_, {})).rest;
  return rest.empty() || state_.quit ? ExitCode::done : finish(run_statement(rest));
}

ExitCode Repl::take_line(const std::string& line) {
  if (buffer_.empty()) {
    const std::string text(app::trimmed(line));
    if (text.empty()) return ExitCode::done;
    if (app::is_command(text) || app::looks_like_question(text)) {
      lines_->remember(text);
      return finish(app::is_command(text) ? run_repl_command(text.substr(1), *this) : run_question(text));
    }
  }
  buffer_ += line + "\n";
  Statements statements = split_statements(buffer_);
  buffer_ = statements.rest.empty() ? "" : statements.rest + "\n";
  ExitCode first_error = ExitCode::done;
  for (const std::string& statement : statements.complete) {
    lines_->remember(statement);
    const ExitCode code = finish(run_statement(statement));
    if (first_error == ExitCode::done) first_error = code;
    if (code != ExitCode::done && (!state_.keep_going || cancelled())) break;
  }
  return first_error;
}

/// Behind an answer that was to go elsewhere once, results go to the terminal again.
ExitCode Repl::finish(ExitCode code) {
  if (!state_.once || !redirection_ || !redirection_->was_written_to()) return code;
  const Status closed = redirect({});
  return closed || code != ExitCode::done ? code : console_.fail(closed.error());
}

Status Repl::redirect(std::optional<Redirection> redirection) {
  state_.once = false;
  console_.redirect(nullptr);
  Status closed;
  if (redirection_) closed = redirection_->close();
  redirection_.reset();
  if (redirection) redirection_.emplace(std::move(*redirection));
  if (redirection_) console_.redirect(&*redirection_);
  return closed;
}

std::vector<std::string> Repl::history() const {
  return lines_ == nullptr ? std::vector<std::string>() : lines_->history();
}

std::optional<Format> Repl::format() const {
  if (state_.format || !redirection_) return state_.format;
  const std::string suffix = std::filesystem::path(redirection_->target()).extension().string();
  return suffix.empty() ? std::nullopt : format_from_text(std::string_view(suffix).substr(1));
}

ExitCode Repl::show(const Grid& grid) const {
  return console_.show(to_text(grid, format_for(format(), console_), table_layout(console_)));
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
        run_query(statement, graph_, index_, state_.options, format(), ".facts all", console_, &table);
    if (code == ExitCode::done) {
      state_.last = std::move(table);
      state_.last_statement = statement;
    }
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
    const ExitCode code = show_answer(*answer, graph_, format(), ".facts all", console_);
    state_.last = std::move(answer->table);
    state_.last_statement = answer->query;
    return code;
  });
}

void Repl::prepare_completion() {
  words_.labels = graph_.graph.all_labels();
  words_.types = graph_.graph.all_types();
  words_.properties = graph_.graph.all_property_names();
  words_.functions = query::function_names();
  words_.commands = repl_command_words();
  if (const auto queries = load_saved_queries({}))
    for (const query::SavedQuery& query : *queries) words_.saved_queries.push_back(query.name);
  collector_ = std::make_unique<app::NameCollector>(graph_.graph);
}

app::Completion Repl::complete(std::string_view line) {
  words_.names = collector_->names();
  words_.parameters.clear();
  for (const auto& [name, value] : state_.options.parameters) words_.parameters.push_back(name);
  if (buffer_.empty()) return app::complete_line(line, words_);
  app::Completion completion = app::complete_statement(buffer_ + std::string(line), words_);
  if (completion.begin < buffer_.size()) return {};  // it begins in a line that is behind us
  completion.begin -= buffer_.size();
  return completion;
}

}  // namespace entente::cli
