// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace entente::cli {

/// What the program tells its caller; a promise to scripts (README.md).
enum class ExitCode : int {
  done = 0,
  data_error = 1,    ///< a query or a data file says something that cannot be
  usage = 2,         ///< the command line is wrong
  input_output = 3,  ///< a file or stream cannot be read or written
  left_out = 4,      ///< done, but some documents were left out
};

[[nodiscard]] ExitCode exit_code_of(ErrorKind kind);

}  // namespace entente::cli
