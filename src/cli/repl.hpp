// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/asking.hpp"
#include "app/open_graph.hpp"
#include "cli/console.hpp"
#include "cli/grid.hpp"
#include "cli/line_source.hpp"
#include "query/query.hpp"

namespace entente::cli {

/// The shell: statements ended by ';', English questions, and commands that begin with '.' or ':'.
/// From a script it stops at the first error; a person may go on. Ctrl-C cancels what is running, not the
/// shell.
class Repl {
 public:
  /// graph and console outlive it.
  Repl(const app::OpenGraph& graph, app::ResourcePaths resources, const Console& console);

  /// Reads until .quit or the end. The code of the first error of a script; done for a person.
  [[nodiscard]] ExitCode run(LineSource& lines, bool interactive);

  // What commands work on (repl_commands.cpp).
  struct State {
    query::Options options;
    std::optional<Format> format;
    std::optional<query::Table> last;  ///< answer that .why N speaks of
    bool timer = false;
    bool quit = false;
    int depth = 0;  ///< of .read within .read
  };
  [[nodiscard]] State& state() { return state_; }
  [[nodiscard]] const app::OpenGraph& graph() const { return graph_; }
  [[nodiscard]] const app::ResourcePaths& resources() const { return resources_; }
  [[nodiscard]] const Console& console() const { return console_; }

  /// Runs a statement or a question as if typed.
  [[nodiscard]] ExitCode run_statement(const std::string& statement);
  [[nodiscard]] ExitCode run_question(const std::string& question);

 private:
  [[nodiscard]] ExitCode take_line(const std::string& line, LineSource& lines);
  [[nodiscard]] ExitCode take_rest();
  [[nodiscard]] std::vector<std::string> words() const;
  template <class Work>
  [[nodiscard]] ExitCode timed(Work work) const;

  const app::OpenGraph& graph_;
  app::ResourcePaths resources_;
  const Console& console_;
  std::optional<app::Asking> asking_;  ///< loaded at the first question
  std::string buffer_;                 ///< a statement that has not ended yet
  State state_;
};

/// True for a line that is meant as an English question, not as the beginning of a statement.
[[nodiscard]] bool looks_like_question(const std::string& line);

}  // namespace entente::cli
