// SPDX-License-Identifier: Apache-2.0
#include "cli/input_stream.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace entente::cli {

Status InputStream::open(const std::string& name, const Console& console) {
  if (name == "-") {
    stream_ = &console.in();
    return {};
  }
  std::error_code error;
  if (std::filesystem::is_directory(name, error))
    return fail(ErrorKind::input_output, "this is a folder, not a file", {.file = name});
  errno = 0;
  file_.open(name, std::ios::binary);
  if (!file_)
    return fail(ErrorKind::input_output, std::string("cannot open: ") + std::strerror(errno), {.file = name});
  stream_ = &file_;
  return {};
}

}  // namespace entente::cli
