// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"

namespace entente::extract {

/// The part of mend_tree for those who act and those who get or suffer:
/// - "were ordered to leave by the police": the police order;
/// - "agreed to lend Kenya 20 million dollars": Kenya gets them;
/// - "granted X political asylum": X gets it;
/// - "attacks by the group X on Y": attacks on Y;
/// - "the contract that she pressed X to sign": X is pressed to sign it;
/// - "an attack for which X claimed responsibility killed ten": the attack killed;
/// - "General X ousted President Y" with the verb as an adjective of Y: the verb is the root;
/// - "journalists held hostage have been freed": they are held, and freed; "bases" are no basis.
/// Changes heads and labels only; a tree stays a tree.
void mend_parties(nlp::Analysis& analysis);

}  // namespace entente::extract
