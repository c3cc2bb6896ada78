// SPDX-License-Identifier: Apache-2.0
#include "documents/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "documents/format.hpp"

namespace entente::documents {

namespace {

/// An open file; standard input is not closed.
class FileSource : public ByteSource {
 public:
  FileSource(int fd, std::uint64_t size) : fd_(fd), size_(size) {}
  ~FileSource() override {
    if (fd_ > 0) ::close(fd_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  Result<std::size_t> read(char* into, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::read(fd_, into, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR)
        return fail(ErrorKind::input_output, std::string("cannot read: ") + std::strerror(errno));
    }
  }
  bool seek(std::uint64_t place) override {
    return size_ > 0 && ::lseek(fd_, static_cast<off_t>(place), SEEK_SET) >= 0;
  }
  [[nodiscard]] std::uint64_t size() const override { return size_; }

 private:
  int fd_;
  std::uint64_t size_;  ///< 0 for what is no regular file
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& path) {
  if (path == "-") return std::make_unique<FileSource>(STDIN_FILENO, 0);
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail(ErrorKind::input_output, std::string("cannot open: ") + std::strerror(errno),
                {path.string()});
  struct stat status {};
  if (::fstat(fd, &status) != 0 || S_ISDIR(status.st_mode)) {
    ::close(fd);
    return fail(ErrorKind::input_output, "this is a folder, not a file", {path.string()});
  }
  return std::make_unique<FileSource>(
      fd, S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0);
}

Result<std::size_t> MemorySource::read(char* into, std::size_t size) {
  const std::size_t got = bytes_.copy(into, size, at_);
  at_ += got;
  return got;
}

bool MemorySource::seek(std::uint64_t place) {
  if (place > bytes_.size()) return false;
  at_ = static_cast<std::size_t>(place);
  return true;
}

Result<std::string_view> PeekedSource::head() {
  while (head_.size() < kHeadBytes) {
    const std::size_t before = head_.size();
    head_.resize(kHeadBytes);
    const auto got = inner_.read(head_.data() + before, kHeadBytes - before);
    head_.resize(before + (got ? *got : 0));
    if (!got) return fail(got.error());
    if (*got == 0) break;
  }
  return std::string_view(head_);
}

Result<std::size_t> PeekedSource::read(char* into, std::size_t size) {
  if (at_ >= head_.size()) return inner_.read(into, size);
  const std::size_t got = head_.copy(into, size, at_);
  at_ += got;
  return got;
}

bool PeekedSource::seek(std::uint64_t place) {
  if (!inner_.seek(place)) return false;
  at_ = head_.size();
  return true;
}

Result<std::string> read_all(ByteSource& source, std::uint64_t most) {
  constexpr std::size_t kPortion = 1u << 16;
  std::string bytes;
  if (source.size() > 0) bytes.reserve(static_cast<std::size_t>(std::min(source.size(), most)));
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kPortion);
    const auto got = source.read(bytes.data() + before, kPortion);
    bytes.resize(before + (got ? *got : 0));
    if (!got) return fail(got.error());
    if (*got == 0) return bytes;
    if (bytes.size() > most)
      return fail(ErrorKind::limit,
                  "larger than the limit for a document, " + std::to_string(most) + " bytes", {},
                  "--max-document raises it");
  }
}

SourceBuffer::int_type SourceBuffer::underflow() {
  const auto got = source_.read(buffer_.data(), buffer_.size());
  if (!got) status_ = fail(got.error());
  if (!got || *got == 0) return traits_type::eof();
  setg(buffer_.data(), buffer_.data(), buffer_.data() + *got);
  return traits_type::to_int_type(*gptr());
}

Result<LineReader::Outcome> LineReader::next(std::string& line) {
  constexpr std::size_t kPortion = 1u << 16;
  line.clear();
  bool too_long = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', at_);
    const std::string_view piece =
        std::string_view(buffer_).substr(at_, end == std::string::npos ? std::string::npos : end - at_);
    too_long = too_long || line.size() + piece.size() > longest_;
    if (!too_long) line += piece;
    if (end != std::string::npos) {
      at_ = end + 1;
      break;
    }
    at_ = 0;
    buffer_.resize(kPortion);
    const auto got = ended_ ? Result<std::size_t>(0) : source_.read(buffer_.data(), kPortion);
    buffer_.resize(got ? *got : 0);
    if (!got) return fail(got.error());
    if (*got != 0) continue;
    ended_ = true;
    if (line.empty() && !too_long) return Outcome::end;
    break;
  }
  ++number_;
  if (too_long) line.clear();
  return too_long ? Outcome::too_long : Outcome::line;
}

}  // namespace entente::documents
