// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_code.hpp"

namespace entente::cli {

ExitCode exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return ExitCode::usage;
    case ErrorKind::input_output:
      return ExitCode::input_output;
    case ErrorKind::data:
    case ErrorKind::limit:
    case ErrorKind::cancelled:
      return ExitCode::data_error;
  }
  return ExitCode::data_error;
}

}  // namespace entente::cli
