// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The bytes in zlib's format (RFC 1950), as browsers' DecompressionStream("deflate") takes it. Empty when
/// there is no memory for it.
[[nodiscard]] std::string compressed(std::string_view bytes);

/// The bytes in RFC 4648's base 64, with filling.
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace entente
