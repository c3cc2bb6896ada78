// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// The last draft up to the sentence of a token that says that somebody did something and is as wanted
/// (a predicate of Draft), or null; never the draft of that token itself.
template <class Wanted>
const Draft* last_draft(const Context& context, const std::vector<Draft>& drafts, std::uint32_t at,
                        const Wanted& wanted) {
  const Draft* last = nullptr;
  const std::uint32_t here = context.syntax.sentence_of(at);
  for (const Draft& draft : drafts) {
    if (draft.trigger == at || draft.claim.negated || draft.claim.subjects.empty() || !wanted(draft))
      continue;
    const std::uint32_t there = context.syntax.sentence_of(draft.trigger);
    if (there <= here && (last == nullptr || there >= context.syntax.sentence_of(last->trigger)))
      last = &draft;
  }
  return last;
}

}  // namespace entente::extract
