// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::documents {

struct ProcessOptions {
  std::vector<std::string> command;  ///< the program, found along PATH, and its arguments
  unsigned seconds = 60;             ///< of wall clock and of processor time each
  std::uint64_t output_bytes = 64u << 20;
  std::uint64_t memory_bytes = 4ull << 30;
};

struct ProcessResult {
  int exit_code = 0;
  std::string output;
  std::string messages;  ///< what it wrote to standard error, the first 4 KiB
};

/// The argument that stands for the input: the program finds it there as a file.
inline constexpr const char* kInputFile = "/proc/self/fd/3";

/// Runs a program on some bytes, which it sees as a file in memory. It is ended at a limit. A program that is
/// not there, or is ended, is an error.
[[nodiscard]] Result<ProcessResult> run_program(std::string_view input, const ProcessOptions& options);

}  // namespace entente::documents
