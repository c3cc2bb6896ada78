// SPDX-License-Identifier: Apache-2.0
// Those who act besides the subject: others who did the same, agents that stand late, companions.
#include "extract/roles.hpp"
#include "extract/tree.hpp"

namespace entente::extract {

using ontology::WordClass;

// "..., and so did X", ", as did X", "and X did too": X did it too.
void Roles::add_others_who_did(std::uint32_t verb, Tokens& found) const {
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (!one_of(syntax_.lemma(each), {"do", "have", "be", "will"}) || syntax_.has_child_word(each, {"not"}))
      continue;
    const std::uint32_t other = syntax_.child(each, {"nsubj"});
    const bool bare =
        syntax_.child(each, {"dobj", "attr", "acomp", "xcomp", "ccomp", "prep", "neg"}) == kNone;
    const bool same =
        (syntax_.is(each, {"conj"}) && syntax_.has_child_word(each, {"so"})) ||
        (bare && syntax_.is(each, {"conj"}) && syntax_.has_child_word(each, {"too", "likewise"})) ||
        (bare && syntax_.is(each, {"advcl"}) && syntax_.has_child_word(each, {"as"}) && other > each);
    if (same && other != kNone) add_once(found, expand(other));
  }
}

// "to overturn a ruling by X": his ruling.
bool Roles::rules_by(std::uint32_t verb) const {
  const std::uint32_t deed = syntax_.is_verb(verb) ? syntax_.child(verb, {"dobj"}) : kNone;
  return deed != kNone && is_ruling(syntax_.lemma(deed));
}

// "was kept from boarding by X", "was sworn in as minister by X", "were killed on Monday by X": the parser
// hangs the agent of a passive on what stands between. What follows the name of an act is that act's own.
Tokens Roles::late_agent(std::uint32_t verb) const {
  Tokens found;
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (each < verb || !syntax_.is(each, {"prep", "xcomp", "dobj", "npadvmod", "oprd"})) continue;
    const std::uint32_t inner = syntax_.is(each, {"prep"}) ? syntax_.child(each, {"pobj", "pcomp"}) : each;
    if (inner == kNone || (syntax_.is_verb(inner) && syntax_.is_passive(inner))) continue;
    if (rules_by(inner)) continue;
    const std::string& lemma = syntax_.lemma(inner);
    if (!syntax_.is_verb(inner) && !frames_.in_list("OfficeWords", lemma) &&
        !frames_.frames_for(WordClass::noun, lemma).empty())
      continue;
    for (const std::uint32_t by : syntax_.children(inner)) {
      const std::uint32_t doer =
          syntax_.lower(by) == "by" && by > inner ? syntax_.child(by, {"pobj"}) : kNone;
      const bool somebody =
          doer != kNone && (syntax_.tag(doer).starts_with("NNP") || syntax_.tag(doer) == "NNS");
      if (somebody && !one_of(syntax_.token(doer).ent_type, {"DATE", "TIME"})) add_once(found, expand(doer));
    }
  }
  return found;
}

// "worked with X to share data": whom one acts with is also whom one shares with.
Filler Roles::companion_before(std::uint32_t verb) const {
  const std::uint32_t to = syntax_.child(verb, {"aux"});
  if (!syntax_.is(verb, {"xcomp", "advcl"}) || to == kNone || syntax_.tag(to) != "TO") return {};
  constexpr std::uint32_t kFar = 8;
  for (std::uint32_t at = to; at-- > 0 && to - at <= kFar && !syntax_.is_verb(at);) {
    const std::uint32_t object = syntax_.lower(at) == "with" ? syntax_.child(at, {"pobj"}) : kNone;
    if (object == kNone) continue;
    return syntax_.range(object).end == to ? Filler{expand(object), Step::control} : Filler{};
  }
  return {};
}

}  // namespace entente::extract
