// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "cli/exit_code.hpp"

namespace entente::cli {

class Redirection;

struct TerminalSize {
  std::size_t columns = 0, rows = 0;
};

/// Of standard output; 0 where it is no terminal.
[[nodiscard]] TerminalSize terminal_size();

/// The program's way to the person: results go to out, everything else to err.
class Console {
 public:
  /// Looks at the three standard streams and at NO_COLOR, TERM, CI.
  Console(std::istream& in, std::ostream& out, std::ostream& err);

  [[nodiscard]] std::istream& in() const { return in_; }
  [[nodiscard]] std::ostream& out() const { return out_; }
  [[nodiscard]] std::ostream& err() const { return err_; }

  [[nodiscard]] bool in_is_terminal() const { return in_is_terminal_; }
  /// Not while results go elsewhere.
  [[nodiscard]] bool out_is_terminal() const { return out_is_terminal_ && redirection_ == nullptr; }
  [[nodiscard]] bool shows_progress() const { return shows_progress_; }
  [[nodiscard]] bool colours_out() const { return colour_ && out_is_terminal(); }

  /// Columns and rows of the terminal; 0 where there is none.
  [[nodiscard]] std::size_t width() const;
  [[nodiscard]] std::size_t height() const;

  void no_progress() { shows_progress_ = false; }

  /// One line on err: "entente: ...".
  void note(std::string_view text) const;
  /// Tells an error and gives the exit code for it.
  ExitCode fail(const Error& error) const;

  /// Results go there until it is called with null. It is not owned.
  void redirect(Redirection* redirection) { redirection_ = redirection; }

  /// Writes results: through $PAGER when it is set, out is a terminal, and the text is taller than it. A
  /// failed write is told, unless the reader of a pipe has gone away.
  [[nodiscard]] ExitCode show(const std::string& text) const;

 private:
  std::istream& in_;
  std::ostream& out_;
  std::ostream& err_;
  Redirection* redirection_ = nullptr;
  bool in_is_terminal_ = false;
  bool out_is_terminal_ = false;
  bool shows_progress_ = false;
  bool colour_ = false;
};

}  // namespace entente::cli
