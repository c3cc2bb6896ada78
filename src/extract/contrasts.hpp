// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// "X praised Y, but the same cannot be said of Z": what was said last before, denied of Z. Reads the drafts
/// that are there.
void read_contrasts(const Context& context, std::vector<Draft>& drafts);

}  // namespace entente::extract
