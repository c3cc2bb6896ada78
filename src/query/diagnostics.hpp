// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::query {

/// Line and column (code points) of a byte of the query.
[[nodiscard]] Place place_of(std::string_view text, std::size_t byte_offset);

/// A data error at a byte of the query. The code is the openCypher name of the fault ("UndefinedVariable").
[[nodiscard]] Error error_at(std::string_view text, std::size_t byte_offset, std::string_view code,
                             std::string message, std::string hint = {});

/// "did you mean 'x'?" for the candidate nearest to a misspelt name, or empty.
[[nodiscard]] std::string hint_for(std::string_view wrong, const std::vector<std::string>& candidates);

}  // namespace entente::query
