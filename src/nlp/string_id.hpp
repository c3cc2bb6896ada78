// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::nlp {

/// MurmurHash64A with seed 1.
[[nodiscard]] std::uint64_t murmur64(std::string_view bytes);

/// spaCy's 64-bit id of a UTF-8 string: 0 for the empty one, a small number for the fixed symbols ("NOUN",
/// "det", ...), else the hash.
[[nodiscard]] std::uint64_t string_id(std::string_view text);

}  // namespace entente::nlp
