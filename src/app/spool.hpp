// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace entente::app {

/// Texts put aside on disk, in a file without a name that goes with the program, however it ends. Writing is
/// for one thread; reading for several.
class Spool {
 public:
  Spool() = default;
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  struct Place {
    std::uint64_t offset = 0;
    std::size_t size = 0;
  };
  /// The file is made with the first text, in the folder for temporary files. A full disk is an input_output
  /// error.
  [[nodiscard]] Result<Place> put(std::string_view text);
  [[nodiscard]] Result<std::string> get(const Place& place) const;

 private:
  int fd_ = -1;
  std::uint64_t end_ = 0;
};

}  // namespace entente::app
