// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

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
  [[nodiscard]] int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

tl::unexpected<Error> system_failure(const std::string& what, const std::filesystem::path& path) {
  const std::string reason = std::strerror(errno);
  return fail(ErrorKind::input_output, what + ": " + reason, {.file = path.string()});
}

Status write_all(int fd, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_failure("cannot write", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
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
  std::filesystem::path temporary = path;
  temporary += ".tmp" + std::to_string(::getpid());
  Descriptor file(
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, static_cast<mode_t>(access)));
  if (file.get() < 0) return system_failure("cannot create", path);
  Status status = write_all(file.get(), bytes, path);
  if (status && ::fsync(file.get()) != 0) status = system_failure("cannot write", path);
  if (::close(file.release()) != 0 && status) status = system_failure("cannot write", path);
  if (status && ::rename(temporary.c_str(), path.c_str()) != 0)
    status = system_failure("cannot replace", path);
  if (!status) ::unlink(temporary.c_str());
  return status;
}

}  // namespace entente
