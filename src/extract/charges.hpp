// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// Appends whom speakers blame by what they tell of them: "X said that Y had bombed the camp", "Y was
/// 'playing with fire', X said". What Y did is a claim of its own; that X holds it against Y is read here.
void read_charges(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
