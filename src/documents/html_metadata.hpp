// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "documents/html_tree.hpp"

namespace entente::documents {

struct HtmlMetadata {
  std::string title;  ///< og:title, JSON-LD's headline, else the element title
  std::string date;   ///< published, ISO 8601: meta elements, JSON-LD, itemprop, else the first element time
  std::string url;    ///< the link "canonical", else og:url; http and https alone
};

/// What a page says of itself.
[[nodiscard]] HtmlMetadata metadata_of(const HtmlTree& tree);

/// The encoding that a page declares within its first 4 KiB, or empty; bytes may be in any encoding that has
/// ASCII in it.
[[nodiscard]] std::string_view declared_encoding(std::string_view bytes);

}  // namespace entente::documents
