// SPDX-License-Identifier: Apache-2.0
#include "query/temporal_scan.hpp"

namespace entente::query {

std::size_t Scanner::digits_ahead() const {
  std::size_t count = 0;
  while (at_ + count < text_.size() && is_digit(text_[at_ + count])) ++count;
  return count;
}

bool Scanner::accept(char c) {
  if (peek() != c || at_end()) return false;
  ++at_;
  return true;
}

std::optional<std::int64_t> Scanner::number(std::size_t digits) {
  if (digits == 0 || digits > 18 || digits_ahead() < digits) return {};
  std::int64_t value = 0;
  for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (text_[at_ + i] - '0');
  at_ += digits;
  return value;
}

std::optional<std::int64_t> Scanner::fraction() {
  if (!accept('.') && !accept(',')) return 0;
  const auto count = digits_ahead();
  if (count > 9) return {};
  auto value = number(count);
  for (auto i = count; value && i < 9; ++i) *value *= 10;
  return value;
}

std::optional<std::int32_t> Scanner::offset() {
  const auto start = at_;
  if (accept('Z') || accept('z')) return 0;
  const auto sign = accept('-') ? -1 : accept('+') ? 1 : 0;
  const auto hours = sign == 0 ? std::nullopt : number(2);
  std::int64_t total = hours.value_or(0) * 3600;
  std::int64_t unit = 60;
  bool good = hours.has_value();
  while (good && unit >= 1 && (peek() == ':' || is_digit(peek()))) {
    accept(':');
    const auto part = number(2);
    good = part && *part < 60;
    total += part.value_or(0) * unit;
    unit /= 60;
  }
  if (good && total <= 18 * 3600) return static_cast<std::int32_t>(sign * total);
  at_ = start;
  return {};
}

}  // namespace entente::query
