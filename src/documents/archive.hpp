// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.hpp"
#include "documents/byte_source.hpp"
#include "documents/reader.hpp"

namespace entente::documents {

/// What has come out of an archive, those within it included.
struct Unpacked {
  std::uint64_t bytes = 0;
  std::uint64_t members = 0;
};

/// The code of an error that a member's bytes give because the whole archive cannot be read on;
/// read_archive() returns it too.
inline constexpr const char* kOfArchive = "archive";

/// Who takes the files of an archive. Nothing is ever written to a disk, so that names are only names.
class MemberHandler {
 public:
  virtual ~MemberHandler() = default;
  /// A file and its bytes, which may be read or not. name is valid UTF-8 without control characters, empty
  /// where the archive is one compressed file.
  virtual void member(const std::string& name, ByteSource& bytes) = 0;
  /// A member that cannot be read, and why; place.file is its name.
  virtual void unreadable(Error reason) = 0;
};

/// Goes through an archive (tar, zip) or a compressed file (gzip, bzip2, xz, zstd, lzma), which may be both.
/// What it is is told by its bytes. Damage ends it with an error that says how far it got; so does a limit on
/// bytes, on their ratio to the packed ones, or on members.
[[nodiscard]] Status read_archive(ByteSource& source, const Limits& limits, Unpacked& unpacked,
                                  MemberHandler& handler);

}  // namespace entente::documents
