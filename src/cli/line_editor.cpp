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

#include "cli/history_file.hpp"

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
  LineEditor()
      : history_(history_init(), history_end), editor_(nullptr, el_end), history_file_(history_file()) {
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

  ~LineEditor() override { save(); }

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
  }

  void set_words(std::vector<std::string> words) override {
    words_ = std::move(words);
    std::sort(words_.begin(), words_.end());
  }

 private:
  static LineEditor* self(EditLine* editor) {
    LineEditor* found = nullptr;
    el_get(editor, EL_CLIENTDATA, &found);
    return found;
  }

  static char* prompt_of(EditLine* editor) { return self(editor)->prompt_.data(); }

  /// Completes the word before the cursor as far as all words that begin so agree.
  static unsigned char complete(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    const char* begin = line->cursor;
    while (begin > line->buffer &&
           (std::isalnum(static_cast<unsigned char>(begin[-1])) != 0 || begin[-1] == '_'))
      --begin;
    const std::string typed(begin, line->cursor);
    const std::string rest = self(editor)->common_rest(typed);
    if (rest.empty() || el_insertstr(editor, rest.c_str()) != 0) return CC_REFRESH_BEEP;
    return CC_REFRESH;
  }

  [[nodiscard]] std::string common_rest(const std::string& typed) const {
    if (typed.empty()) return {};
    std::string common;
    bool first = true;
    for (const std::string& word : words_) {
      if (!word.starts_with(typed)) continue;
      if (first) common = word;
      first = false;
      const auto differ = std::mismatch(common.begin(), common.end(), word.begin(), word.end());
      common.erase(differ.first, common.end());
    }
    return common.size() > typed.size() ? common.substr(typed.size()) : std::string();
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
  std::vector<std::string> words_;  ///< sorted
};

}  // namespace

std::unique_ptr<LineSource> make_line_editor() {
  return std::make_unique<LineEditor>();
}

}  // namespace entente::cli
