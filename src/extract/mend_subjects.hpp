// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"
#include "ontology/gazetteer.hpp"

namespace entente::extract {

/// The part of mend_tree that gives verbs their whole subjects and objects:
/// - "Leaders of A, B, and C met", "A as well as B": of two subjects with a conjunction between them the
///   second one is joined to the first;
/// - "A, B, and C": the second name of a list is no other name of the first, a country none of another;
/// - "confirmed two men left", "says A fell and the army will follow": what stands before a finite verb
///   without a subject is its subject; in "A, B said, fell" A fell;
/// - "condemned what he called interference", "holds X and Y responsible": the object and what is said of it.
/// Changes heads and labels only; a tree stays a tree.
void mend_subjects(nlp::Analysis& analysis, const ontology::Gazetteer& gazetteer);

}  // namespace entente::extract
