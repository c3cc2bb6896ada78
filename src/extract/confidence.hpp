// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// How far a reading is to be trusted, 0.05 to 0.99: the sum of the features that docs/frames.md lists with
/// their weights.
[[nodiscard]] double confidence(const Context& context, const Draft& draft);

}  // namespace entente::extract
