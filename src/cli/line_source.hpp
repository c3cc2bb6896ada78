// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/completion.hpp"
#include "cli/console.hpp"

namespace entente::cli {

/// One line that a person or a script gave.
struct Line {
  enum class Kind { text, cancelled, end };
  Kind kind = Kind::end;
  std::string text;  ///< without the line break
};

/// What may stand at the end of what is typed of a line.
using Completer = std::function<app::Completion(std::string_view line)>;

/// Where the REPL's lines come from.
class LineSource {
 public:
  virtual ~LineSource() = default;
  [[nodiscard]] virtual Line next(const std::string& prompt) = 0;
  /// Puts an entry into the history, where there is one.
  virtual void remember(const std::string& entry) = 0;
  /// The entries of the history, the oldest first.
  [[nodiscard]] virtual std::vector<std::string> history() const = 0;
  /// Who is asked when Tab is pressed, where there is a Tab key.
  virtual void set_completer(Completer completer) = 0;
};

/// Lines with editing, history and completion where the console is a terminal, else plain lines without a
/// prompt. The history is kept in a file (history_file.hpp) unless it is not wanted.
[[nodiscard]] std::unique_ptr<LineSource> make_line_source(const Console& console, bool keep_history);

/// Lines of a stream, without prompt or history.
[[nodiscard]] std::unique_ptr<LineSource> make_script_source(std::istream& in);

}  // namespace entente::cli
