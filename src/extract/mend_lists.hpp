// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/reading.hpp"

namespace entente::extract {

/// Gives verbs back the names in front that the parser cut off them: "X, Y and Z did it", "X, backed by Y,
/// did it", "X, joined by Y, did it", "President X and Prime Minister Y did it", "after talks of X and Y, Z
/// did it", "Xian and Yan troops did it". Changes heads and labels only; the heads still form trees.
void mend_lists(nlp::Analysis& analysis);

}  // namespace entente::extract
