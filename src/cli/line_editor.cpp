// SPDX-License-Identifier: Apache-2.0
#include "cli/line_editor.hpp"

#include <histedit.h>
#include <langinfo.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <cwchar>
#include <filesystem>

#include "base/utf8.hpp"
#include "cli/candidate_list.hpp"

namespace entente::cli {

namespace {

constexpr int kHistorySize = 1000;

volatile std::sig_atomic_t interrupted = 0;
volatile std::sig_atomic_t resized = 0;

/// The signal mask of before, in force while a key is waited for.
sigset_t mask_while_waiting;

/// While a line is edited Ctrl-C gives the line up, and a new window size is taken over. Both come through
/// only where a key is waited for, so that none is lost just before.
class SignalGuard {
 public:
  SignalGuard() {
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGWINCH);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_mask_);
    mask_while_waiting = before_mask_;
    struct sigaction action {};
    action.sa_handler = [](int signal) { (signal == SIGINT ? interrupted : resized) = 1; };
    ::sigaction(SIGINT, &action, &before_interrupt_);
    ::sigaction(SIGWINCH, &action, &before_resize_);
    interrupted = 0;
  }
  ~SignalGuard() {
    ::pthread_sigmask(SIG_SETMASK, &before_mask_, nullptr);
    ::sigaction(SIGINT, &before_interrupt_, nullptr);
    ::sigaction(SIGWINCH, &before_resize_, nullptr);
  }
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;

 private:
  struct sigaction before_interrupt_ {
  }, before_resize_{};
  sigset_t before_mask_{};
};

/// Waits for a key; false when the line is given up or nothing can be read.
bool wait_for_key(EditLine* editor) {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (::ppoll(&input, 1, nullptr, &mask_while_waiting) < 0) {
    if (errno != EINTR || interrupted != 0) return false;
    if (resized != 0) el_resize(editor);
    resized = 0;
  }
  return true;
}

/// libedit's source of characters: UTF-8 bytes of standard input, one character a call. 0: end, -1: given up.
int read_character(EditLine* editor, wchar_t* character) {
  std::mbstate_t state{};
  for (;;) {
    if (!wait_for_key(editor)) return -1;
    char byte = 0;
    const ssize_t size = ::read(STDIN_FILENO, &byte, 1);
    if (size <= 0) return size == 0 ? 0 : -1;
    if (byte == 0)
      continue;  // what is left of a Ctrl-D that came before the terminal was raw: it would enter the line
    const std::size_t used = std::mbrtowc(character, &byte, 1, &state);
    if (used == static_cast<std::size_t>(-2)) continue;  // more bytes belong to it
    if (used == static_cast<std::size_t>(-1)) *character = L'?';
    return 1;
  }
}

/// Editing speaks UTF-8 in any locale; numbers and dates stay as in the C locale.
void use_utf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) std::setlocale(LC_CTYPE, "C.UTF-8");
}

class LineEditor : public LineSource {
 public:
  explicit LineEditor(std::string history_file)
      : history_(history_init(), history_end),
        editor_(nullptr, el_end),
        history_file_(std::move(history_file)) {
    use_utf8();
    editor_.reset(el_init("entente", stdin, stdout, stderr));
    el_set(editor_.get(), EL_CLIENTDATA, this);
    el_set(editor_.get(), EL_PROMPT, &LineEditor::prompt_of);
    el_set(editor_.get(), EL_EDITOR, "emacs");
    el_set(editor_.get(), EL_GETCFN, &read_character);
    el_set(editor_.get(), EL_HIST, ::history, history_.get());
    el_set(editor_.get(), EL_ADDFN, "entente-complete", "complete a word", &LineEditor::complete);
    el_set(editor_.get(), EL_BIND, "^I", "entente-complete", nullptr);
    el_set(editor_.get(), EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(editor_.get(), nullptr);
    HistEvent event;
    ::history(history_.get(), &event, H_SETSIZE, kHistorySize);
    ::history(history_.get(), &event, H_SETUNIQUE, 1);
    if (!history_file_.empty()) ::history(history_.get(), &event, H_LOAD, history_file_.c_str());
  }

  Line next(const std::string& prompt) override {
    prompt_ = prompt;
    const SignalGuard guard;
    int length = 0;
    const char* text = el_gets(editor_.get(), &length);
    if (text == nullptr || length <= 0) {
      std::fputs("\n", stdout);
      return {interrupted != 0 ? Line::Kind::cancelled : Line::Kind::end, {}};
    }
    std::string line(text, static_cast<std::size_t>(length));
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    return {Line::Kind::text, std::move(line)};
  }

  void remember(const std::string& entry) override {
    HistEvent event;
    ::history(history_.get(), &event, H_ENTER, entry.c_str());
    save();
  }

  [[nodiscard]] std::vector<std::string> history() const override {
    std::vector<std::string> entries;
    HistEvent event;
    for (int more = ::history(history_.get(), &event, H_LAST); more >= 0;
         more = ::history(history_.get(), &event, H_PREV))
      entries.emplace_back(event.str);
    return entries;
  }

  void set_completer(Completer completer) override { completer_ = std::move(completer); }

 private:
  static LineEditor* self(EditLine* editor) {
    LineEditor* found = nullptr;
    el_get(editor, EL_CLIENTDATA, &found);
    return found;
  }

  static char* prompt_of(EditLine* editor) { return self(editor)->prompt_.data(); }

  /// Completes the word before the cursor as far as is clear; where it is not, shows what may follow.
  static unsigned char complete(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    const std::string_view before(line->buffer, static_cast<std::size_t>(line->cursor - line->buffer));
    if (!self(editor)->completer_) return CC_REFRESH_BEEP;
    const app::Completion completion = self(editor)->completer_(before);
    if (completion.candidates.empty()) return CC_REFRESH_BEEP;
    const std::string typed(before.substr(completion.begin));
    std::string text = completion.common;
    const bool settled = completion.candidates.size() == 1 && completion.more == 0;
    if (settled && (line->cursor == line->lastchar || !completion.after.starts_with(*line->cursor)))
      text += completion.after;
    if (text == typed) {
      std::fputs(("\n" + list_of_candidates(completion, terminal_size())).c_str(), stdout);
      return CC_REDISPLAY;
    }
    el_deletestr(editor, static_cast<int>(utf8::length(typed)));
    return !text.empty() && el_insertstr(editor, text.c_str()) != 0 ? CC_REFRESH_BEEP : CC_REFRESH;
  }

  void save() {
    if (history_file_.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(history_file_).parent_path(), error);
    HistEvent event;
    ::history(history_.get(), &event, H_SAVE, history_file_.c_str());
  }

  std::unique_ptr<History, decltype(&history_end)> history_;
  std::unique_ptr<EditLine, decltype(&el_end)> editor_;
  std::string history_file_;
  std::string prompt_;
  Completer completer_;
};

}  // namespace

std::unique_ptr<LineSource> make_line_editor(std::string history_file) {
  return std::make_unique<LineEditor>(std::move(history_file));
}

}  // namespace entente::cli
