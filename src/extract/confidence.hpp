// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// What speaks for or against a reading: how its ends were found, what they are, what kind of relation it is.
/// Names of kSignWeights (docs/confidence.md lists them), each at most once.
[[nodiscard]] std::vector<std::string_view> signs_of(const Context& context, const Draft& draft);

/// How likely a reading with these signs is right, 0.02 to 0.98: a logistic regression on marked texts, whose
/// weights bench/confidence/fit.py writes.
[[nodiscard]] double confidence(const std::vector<std::string_view>& signs);

}  // namespace entente::extract
