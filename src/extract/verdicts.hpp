// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// Appends what speakers' words say of their stance: "X said that the attack was criminal", "X called Y a
/// traitor", "Y undermines the talks, X said".
void read_verdicts(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
