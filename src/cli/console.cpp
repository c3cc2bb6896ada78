// SPDX-License-Identifier: Apache-2.0
#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <ostream>

#include "cli/redirection.hpp"

namespace entente::cli {

namespace {

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

/// Without the sequences that set colours: a pager may show them as they are.
std::string plain(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b')
      i = std::min(text.find('m', i), text.size());
    else
      out += text[i];
  }
  return out;
}

/// True when the pager took the text.
bool page(const std::string& text) {
  const BrokenPipeGuard guard;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pager(::popen(std::getenv("PAGER"), "w"), ::pclose);
  if (!pager) return false;
  const std::string shown = plain(text);
  std::fwrite(shown.data(), 1, shown.size(), pager.get());
  return true;
}

}  // namespace

TerminalSize terminal_size() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 0 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return {};
  return {size.ws_col, size.ws_row};
}

Console::Console(std::istream& in, std::ostream& out, std::ostream& err) : in_(in), out_(out), err_(err) {
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  in_is_terminal_ = ::isatty(STDIN_FILENO) != 0;
  out_is_terminal_ = ::isatty(STDOUT_FILENO) != 0;
  shows_progress_ = ::isatty(STDERR_FILENO) != 0 && !dumb && !is_set("CI");
  colour_ = !is_set("NO_COLOR") && !dumb;
}

std::size_t Console::width() const {
  return out_is_terminal() ? terminal_size().columns : 0;
}
std::size_t Console::height() const {
  return out_is_terminal() ? terminal_size().rows : 0;
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
  if (redirection_ != nullptr) {
    const Status written = redirection_->write(text);
    return written ? ExitCode::done : fail(written.error());
  }
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  if (out_is_terminal() && lines >= height() && is_set("PAGER") && page(text)) return ExitCode::done;
  errno = 0;
  out_ << text << std::flush;
  if (out_) return ExitCode::done;
  if (errno == EPIPE) return ExitCode::input_output;
  return fail(Error{ErrorKind::input_output, "cannot write the output", {}, {}});
}

}  // namespace entente::cli
