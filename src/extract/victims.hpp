// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// Whom an act of violence hit, when the act is a noun: "a raid by X killed Y", "Y were killed in an attack
/// by X": X attacked Y. Appends drafts.
void read_victims(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
