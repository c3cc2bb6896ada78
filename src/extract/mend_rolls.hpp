// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"

namespace entente::extract {

/// The part of mend_tree for long lists of people:
/// - "X of Mali, Y of Chad and Z of Benin", "X, President of Mali; Y, President of Chad; and Z": each a
///   conjunct of the one before, no apposition and none of something else;
/// - "Presidents X of Mali and Y of Chad": the title hangs on the first name.
/// - "Also attending were X and Y", "Present at the talks were X and Y": they are the subject.
/// Changes heads and labels only; a tree stays a tree.
void mend_rolls(nlp::Analysis& analysis);

}  // namespace entente::extract
