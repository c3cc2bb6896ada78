// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.hpp"
#include "text/document.hpp"

namespace entente {

/// Largest text that entente takes: offsets are 32 bits wide.
inline constexpr std::size_t kMaxTextBytes = 1u << 30;

/// A document from bytes: a UTF-8 byte order mark is dropped, everything else stays as it is (CRLF too).
/// A binary file (NUL bytes), invalid UTF-8 (with byte offset) and too large a text are input_output errors
/// naming the document.
[[nodiscard]] Result<Document> document_from_bytes(std::string bytes, std::string name);

}  // namespace entente
