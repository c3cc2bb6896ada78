// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/sqlite.hpp"

namespace entente::store {

/// A value of the table meta; empty when it was never set. A changed one is a data error.
[[nodiscard]] Result<std::string> read_meta(const Database& database, std::string_view key);
[[nodiscard]] Status write_meta(const Database& database, std::string_view key, std::string_view value);

/// A file whose bytes do not fit together.
[[nodiscard]] Error damaged(const Database& database, std::string_view what);

/// What all items of a kind in a file are, in one line: how many, and their fingerprints taken together.
struct Contents {
  std::uint64_t items = 0;
  std::uint64_t fingerprints = 0;  ///< joined by exclusive or, so that the order does not matter

  void toggle(std::string_view fingerprint, bool added);
  [[nodiscard]] std::string text() const;
  [[nodiscard]] static std::optional<Contents> parse(std::string_view text);
};

}  // namespace entente::store
