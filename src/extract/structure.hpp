// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// Ties that a text states in passing, by the build of its noun phrases: offices and memberships from titles
/// ("Kenyan President X", "X, a Hamas official"), organs of countries and bodies ("Kenya's Ministry of
/// Health"), places of things and people ("the embassy in Dakar", "Santiago, Chile").
void read_structure(const Context& context, const ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
