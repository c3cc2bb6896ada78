// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"

namespace entente::extract {

/// The part of mend_tree for verbs that the parser takes for adjectives and nouns:
/// - "has threatened and intimidated journalists": both are done to them;
/// - "blamed X, and Y later claimed the attack": Y claimed it, nobody blamed him;
/// - "X was proclaimed winner by Y", "declared X the winner", "calls the trial motivated": what one is
/// called;
/// - "demanded the government release X": they shall release, there is no release;
/// - "The club (has) sacked manager X.", "The embassy in X voiced concern", "Growers loyal to X threatened
/// Y":
///   the verb of a sentence that has no other;
/// - "will back Petran": the name is whom one backs;
/// - "is flying in a team": the team is flown in;
/// - "are no longer prepared to": an adjective.
/// Changes heads, labels and tags of verbs only; a tree stays a tree.
void mend_verbs(nlp::Analysis& analysis);

}  // namespace entente::extract
