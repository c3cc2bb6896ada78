// SPDX-License-Identifier: Apache-2.0
#include "text/document.hpp"

#include <utility>

#include "base/sha256.hpp"

namespace entente {

Document make_document(std::string text, std::string name) {
  Document document;
  document.id = short_hash(text);
  document.name = std::move(name);
  document.text = std::move(text);
  return document;
}

}  // namespace entente
