// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The first 16 hex digits of it: the form of every id in entente.
[[nodiscard]] std::string short_hash(std::string_view bytes);

}  // namespace entente
