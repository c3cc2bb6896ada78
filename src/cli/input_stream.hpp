// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <iosfwd>
#include <string>

#include "base/result.hpp"
#include "cli/console.hpp"

namespace entente::cli {

/// A named file, or standard input for "-", opened to be read.
class InputStream {
 public:
  [[nodiscard]] Status open(const std::string& name, const Console& console);
  [[nodiscard]] std::istream& stream() const { return *stream_; }

 private:
  std::ifstream file_;
  std::istream* stream_ = nullptr;  ///< file_ or the console's
};

}  // namespace entente::cli
