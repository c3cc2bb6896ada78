// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Damerau-Levenshtein distance (adjacent transpositions count 1), stops at limit + 1.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to a misspelt name, case-blind, within a third of its length; the first of equals.
[[nodiscard]] std::optional<std::string> did_you_mean(std::string_view wrong,
                                                      const std::vector<std::string>& candidates);

}  // namespace entente
