// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/fact_base.hpp"

namespace entente::store {

/// Hash of everything in a document's reading, text included, by which changed bytes in a file are noticed.
[[nodiscard]] std::uint64_t fingerprint(const DocumentFacts& reading);

/// Hash of one named value.
[[nodiscard]] std::uint64_t fingerprint(std::string_view key, std::string_view value);

/// The 16 hex digits of it, as they stand in the file.
[[nodiscard]] std::string to_hex(std::uint64_t fingerprint);
[[nodiscard]] std::optional<std::uint64_t> from_hex(std::string_view digits);

}  // namespace entente::store
