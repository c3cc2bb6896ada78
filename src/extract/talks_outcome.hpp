// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// What talks lead to: "the talks between X and Y produced an agreement", "ended without a deal". Those who
/// talk agreed, or did not.
void read_talks_outcomes(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
