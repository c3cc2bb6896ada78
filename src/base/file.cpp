// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/atomic_file.hpp"

namespace entente {

namespace {

/// Closes a file descriptor at the end of a scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<Error> system_failure(const std::string& what, const std::filesystem::path& path) {
  const std::string reason = std::strerror(errno);
  return fail(ErrorKind::input_output, what + ": " + reason, {.file = path.string()});
}

/// Appends all that is left in a descriptor.
Result<std::string> read_all(int fd, std::string bytes, const std::filesystem::path& path) {
  char buffer[1 << 16];
  for (;;) {
    const ssize_t size = ::read(fd, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return system_failure("cannot read", path);
    if (size == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(size));
  }
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return system_failure("cannot open", path);
  struct stat status {};
  if (::fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return system_failure("cannot read", path);
  }
  std::string bytes;
  if (status.st_size > 0) bytes.reserve(static_cast<std::size_t>(status.st_size));
  return read_all(file.get(), std::move(bytes), path);
}

Result<std::string> read_standard_input() {
  return read_all(STDIN_FILENO, {}, "-");
}

Status write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                             std::filesystem::perms access) {
  auto file = AtomicFile::create(path, access);
  if (!file) return fail(std::move(file.error()));
  if (auto status = file->append(bytes); !status) return status;
  return file->commit();
}

}  // namespace entente
