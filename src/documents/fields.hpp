// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace entente::documents {

/// What the parts of a document are called in JSON lines and CSV files.
struct Fields {
  std::string id = "id", text = "text", date = "date", title = "title", url = "url";
};

/// Reads "text=body,date=published", once or more often; a usage error for anything else.
[[nodiscard]] Result<Fields> parse_fields(const std::vector<std::string>& assignments);

}  // namespace entente::documents
