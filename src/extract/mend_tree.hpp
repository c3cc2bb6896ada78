// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"
#include "ontology/gazetteer.hpp"

namespace entente::extract {

/// Mends what a dependency parser of news text does wrong time and again, where tense or the kind of noun
/// settles it:
/// - "urged donors to help and rejected the plan": a finite verb cannot be coordinated with an infinitive, it
/// joins the
///   finite verb above;
/// - "Australia, the United Kingdom and the United States" is a list, no apposition;
/// - "met the minister in Geneva": place and time of the meeting are not the minister's.
/// - "Followers of the cleric, who oppose the deal": a relative clause goes with the noun of its verb's
/// number. Changes heads and labels only; a tree stays a tree.
void mend_tree(nlp::Analysis& analysis, const ontology::Gazetteer& gazetteer);

}  // namespace entente::extract
