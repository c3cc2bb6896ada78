// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/sqlite.hpp"

namespace entente::store {

/// Keeps the hash of a text that the file does not hold, in the transaction that is open.
[[nodiscard]] Status write_text_hash(const Database& database, std::int64_t document,
                                     std::string_view sha256);

/// The hash; empty where there is none.
[[nodiscard]] Result<std::string> read_text_hash(const Database& database, std::int64_t document);

}  // namespace entente::store
