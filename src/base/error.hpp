// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace entente {

/// What kind of failure it is; the command line turns it into an exit code.
enum class ErrorKind {
  usage,         ///< the call is wrong (exit 2)
  data,          ///< a query, ontology or data file says something that cannot be (exit 1)
  input_output,  ///< a file or stream cannot be read or written (exit 3)
  limit,         ///< a limit that the user set or a default one was reached (exit 1)
  cancelled,     ///< the user interrupted (exit 1)
};

/// Where a failure is: any field may be unset. Lines and columns count from 1, bytes from 0.
struct Place {
  std::string file;
  std::size_t line = 0;                         ///< 0: unknown
  std::size_t column = 0;                       ///< 0: unknown; in code points
  std::size_t byte_offset = std::string::npos;  ///< npos: unknown
};

/// A failure that a user or a file can cause. A value, never thrown.
struct Error {
  ErrorKind kind = ErrorKind::data;
  std::string message;  ///< one sentence, no full stop
  Place place;
  std::string hint;       ///< what would work ("did you mean ..."), or empty
  std::string code = {};  ///< stable name of the fault for programs (the query language has them), or empty
};

/// "file:line:column: message (hint)"; parts that are unknown are left out.
[[nodiscard]] std::string to_text(const Error& error);

}  // namespace entente
