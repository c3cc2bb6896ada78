// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/decision.hpp"

namespace entente::app {

/// A decision as one line of JSON, without its end: {"id","kind", then "fact", "entity" or "decision" with
/// what it is about, then "text", "into", "name" or "class", "facts" and "documents", "about", "by", "date"};
/// what is empty is left out.
[[nodiscard]] std::string decision_as_json(const Decision& decision);

/// The decisions of JSON lines; empty lines count for nothing. Anything else is a data error with its line.
[[nodiscard]] Result<std::vector<Decision>> decisions_from_json(std::string_view lines,
                                                                const std::string& file_name);

}  // namespace entente::app
