// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"
#include "ontology/nouns.hpp"

namespace entente::extract {

/// Run before mend_tree: quotations and names that speakers give:
/// - 'called it "a gift to those who hate us" and urged X': who called it urges, not those who hate us;
/// - "called that condition blackmail": the condition is the object, blackmail its name.
/// Changes heads and labels only; a tree stays a tree.
void mend_quotes(nlp::Analysis& analysis, const ontology::Nouns& nouns);

}  // namespace entente::extract
