// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "model/decision.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// The value in the table meta that says which decisions there are.
inline constexpr std::string_view kDecisions = "decisions";

/// The log, in its order. Missing or changed rows are a data error.
[[nodiscard]] Result<std::vector<Decision>> read_decisions(const Database& database);

/// Store::add_decisions.
[[nodiscard]] Result<std::vector<Decision>> append_decisions(const Database& database,
                                                             const std::vector<Decision>& decisions);

}  // namespace entente::store
