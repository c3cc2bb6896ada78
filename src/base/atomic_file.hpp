// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace entente {

/// A file that is written piece by piece as a temporary neighbour of the one whose place it takes at the end.
/// Without a commit that succeeded it is removed, and the other is as it was. Errors name that other file.
class AtomicFile {
 public:
  /// May be read and written by those whom `access` names, less what the user's mask forbids.
  [[nodiscard]] static Result<AtomicFile> create(
      const std::filesystem::path& path, std::filesystem::perms access = std::filesystem::perms(0666));
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();

  [[nodiscard]] Status append(std::string_view bytes);
  /// Bytes that were appended are these from now on.
  [[nodiscard]] Status overwrite(std::uint64_t place, std::string_view bytes);
  /// All that was appended so far with success; also when there is no room for more.
  [[nodiscard]] Result<std::string> read_back() const;
  /// Where it stands until the commit.
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }

  /// Syncs and renames. Whether it succeeds or not, nothing can be written after it.
  [[nodiscard]] Status commit();

 private:
  AtomicFile(int file, std::filesystem::path path, std::filesystem::path temporary);

  int file_ = -1;
  std::uint64_t size_ = 0;
  std::filesystem::path path_, temporary_;  // temporary: empty once it is renamed
};

}  // namespace entente
