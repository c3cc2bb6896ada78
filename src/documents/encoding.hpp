// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace entente::documents {

struct Decoded {
  std::string text;      ///< valid UTF-8 without a byte order mark
  std::string encoding;  ///< "UTF-8", "windows-1252", ...
};

/// Bytes of a text in whatever encoding, as UTF-8. In this order: a byte order mark; valid UTF-8; UTF-16
/// without a mark, by its zero bytes; the encoding that the document declares (declared, or empty); where few
/// bytes are beyond ASCII, windows-1252, as English texts have it; else what uchardet finds. Binary bytes,
/// and UTF-8 that is damaged in a few places, are errors with the byte.
[[nodiscard]] Result<Decoded> to_utf8(std::string_view bytes, std::string_view declared = {});

/// Puts '?' for each byte that is not part of well-formed UTF-8, or is NUL.
void make_valid(std::string& text);

}  // namespace entente::documents
