// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.hpp"

namespace entente {

/// A file's bytes as they are on the disk, read-only, fetched by the system as they are looked at. They stay
/// when the file is replaced or removed (not when it is cut short in place). Aligned to a page.
class MappedFile {
 public:
  /// An empty file has no bytes. input_output error naming the file.
  [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// Whoever holds it keeps the bytes there.
  [[nodiscard]] const std::shared_ptr<const void>& owner() const { return owner_; }

 private:
  std::shared_ptr<const void> owner_;
  std::string_view bytes_;
};

}  // namespace entente
