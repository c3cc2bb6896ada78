// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente {

/// One text as it came in (valid UTF-8, nothing repaired) with what is known of it. Immutable once made.
struct Document {
  std::string id;    ///< first 16 hex digits of SHA-256 of text
  std::string name;  ///< file name, or the id that the user gave; for people, never part of an identity
  std::string text;
  std::string date;   ///< ISO 8601 (2020-06-08, 2020-06 or 2020) or empty
  std::string title;  ///< or empty
  std::string url;    ///< or empty

  // Where the text itself is not kept; else empty.
  std::string sha256;     ///< of the text
  std::string signature;  ///< of a text that is not short: by which near copies are found, in hex
};

/// A document with its id computed.
[[nodiscard]] Document make_document(std::string text, std::string name);

}  // namespace entente
