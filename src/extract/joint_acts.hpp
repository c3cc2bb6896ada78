// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// What actors do jointly: "a joint statement by X and Y" (stated jointly), "the joint patrols of X and Y",
/// "X and Y will jointly build" (cooperated). Appends drafts.
void read_joint_acts(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
