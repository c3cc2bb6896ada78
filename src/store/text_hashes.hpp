// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "model/fact_base.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// Keeps SHA-256 and signature of a text that the file does not hold, in the transaction that is open.
[[nodiscard]] Status write_text_hash(const Database& database, std::int64_t number, const Document& document);

/// Sets them; leaves them empty where there are none.
[[nodiscard]] Status read_text_hash(const Database& database, std::int64_t number, Document& document);

}  // namespace entente::store
