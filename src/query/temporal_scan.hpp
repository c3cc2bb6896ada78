// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::query {

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads the parts of ISO 8601 from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  /// How many digits stand here.
  [[nodiscard]] std::size_t digits_ahead() const;
  bool accept(char c);
  /// A number of exactly so many digits (at most 18).
  std::optional<std::int64_t> number(std::size_t digits);
  /// Digits behind a point or comma as nanoseconds; 0 where there is none, nothing for bad ones.
  std::optional<std::int64_t> fraction();
  /// Z, +01, +0100, +01:00, +01:00:00; at most 18 hours. Nothing, and nothing read, where there is none.
  std::optional<std::int32_t> offset();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace entente::query
