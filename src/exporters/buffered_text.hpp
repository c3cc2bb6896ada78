// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

namespace entente::exporters {

/// Text on its way into a stream, in large pieces. Append to text(), and call settle() now and then.
class BufferedText {
 public:
  explicit BufferedText(std::ostream& out) : out_(out) { text_.reserve(kPiece + kPiece / 4); }
  BufferedText(const BufferedText&) = delete;
  BufferedText& operator=(const BufferedText&) = delete;
  ~BufferedText() { flush(); }

  [[nodiscard]] std::string& text() { return text_; }
  void settle() {
    if (text_.size() >= kPiece) flush();
  }

 private:
  static constexpr std::size_t kPiece = 1U << 18U;
  void flush() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

  std::ostream& out_;
  std::string text_;
};

}  // namespace entente::exporters
