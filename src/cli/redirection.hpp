// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace entente::cli {

/// Where results go instead of standard output: a file, or the standard input of a command ("| sort").
class Redirection {
 public:
  /// Creates the file, or starts the command.
  [[nodiscard]] static Result<Redirection> open(const std::string& target);
  Redirection(Redirection&& other) noexcept;
  Redirection& operator=(Redirection&& other) noexcept;
  ~Redirection();

  [[nodiscard]] Status write(std::string_view text);
  /// Ends the file, or waits for the command.
  [[nodiscard]] Status close();

  [[nodiscard]] bool was_written_to() const { return written_to_; }
  /// The file, or "| command".
  [[nodiscard]] const std::string& target() const { return target_; }

 private:
  Redirection(std::FILE* file, std::string target, bool command);
  std::FILE* file_ = nullptr;
  std::string target_;
  bool command_ = false, written_to_ = false;
};

/// While one lives, writing to a pipe that nobody reads is a failed write, not the end of the program. What
/// is started meanwhile is as before.
class BrokenPipeGuard {
 public:
  BrokenPipeGuard();
  ~BrokenPipeGuard();
  BrokenPipeGuard(const BrokenPipeGuard&) = delete;
  BrokenPipeGuard& operator=(const BrokenPipeGuard&) = delete;

 private:
  void (*before_)(int);
};

}  // namespace entente::cli
