// SPDX-License-Identifier: Apache-2.0
#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <ostream>

namespace entente::cli {

namespace {

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

winsize terminal_size() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) size = {};
  return size;
}

/// True when the pager took the text.
bool page(const std::string& text) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pager(::popen(std::getenv("PAGER"), "w"), ::pclose);
  if (!pager) return false;
  std::fwrite(text.data(), 1, text.size(), pager.get());
  return true;
}

}  // namespace

Console::Console(std::istream& in, std::ostream& out, std::ostream& err) : in_(in), out_(out), err_(err) {
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  in_is_terminal_ = ::isatty(STDIN_FILENO) != 0;
  out_is_terminal_ = ::isatty(STDOUT_FILENO) != 0;
  shows_progress_ = ::isatty(STDERR_FILENO) != 0 && !dumb && !is_set("CI");
  colour_ = !is_set("NO_COLOR") && !dumb;
}

std::size_t Console::width() const {
  return out_is_terminal_ ? terminal_size().ws_col : 0;
}
std::size_t Console::height() const {
  return out_is_terminal_ ? terminal_size().ws_row : 0;
}

void Console::note(std::string_view text) const {
  err_ << "entente: " << text << std::endl;
}

ExitCode Console::fail(const Error& error) const {
  out_.flush();
  note(to_text(error));
  return exit_code_of(error.kind);
}

ExitCode Console::show(const std::string& text) const {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  if (out_is_terminal_ && lines >= height() && is_set("PAGER") && page(text)) return ExitCode::done;
  out_ << text << std::flush;
  if (out_) return ExitCode::done;
  return fail(Error{ErrorKind::input_output, "cannot write the output", {}, {}});
}

}  // namespace entente::cli
