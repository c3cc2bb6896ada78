// SPDX-License-Identifier: Apache-2.0
#include "documents/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <utility>

#include "base/utf8.hpp"

namespace entente::documents {

namespace {

constexpr std::uint64_t kRatioFrom = 16u << 20;  ///< below it any ratio will do

/// What the archive is read from, as libarchive asks for it.
struct Packed {
  ByteSource* source;
  std::string buffer = std::string(1u << 16, '\0');
  std::uint64_t read = 0;  ///< bytes in all
  std::uint64_t place = 0;
  std::optional<Error> error = std::nullopt;
};

la_ssize_t read_packed(::archive* archive, void* data, const void** buffer) {
  Packed& packed = *static_cast<Packed*>(data);
  const auto got = packed.source->read(packed.buffer.data(), packed.buffer.size());
  if (!got) {
    packed.error = got.error();
    archive_set_error(archive, EIO, "%s", got.error().message.c_str());
    return -1;
  }
  packed.read += *got;
  packed.place += *got;
  *buffer = packed.buffer.data();
  return static_cast<la_ssize_t>(*got);
}

la_int64_t seek_packed(::archive*, void* data, la_int64_t offset, int whence) {
  Packed& packed = *static_cast<Packed*>(data);
  const auto base = whence == SEEK_END   ? static_cast<la_int64_t>(packed.source->size())
                    : whence == SEEK_CUR ? static_cast<la_int64_t>(packed.place)
                                         : 0;
  if (base + offset < 0 || !packed.source->seek(static_cast<std::uint64_t>(base + offset)))
    return ARCHIVE_FATAL;
  packed.place = static_cast<std::uint64_t>(base + offset);
  return base + offset;
}

struct ArchiveCloser {
  void operator()(::archive* archive) const { archive_read_free(archive); }
};
using Archive = std::unique_ptr<::archive, ArchiveCloser>;

std::string message_of(::archive* archive) {
  const char* message = archive_error_string(archive);
  return message == nullptr ? "unknown fault" : message;
}

/// Filters and formats one by one: "all" would call programs for some.
Archive opened(Packed& packed) {
  Archive archive(archive_read_new());
  for (const auto support :
       {archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
        archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_format_tar,
        archive_read_support_format_raw, archive_read_support_format_empty})
    support(archive.get());
  if (packed.source->size() > 0) {
    archive_read_support_format_zip(archive.get());
    archive_read_set_seek_callback(archive.get(), seek_packed);
  } else {
    archive_read_support_format_zip_streamable(archive.get());
  }
  archive_read_set_read_callback(archive.get(), read_packed);
  archive_read_set_callback_data(archive.get(), &packed);
  return archive;
}

/// For people: valid UTF-8, no control characters, not endless.
std::string readable_name(::archive_entry* entry, std::uint64_t number) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  if (name == nullptr || *name == '\0') return "member " + std::to_string(number);
  const std::string_view raw = std::string_view(name).substr(0, 1000);
  std::string readable;
  for (std::size_t i = 0; i < raw.size();) {
    const std::size_t size = utf8::size_of_character(raw.substr(i, 4));
    if (size == 0 || static_cast<unsigned char>(raw[i]) < 0x20 || raw[i] == 0x7f)
      readable += '?';
    else
      readable.append(raw, i, size);
    i += std::max<std::size_t>(size, 1);
  }
  return readable;
}

class Unpacker {
 public:
  Unpacker(ByteSource& source, const Limits& limits, Unpacked& unpacked, MemberHandler& handler)
      : limits_(limits), unpacked_(unpacked), handler_(handler), packed_{&source} {}

  Status run() {
    archive_ = opened(packed_);
    if (archive_read_open1(archive_.get()) != ARCHIVE_OK) return fail(damaged());
    for (;;) {
      ::archive_entry* entry = nullptr;
      const int outcome = archive_read_next_header(archive_.get(), &entry);
      if (outcome == ARCHIVE_EOF) return whole_ > 0 ? Status() : fail(nothing_in_it());
      if (outcome == ARCHIVE_RETRY) continue;
      if (outcome != ARCHIVE_OK && outcome != ARCHIVE_WARN) return fail(damaged());
      if (is_raw() && archive_filter_count(archive_.get()) <= 1)
        return fail(ErrorKind::input_output, "not an archive that entente reads", {},
                    "zip, tar, gzip, bzip2, xz and zstd are");
      if (++unpacked_.members > limits_.members) return fail(over("it has more files than the limit allows"));
      take(entry);
      if (!can_skip()) drain();
      if (stopped_) return fail(*stopped_);
      ++whole_;
    }
  }

 private:
  /// The bytes of the member that the archive stands at.
  class MemberSource : public ByteSource {
   public:
    explicit MemberSource(Unpacker& unpacker) : unpacker_(unpacker) {}
    Result<std::size_t> read(char* into, std::size_t size) override { return unpacker_.read(into, size); }

   private:
    Unpacker& unpacker_;
  };

  [[nodiscard]] bool is_raw() const { return archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW; }

  /// Whether the bytes of a member that nobody wants need not be unpacked.
  [[nodiscard]] bool can_skip() const {
    return (archive_format(archive_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
  }

  void drain() {
    std::string unwanted(1u << 16, '\0');
    for (;;) {
      const auto got = read(unwanted.data(), unwanted.size());
      if (!got || *got == 0) return;
    }
  }

  void take(::archive_entry* entry) {
    const std::string name = readable_name(entry, unpacked_.members);
    const auto leave_out = [&](const char* why) {
      handler_.unreadable({ErrorKind::input_output, why, {.file = name}, {}});
    };
    if (archive_entry_filetype(entry) == AE_IFDIR) return;
    if (archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) == AE_IFLNK)
      return leave_out("a link, not a file");
    if (archive_entry_filetype(entry) != AE_IFREG && !is_raw()) return leave_out("not a regular file");
    if (archive_entry_is_encrypted(entry) != 0) return leave_out("encrypted");
    MemberSource source(*this);
    handler_.member(is_raw() ? std::string() : name, source);
  }

  Result<std::size_t> read(char* into, std::size_t size) {
    if (stopped_) return stop(*stopped_);
    const la_ssize_t got = archive_read_data(archive_.get(), into, size);
    if (got < 0) {
      Error damage = damaged();
      if (got > ARCHIVE_FATAL) return fail(std::move(damage));  // of this member alone
      return stop(std::move(damage));
    }
    unpacked_.bytes += static_cast<std::uint64_t>(got);
    here_ += static_cast<std::uint64_t>(got);
    if (unpacked_.bytes > limits_.unpacked_bytes)
      return stop(over("what comes out of it is more than the limit allows"));
    if (here_ > kRatioFrom && here_ / std::max<std::uint64_t>(packed_.read, 1) > limits_.ratio)
      return stop(over("it unpacks to more than " + std::to_string(limits_.ratio) + " times its size"));
    return static_cast<std::size_t>(got);
  }

  /// Who reads a member meets an error that tells that it is the archive's.
  tl::unexpected<Error> stop(Error reason) {
    stopped_ = reason;
    reason.code = kOfArchive;
    return fail(std::move(reason));
  }

  [[nodiscard]] Error over(const std::string& what) const {
    return {ErrorKind::limit,
            "the archive is left here: " + what,
            {},
            "unpack it yourself where that is as it should be"};
  }

  static Error nothing_in_it() { return {ErrorKind::input_output, "there is nothing in it", {}, {}}; }

  [[nodiscard]] Error damaged() const {
    if (packed_.error) return *packed_.error;
    return {ErrorKind::input_output,
            "the archive is damaged behind " + std::to_string(whole_) +
                (whole_ == 1 ? " file: " : " files: ") + message_of(archive_.get()),
            {},
            {}};
  }

  const Limits& limits_;
  Unpacked& unpacked_;
  MemberHandler& handler_;
  Packed packed_;
  Archive archive_;
  std::uint64_t here_ = 0;        ///< bytes out of this archive
  std::uint64_t whole_ = 0;       ///< members that are done
  std::optional<Error> stopped_;  ///< why no more is read
};

}  // namespace

Status read_archive(ByteSource& source, const Limits& limits, Unpacked& unpacked, MemberHandler& handler) {
  return Unpacker(source, limits, unpacked, handler).run();
}

}  // namespace entente::documents
