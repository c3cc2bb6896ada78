// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"

namespace entente::extract {

/// The part of mend_tree that gives clauses and participles to the noun that they modify:
/// - "named two men believed to have joined": a participle that the parser took for a verb of its own;
/// - "Lawmakers allied with X want": a participle that took the subject of the verb behind it.
/// - "blamed the attack on Somalia", "called on the government of X to act": what belongs to the verb.
/// Changes heads, labels and tags only; a tree stays a tree.
void mend_modifiers(nlp::Analysis& analysis);

}  // namespace entente::extract
