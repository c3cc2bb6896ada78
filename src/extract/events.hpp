// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// The agents among the mentions of a filler.
[[nodiscard]] Ends agents_of(const Context& context, const Filler& filler);

/// What claims about meetings imply in so many words: who acted "at the summit" attended it, and "the summit
/// in Lusaka" took place there. Reads the drafts made so far and appends to them.
void read_events(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
