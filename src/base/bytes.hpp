// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Numbers and texts one after the other, small numbers in few bytes (LEB128, zigzag for signed ones).
class ByteWriter {
 public:
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void real(double value);
  void text(std::string_view value);

  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads them back. After bytes that cannot be, all further values are 0 or empty and ok() is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] std::uint64_t number();
  [[nodiscard]] std::int64_t signed_number();
  [[nodiscard]] double real();
  [[nodiscard]] std::string_view text();
  /// A number of things that take at least one byte each.
  [[nodiscard]] std::size_t count();

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  void spoil();

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace entente
