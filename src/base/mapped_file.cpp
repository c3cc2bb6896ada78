// SPDX-License-Identifier: Apache-2.0
#include "base/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace entente {

namespace {

/// A file descriptor that is closed.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const auto failure = [&] {
    return fail(ErrorKind::input_output, std::string("cannot be read: ") + std::strerror(errno),
                {path.string()});
  };
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return failure();
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return failure();
  if (!S_ISREG(status.st_mode))
    return fail(ErrorKind::input_output, "cannot be read: not a file", {path.string()});
  const auto size = static_cast<std::size_t>(status.st_size);
  MappedFile mapped;
  if (size == 0) return mapped;
  void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number(), 0);
  if (bytes == MAP_FAILED) return failure();
  mapped.owner_ = std::shared_ptr<const void>(bytes, [size](const void* at) {
    ::munmap(const_cast<void*>(at), size);  // NOLINT: what mmap gave
  });
  mapped.bytes_ = {static_cast<const char*>(bytes), size};
  return mapped;
}

}  // namespace entente
