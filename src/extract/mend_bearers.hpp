// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"

namespace entente::extract {

/// The part of mend_tree that gives relative clauses and appositions to whom they tell of:
/// - "Followers of the cleric, who oppose the deal": the noun of the verb's number;
/// - "X of the World Bank, who ...": the person, no bank is a "who";
/// - "one of the party's lawmakers, X": the one.
/// Changes heads only; a tree stays a tree.
void mend_bearers(nlp::Analysis& analysis);

}  // namespace entente::extract
