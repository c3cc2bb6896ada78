// SPDX-License-Identifier: Apache-2.0
#include "cli/redirection.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace entente::cli {

Result<Redirection> Redirection::open(const std::string& target) {
  const bool command = target.front() == '|';
  errno = 0;
  std::FILE* file = command ? ::popen(target.c_str() + 1, "w") : std::fopen(target.c_str(), "wb");
  if (file == nullptr)
    return fail(ErrorKind::input_output, std::string("cannot write there: ") + std::strerror(errno),
                {.file = target});
  return Redirection(file, target, command);
}

Redirection::Redirection(std::FILE* file, std::string target, bool command)
    : file_(file), target_(std::move(target)), command_(command) {}

Redirection::Redirection(Redirection&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      target_(std::move(other.target_)),
      command_(other.command_),
      written_to_(other.written_to_) {}

Redirection& Redirection::operator=(Redirection&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(target_, other.target_);
  std::swap(command_, other.command_);
  std::swap(written_to_, other.written_to_);
  return *this;
}

Redirection::~Redirection() {
  static_cast<void>(close());
}

Status Redirection::write(std::string_view text) {
  const BrokenPipeGuard guard;
  written_to_ = true;
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), file_) == text.size();
  if ((written && std::fflush(file_) == 0) || (command_ && errno == EPIPE)) return {};  // it has seen enough
  return fail(ErrorKind::input_output, std::string("cannot write: ") + std::strerror(errno),
              {.file = target_});
}

Status Redirection::close() {
  if (file_ == nullptr) return {};
  const BrokenPipeGuard guard;
  std::FILE* file = std::exchange(file_, nullptr);
  if (command_) {
    ::pclose(file);
    return {};
  }
  errno = 0;
  if (std::fclose(file) == 0) return {};
  return fail(ErrorKind::input_output, std::string("cannot write: ") + std::strerror(errno),
              {.file = target_});
}

BrokenPipeGuard::BrokenPipeGuard() : before_(std::signal(SIGPIPE, [](int) {})) {}

BrokenPipeGuard::~BrokenPipeGuard() {
  std::signal(SIGPIPE, before_);
}

}  // namespace entente::cli
