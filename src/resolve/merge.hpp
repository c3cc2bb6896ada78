// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::resolve {

/// However many documents agree, a machine's reading is not certain: confidence from several documents goes
/// no higher.
inline constexpr double kHighestConfidence = 0.99;

/// Joins what was read from many documents. Pure: any order and any split of the input gives the same result,
/// and the same reading given twice counts once.
///
/// The same entity id is one entity. Its class is voted by mentions; a vote for a class is a vote for what
/// lies below it too, so of "organization" and "company" the closer one wins; of equals the deeper, then the
/// first by name. An entity that no document classifies gets the class that most of its facts admit at its
/// place. Label, Wikidata link and quantity are voted by mentions, then first by name. All other labels
/// become aliases. Mentions add up over documents.
///
/// The same fact id is one fact with all evidence, sorted. What is not part of the key comes from the reading
/// with the best evidence that has it (highest confidence, then first by document and place); resources and
/// content are joined. Confidence: each source counts with its best evidence p, and the fact has 1 -
/// product(1 - p), to four decimals, at most kHighestConfidence (or the best p, where that is higher).
///
/// Near copies (near_copies.hpp; where the texts are at hand) are one source: what several of them say counts
/// once, with the evidence of the one whose id sorts first; what only one of them says is kept.
///
/// Facts without evidence are left out. An entity that facts name and no document describes stands with its
/// id as label; content that is no fact of the result is taken out of the lists.
[[nodiscard]] FactBase merge(const std::vector<DocumentFacts>& documents,
                             const ontology::Vocabulary& vocabulary);

}  // namespace entente::resolve
