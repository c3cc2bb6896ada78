// SPDX-License-Identifier: Apache-2.0
#include "base/atomic_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

namespace entente {

namespace {

tl::unexpected<Error> system_failure(const std::string& what, const std::filesystem::path& path) {
  const std::string reason = std::strerror(errno);
  return fail(ErrorKind::input_output, what + ": " + reason, {.file = path.string()});
}

/// A name that no other writer has, in this process or another.
std::filesystem::path neighbour(const std::filesystem::path& path) {
  static std::atomic<unsigned> count{0};
  std::filesystem::path name = path;
  name += ".tmp" + std::to_string(::getpid());
  if (const unsigned number = count++; number != 0) name += "-" + std::to_string(number);
  return name;
}

/// All bytes to a place of a file.
bool write_all(int file, std::string_view bytes, std::uint64_t place) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
    place += static_cast<std::uint64_t>(written);
  }
  return true;
}

}  // namespace

AtomicFile::AtomicFile(int file, std::filesystem::path path, std::filesystem::path temporary)
    : file_(file), path_(std::move(path)), temporary_(std::move(temporary)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      size_(other.size_),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})) {}

AtomicFile::~AtomicFile() {
  if (file_ >= 0) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path, std::filesystem::perms access) {
  auto temporary = neighbour(path);
  const int file =
      ::open(temporary.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, static_cast<mode_t>(access));
  if (file < 0) return system_failure("cannot create", path);
  return AtomicFile(file, path, std::move(temporary));
}

Status AtomicFile::append(std::string_view bytes) {
  if (!write_all(file_, bytes, size_)) return system_failure("cannot write", path_);
  size_ += bytes.size();
  return {};
}

Status AtomicFile::overwrite(std::uint64_t place, std::string_view bytes) {
  if (!write_all(file_, bytes, place)) return system_failure("cannot write", path_);
  return {};
}

Result<std::string> AtomicFile::read_back() const {
  std::string bytes(static_cast<std::size_t>(size_), '\0');
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t size = ::pread(file_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (size < 0 && errno == EINTR) continue;
    if (size == 0) errno = EIO;
    if (size <= 0) return system_failure("cannot read", path_);
    at += static_cast<std::size_t>(size);
  }
  return bytes;
}

Status AtomicFile::commit() {
  if (::fsync(file_) != 0) return system_failure("cannot write", path_);
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) return system_failure("cannot replace", path_);
  temporary_.clear();
  return {};
}

}  // namespace entente
