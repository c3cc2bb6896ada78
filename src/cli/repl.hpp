// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/asking.hpp"
#include "app/name_collector.hpp"
#include "app/open_graph.hpp"
#include "cli/console.hpp"
#include "cli/grid.hpp"
#include "cli/line_source.hpp"
#include "cli/redirection.hpp"
#include "query/graph_index.hpp"
#include "query/query.hpp"

namespace entente::cli {

/// The shell: statements ended by ';', English questions, and commands that begin with '.' or ':'.
/// From a script it stops at the first error; a person may go on. Ctrl-C cancels what is running, not the
/// shell.
class Repl {
 public:
  /// graph outlives it.
  Repl(const app::OpenGraph& graph, app::ResourcePaths resources, const Console& console);

  /// Reads until .quit or the end. The code of the first error of a script; done for a person.
  [[nodiscard]] ExitCode run(LineSource& lines, bool interactive);

  // What commands work on.
  struct State {
    std::filesystem::path file;  ///< of the graph; empty: it has none
    query::Options options;
    std::optional<Format> format;
    std::optional<query::Table> last;  ///< answer that .why N and .graph speak of
    std::string last_statement;        ///< what .explain and .profile speak of
    bool timer = false;
    bool keep_going = false;  ///< a script runs on behind an error
    bool once = false;        ///< results go elsewhere for one answer
    bool quit = false;
    int depth = 0;  ///< of .read within .read
  };
  [[nodiscard]] State& state() { return state_; }
  [[nodiscard]] const app::OpenGraph& graph() const { return graph_; }
  [[nodiscard]] const app::ResourcePaths& resources() const { return resources_; }
  [[nodiscard]] const Console& console() const { return console_; }
  /// The history of the shell, the oldest entry first; empty in a script.
  [[nodiscard]] std::vector<std::string> history() const;

  /// The format that was chosen, else that of the file that results go to.
  [[nodiscard]] std::optional<Format> format() const;
  /// Shows a grid of a command.
  [[nodiscard]] ExitCode show(const Grid& grid) const;

  /// Results go there from now on; with nothing to the terminal again.
  [[nodiscard]] Status redirect(std::optional<Redirection> redirection);

  /// Runs a statement or a question as if typed.
  [[nodiscard]] ExitCode run_statement(const std::string& statement);
  [[nodiscard]] ExitCode run_question(const std::string& question);

 private:
  [[nodiscard]] ExitCode take_line(const std::string& line);
  [[nodiscard]] ExitCode take_rest();
  [[nodiscard]] ExitCode finish(ExitCode code);
  [[nodiscard]] bool cancelled() const;
  void prepare_completion();
  [[nodiscard]] app::Completion complete(std::string_view line);
  template <class Work>
  [[nodiscard]] ExitCode timed(Work work) const;

  const app::OpenGraph& graph_;
  app::ResourcePaths resources_;
  Console console_;
  query::GraphIndex index_;
  std::optional<app::Asking> asking_;  ///< loaded at the first question
  std::optional<Redirection> redirection_;
  app::CompletionWords words_;
  std::unique_ptr<app::NameCollector> collector_;  ///< where somebody types
  LineSource* lines_ = nullptr;                    ///< of the run that goes on
  std::string buffer_;                             ///< a statement that has not ended yet
  State state_;
};

}  // namespace entente::cli
