// SPDX-License-Identifier: Apache-2.0
#include "documents/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <utility>

namespace entente::documents {

namespace {

constexpr int kNotThere = 127;  ///< the shell's exit code for it
constexpr std::size_t kMostMessages = 4096;

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

Error failure(const std::string& what) {
  return {ErrorKind::input_output, what + ": " + std::strerror(errno), {}, {}};
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Between fork and exec: only what may be called there.
[[noreturn]] void become(int input, int output, int messages, char* const* arguments,
                         const ProcessOptions& options) {
  const int nothing = ::open("/dev/null", O_RDONLY);
  const auto limit = [](auto what, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(what, &both);
  };
  limit(RLIMIT_CPU, options.seconds);
  limit(RLIMIT_AS, options.memory_bytes);
  limit(RLIMIT_CORE, 0);
  // The four may stand where others are to go: first out of their way.
  const int in = ::fcntl(input, F_DUPFD, 10), out = ::fcntl(output, F_DUPFD, 10),
            err = ::fcntl(messages, F_DUPFD, 10);
  const int none = ::fcntl(nothing, F_DUPFD, 10);
  if (::dup2(none, 0) < 0 || ::dup2(out, 1) < 0 || ::dup2(err, 2) < 0 || ::dup2(in, 3) < 0) ::_exit(126);
  for (const int fd : {in, out, err, none}) ::close(fd);
  ::execvp(arguments[0], arguments);
  ::_exit(errno == ENOENT ? kNotThere : 126);
}

/// Appends what can be read; false at the end.
bool take(int fd, std::string& into) {
  std::array<char, 1u << 16> buffer{};
  const ssize_t got = ::read(fd, buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  into.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0;
}

/// Reads both pipes until they end or a limit is reached, which it tells.
const char* collect(int output, int messages, ProcessResult& result, const ProcessOptions& options) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::seconds(options.seconds);
  std::array<pollfd, 2> pipes{{{output, POLLIN, 0}, {messages, POLLIN, 0}}};
  while (pipes[0].fd >= 0 || pipes[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return "it took too long";
    const int ready = ::poll(pipes.data(), pipes.size(), static_cast<int>(std::min<long long>(left, 1000)));
    if (ready < 0 && errno != EINTR) return "it could not be listened to";
    if (pipes[0].revents != 0 && !take(output, result.output)) pipes[0].fd = -1;
    if (pipes[1].revents != 0 && !take(messages, result.messages)) pipes[1].fd = -1;
    result.messages.resize(std::min(result.messages.size(), kMostMessages));
    if (result.output.size() > options.output_bytes) return "it wrote more than the limit for a document";
  }
  return nullptr;
}

}  // namespace

Result<ProcessResult> run_program(std::string_view input, const ProcessOptions& options) {
  const std::string& name = options.command.front();
  const Descriptor file(::memfd_create("entente-input", MFD_CLOEXEC));
  if (file.get() < 0 || !write_all(file.get(), input))
    return fail(failure("cannot hand the document to " + name));
  std::array<int, 2> out{}, err{};
  if (::pipe2(out.data(), O_CLOEXEC) != 0) return fail(failure("cannot call " + name));
  Descriptor out_read(out[0]), out_write(out[1]);
  if (::pipe2(err.data(), O_CLOEXEC) != 0) return fail(failure("cannot call " + name));
  Descriptor err_read(err[0]), err_write(err[1]);
  std::vector<char*> arguments;
  for (const std::string& argument : options.command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return fail(failure("cannot call " + name));
  if (child == 0) become(file.get(), out_write.get(), err_write.get(), arguments.data(), options);
  out_write.close();
  err_write.close();
  ProcessResult result;
  const char* stopped = collect(out_read.get(), err_read.get(), result, options);
  if (stopped != nullptr) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (stopped != nullptr) return fail(ErrorKind::limit, name + " was ended: " + stopped);
  if (WIFSIGNALED(status)) return fail(ErrorKind::input_output, name + " came to a bad end");
  result.exit_code = WEXITSTATUS(status);
  if (result.exit_code == kNotThere) return fail(ErrorKind::input_output, name + " is not installed");
  return result;
}

}  // namespace entente::documents
