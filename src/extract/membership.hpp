// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// Adds the ties that words of membership state: "one of the party's lawmakers, X", "members of the ANC,
/// including Y", "X, the coalition of two parties", "the river is Nicaragua's".
void read_membership(const Context& context, const ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
