// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace entente {

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The first 16 hex digits of it: the form of every id in entente.
[[nodiscard]] std::string short_hash(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  /// The digits, once, at the end.
  [[nodiscard]] std::string hex();

 private:
  struct Context;
  std::shared_ptr<Context> context_;
};

}  // namespace entente
