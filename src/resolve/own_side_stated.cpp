// SPDX-License-Identifier: Apache-2.0
// Whom "we" and "I" are said to be: "we in X", "on behalf of X", "I speak as President of X".
#include <algorithm>

#include "resolve/own_side.hpp"

namespace entente::resolve {

// "I speak as President of X": between floor and "of" an office behind "as", and the speaker before it.
bool OwnSide::is_speaking_as(std::uint32_t floor, std::uint32_t of) const {
  const Discourse& discourse = nodes_.discourse();
  std::uint32_t as = floor;
  while (as < of && discourse.lower(as) != "as") ++as;
  if (as == of || as == 0 || discourse.quoted(as)) return false;
  const std::uint32_t begin = nodes_.reading().sentences[discourse.sentence_of(as)].begin;
  for (std::uint32_t t = as; t > begin && as - t < 8; --t)
    if (one_of(discourse.lower(t - 1), {"i", "we"})) {
      for (std::uint32_t office = as + 1; office < of; ++office)
        if (one_of(discourse.lemma(office),
                   {"president", "minister", "ambassador", "representative", "head", "leader", "delegate",
                    "chair", "chairman", "premier", "chancellor", "king", "queen"}))
          return true;
    }
  return false;
}

// "we in X", "we, the people of X", "on behalf of X".
std::uint32_t OwnSide::stated() const {
  const Discourse& discourse = nodes_.discourse();
  for (const Mention& mention : nodes_.reading().mentions) {
    if (mention.kind != MentionKind::name || !is_side(mention.entity) || mention.begin < 2) continue;
    const std::uint32_t floor = mention.begin > 6 ? mention.begin - 6 : 0;
    std::uint32_t t = mention.begin - 1;
    if (discourse.lower(t) == "the" && t > 0) --t;
    if (one_of(discourse.lower(t), {"in", "of"}) && t > 0 && one_of(discourse.lower(t - 1), {"we", "us"}))
      return mention.entity;
    if (discourse.lower(t) == "of" && t > 1 && discourse.lower(t - 1) == "behalf") return mention.entity;
    if (discourse.lower(t) == "of" && is_speaking_as(floor, t)) return mention.entity;
    if (discourse.lower(t) == "of" && t > 1 &&
        one_of(discourse.lower(t - 1),
               {"people", "peoples", "government", "citizens", "leaders", "ministers", "members"})) {
      for (std::uint32_t k = floor; k < t; ++k) {
        if (one_of(discourse.lower(k), {"we"})) return mention.entity;
      }
    }
  }
  return kNone;
}

}  // namespace entente::resolve
