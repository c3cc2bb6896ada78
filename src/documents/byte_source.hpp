// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <streambuf>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace entente::documents {

/// Bytes that come one portion after the other: a file, standard input, a member of an archive.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// The next bytes, at most size of them; 0 at the end.
  [[nodiscard]] virtual Result<std::size_t> read(char* into, std::size_t size) = 0;
  /// Goes to a place, from the beginning; false where that cannot be done.
  [[nodiscard]] virtual bool seek(std::uint64_t) { return false; }
  /// Bytes in all, or 0 where that is not known.
  [[nodiscard]] virtual std::uint64_t size() const { return 0; }
};

/// Opens a file, or standard input for "-". A folder or a file that cannot be read is an input_output error.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& path);

/// Bytes in memory, which outlive this.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(char* into, std::size_t size) override;
  bool seek(std::uint64_t place) override;
  [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// A source whose first bytes may be looked at before they are read. The inner source outlives it.
class PeekedSource : public ByteSource {
 public:
  explicit PeekedSource(ByteSource& inner) : inner_(inner) {}
  /// The first bytes, up to kHeadBytes. To be called before anything is read.
  [[nodiscard]] Result<std::string_view> head();
  Result<std::size_t> read(char* into, std::size_t size) override;
  bool seek(std::uint64_t place) override;
  [[nodiscard]] std::uint64_t size() const override { return inner_.size(); }

 private:
  ByteSource& inner_;
  std::string head_;
  std::size_t at_ = 0;
};

/// All that is left, where it is no more than so many bytes; else a limit error.
[[nodiscard]] Result<std::string> read_all(ByteSource& source, std::uint64_t most);

/// A source as the standard's streams want it. An error ends the stream and is kept.
class SourceBuffer : public std::streambuf {
 public:
  explicit SourceBuffer(ByteSource& source) : source_(source), buffer_(1u << 16, '\0') {}
  [[nodiscard]] const Status& status() const { return status_; }

 protected:
  int_type underflow() override;

 private:
  ByteSource& source_;
  std::string buffer_;
  Status status_;
};

/// Lines of a source, none longer than a limit.
class LineReader {
 public:
  LineReader(ByteSource& source, std::size_t longest) : source_(source), longest_(longest) {}
  enum class Outcome { line, too_long, end };
  /// The next line without its end. too_long: it was skipped.
  [[nodiscard]] Result<Outcome> next(std::string& line);
  [[nodiscard]] std::size_t number() const { return number_; }  ///< of the last line, from 1

 private:
  ByteSource& source_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace entente::documents
