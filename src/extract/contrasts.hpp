// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// Those of whom the opposite is said: "Lebanon, unlike Jordan, sent troops", "X but not Y", "X did, Y did
/// not".
[[nodiscard]] Tokens contrasted(const Context& context, Predicate predicate);

/// Those to whom an act was not done: "surrendered to X, not to Y".
[[nodiscard]] Ends denied_objects(const Context& context, const ontology::Frame& frame, Predicate predicate);

/// "X praised Y, but the same cannot be said of Z": what was said last before, denied of Z. Reads the drafts
/// that are there.
void read_contrasts(const Context& context, std::vector<Draft>& drafts);

}  // namespace entente::extract
