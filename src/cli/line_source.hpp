// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "cli/console.hpp"

namespace entente::cli {

/// One line that a person or a script gave.
struct Line {
  enum class Kind { text, cancelled, end };
  Kind kind = Kind::end;
  std::string text;  ///< without the line break
};

/// Where the REPL's lines come from.
class LineSource {
 public:
  virtual ~LineSource() = default;
  [[nodiscard]] virtual Line next(const std::string& prompt) = 0;
  /// Puts an entry into the history, where there is one.
  virtual void remember(const std::string& entry) = 0;
  /// Words that Tab completes, where there is a Tab key.
  virtual void set_words(std::vector<std::string> words) = 0;
};

/// Lines with editing, history and completion where the console is a terminal, else plain lines without a
/// prompt. The history is kept in $XDG_STATE_HOME/entente/history (or below ~/.local/state); ENTENTE_HISTORY
/// names another file, or is "off".
[[nodiscard]] std::unique_ptr<LineSource> make_line_source(const Console& console);

/// Lines of a stream, without prompt or history.
[[nodiscard]] std::unique_ptr<LineSource> make_script_source(std::istream& in);

}  // namespace entente::cli
