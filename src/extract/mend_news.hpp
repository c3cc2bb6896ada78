// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nlp/analysis.hpp"

namespace entente::extract {

/// The part of mend_tree for turns of news reports that the parser mistakes:
/// - "shot dead the governor": he is shot, "dead" is no part of his name;
/// - "handed X a ban": X receives it, the ban is what is handed;
/// - "an army offensive", "in police custody": whose it is;
/// - "had X arrested": did it by others;
/// - "by police hours before the vote": the police did it;
/// - "put under arrest by police": they put him there;
/// - "accused X of bombing Y, killing two": X killed them;
/// - "Police, protesters clash": both do.
/// A tree stays a tree.
void mend_news(nlp::Analysis& analysis);

}  // namespace entente::extract
