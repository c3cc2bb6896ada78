// SPDX-License-Identifier: Apache-2.0
#include "app/spool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace entente::app {

namespace {

tl::unexpected<Error> failure(const std::string& what) {
  const std::string reason = std::strerror(errno);
  std::error_code code;
  return fail(ErrorKind::input_output, what + ": " + reason,
              {.file = std::filesystem::temp_directory_path(code).string()}, "TMPDIR names another folder");
}

/// A file that no folder lists.
int open_nameless() {
  std::error_code code;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(code);
  const int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0) return fd;
  std::string name = (folder / "entente-XXXXXX").string();  // where the file system has no such files
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

Spool::~Spool() {
  if (fd_ >= 0) ::close(fd_);
}

Result<Spool::Place> Spool::put(std::string_view text) {
  if (fd_ < 0) fd_ = open_nameless();
  if (fd_ < 0) return failure("cannot make a temporary file");
  const Place place{end_, text.size()};
  std::uint64_t at = end_;
  while (!text.empty()) {
    const ssize_t written = ::pwrite(fd_, text.data(), text.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failure("cannot write a temporary file");
    at += static_cast<std::uint64_t>(written);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  end_ = at;
  return place;
}

Result<std::string> Spool::get(const Place& place) const {
  std::string text(place.size, '\0');
  for (std::size_t have = 0; have < text.size();) {
    const ssize_t got =
        ::pread(fd_, text.data() + have, text.size() - have, static_cast<off_t>(place.offset + have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return failure("cannot read a temporary file");
    have += static_cast<std::size_t>(got);
  }
  return text;
}

}  // namespace entente::app
