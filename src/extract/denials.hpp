// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// What is no longer or not done, by what was said before: captives let go are held no more, who was asked
/// does not reply, a pledge is not paid. Reads the drafts made so far and appends to them.
void read_denials(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
