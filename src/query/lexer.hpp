// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "query/token.hpp"

namespace entente::query {

inline constexpr std::size_t kMaxQueryBytes = 1u << 20;

/// Cuts a query into tokens; comments (// and /* */) and white space are dropped. Ill-formed UTF-8, unknown
/// characters, unfinished strings and impossible numbers are errors with their place.
[[nodiscard]] Result<Tokens> tokenize(std::string_view text);

}  // namespace entente::query
