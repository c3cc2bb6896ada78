// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// "warned that X would hit back if Y attacked", "vowed to retaliate unless Y withdrew": a threat to Y. Reads
/// the drafts made so far (which acts are hostile) and appends to them.
void read_threats(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
