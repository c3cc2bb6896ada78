// SPDX-License-Identifier: Apache-2.0
#include "extract/responsibility.hpp"

#include "extract/events.hpp"
#include "extract/last_draft.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kStrikesBack = 3;  ///< sentences within which an attack is "the attack"

// The relation of an act's noun: an attack, a massacre; empty for other nouns.
std::string_view violence_of(const Context& context, std::uint32_t noun) {
  if (!context.syntax.is_noun(noun) || context.syntax.is_verb(noun)) return {};
  for (const ontology::FrameUse& use :
       context.frames.frames_for(WordClass::noun, context.syntax.lemma(noun))) {
    const std::string& relation = context.frames.frames()[use.frame].relation;
    if (one_of(relation, {"attacked", "massKilled"})) return relation;
  }
  if (one_of(context.syntax.lemma(noun), {"blast", "explosion", "bomb"})) return "attacked";
  return {};
}

// Those among some tokens that one can attack.
Ends attackable(const Context& context, const Filler& filler) {
  Ends ends;
  ends.step = Step::nominal;
  for (const std::uint32_t token : filler.tokens) {
    const std::uint32_t mention = context.slots.mention_of(token);
    if (mention == kNone || context.syntax.lemma(token) == "humanity") continue;  // "crimes against humanity"
    for (const std::string_view cls : {"Agent", "Place", "Meeting"})
      if (context.slots.is_class(mention, cls)) {
        ends.mentions.push_back(mention);
        break;
      }
  }
  return ends;
}

// At whom or what the act was aimed; the town where it was done when nothing else is said.
Ends targets_of(const Context& context, std::uint32_t act) {
  Ends targets;
  for (const std::string_view word : {"on", "against", "at", "of", "outside", "in"}) {
    if (!targets.empty() || !context.syntax.may_stand_near(act, word)) continue;
    const Filler aim = context.roles.preposition(act, word);
    targets = attackable(context, aim);
    for (const std::uint32_t thing : aim.tokens)
      if (targets.empty() && word != "in") targets = attackable(context, context.roles.owner(thing));
  }
  for (const std::uint32_t each : context.syntax.children(act)) {  // "the Ankara blast"
    const std::uint32_t place =
        targets.empty() && context.syntax.is(each, {"compound"}) ? context.slots.mention_of(each) : kNone;
    if (place != kNone && context.slots.is_class(place, "City")) targets.mentions.push_back(place);
  }
  return targets;
}

// "A bomb went off at the embassy": where.
Ends blown_up(const Context& context, std::uint32_t verb) {
  Ends place;
  if (!one_of(context.syntax.lemma(verb), {"explode", "detonate", "blow", "go"})) return place;
  const std::uint32_t thing = context.syntax.child(verb, {"nsubj", "nsubjpass", "dobj"});
  if (thing == kNone ||
      !one_of(context.syntax.lemma(thing), {"bomb", "device", "blast", "bomber", "grenade"}))
    return place;
  for (const std::string_view word : {"outside", "at", "inside", "near", "in"})
    if (place.empty()) place = attackable(context, context.roles.preposition(verb, word));
  return place;
}

// "claimed responsibility for the attack": at whom the one told of last was aimed.
Ends targets_before(const Context& context, const std::vector<Draft>& drafts, std::uint32_t act) {
  const Syntax& syntax = context.syntax;
  Ends targets;
  if (!syntax.has_child_word(act, {"the", "this", "that", "these", "those"})) return targets;
  const std::uint32_t sentence = syntax.sentence_of(act);
  const Draft* last = last_draft(context, drafts, act, [&](const Draft& draft) {
    return one_of(draft.claim.relation, {"attacked", "massKilled", "affected"}) &&
           syntax.sentence_of(draft.trigger) < sentence &&
           syntax.sentence_of(draft.trigger) + kStrikesBack >= sentence && !draft.claim.objects.empty() &&
           draft.claim.modality == Modality::asserted;
  });
  if (last != nullptr) targets.mentions = last->claim.objects;
  for (std::uint32_t at = act; at-- > 0 && syntax.sentence_of(at) + kStrikesBack >= sentence;) {
    if (last != nullptr && at < last->trigger) break;
    if (Ends place = syntax.is_verb(at) ? blown_up(context, at) : Ends{}; !place.empty()) targets = place;
    if (!targets.empty()) break;
  }
  targets.step = Step::context;
  return targets;
}

// Whose words they are: what X is blamed for is what others say that he did.
Accused reported(const Context& context, std::uint32_t verb, Filler doers) {
  Accused accused{agents_of(context, doers), context.clauses.features(verb)};
  if (accused.features.modality == Modality::asserted) accused.features.modality = Modality::reported;
  if (!context.roles.subject(verb).empty()) accused.features.speakers = context.roles.subject(verb).tokens;
  return accused;
}

// "claimed responsibility for", "denied involvement in".
std::optional<Accused> by_claim(const Context& context, std::uint32_t verb) {
  const std::string& lemma = context.syntax.lemma(verb);
  const bool denies = one_of(lemma, {"deny", "disclaim", "disown", "disavow"});
  if (!denies && !one_of(lemma, {"claim", "admit", "accept", "acknowledge", "take", "assume"}))
    return std::nullopt;
  Accused accused{agents_of(context, context.roles.subject(verb)), context.clauses.features(verb)};
  if (accused.features.negated) return std::nullopt;  // "no group has claimed", "did not deny"
  if (denies) {
    accused.features.negated = !accused.features.negated;
    if (accused.features.modality == Modality::asserted) accused.features.modality = Modality::reported;
  }
  return accused;
}

// What stands above "for the raid", "of the raid", "in the raid".
std::optional<Accused> by_phrase(const Context& context, std::uint32_t preposition) {
  const Syntax& syntax = context.syntax;
  std::uint32_t verb = syntax.head(preposition);
  if (verb == kNone) return std::nullopt;
  const std::string& word = syntax.lower(preposition);
  std::uint32_t part = syntax.is_verb(verb) ? syntax.child(verb, {"dobj", "nsubjpass"}) : verb;
  if (part == verb && syntax.is(part, {"dobj", "nsubjpass"})) verb = syntax.head(part);
  if (one_of(word, {"for", "in"}) && part != kNone && syntax.is_verb(verb) &&
      (syntax.lemma(part) == "responsibility" ||
       (!one_of(syntax.lemma(verb), {"take", "have"}) &&
        one_of(syntax.lemma(part), {"involvement", "role", "part", "hand", "guilt"}))))
    return by_claim(context, verb);
  const bool played = part != kNone && one_of(syntax.lemma(verb), {"have", "take", "play"}) &&
                      one_of(syntax.lemma(part), {"involvement", "role", "part", "hand"});
  if (word == "in" &&
      (played || one_of(syntax.lemma(verb), {"involve", "participate"}))) {  // "had no part in the raid"
    Accused accused{
        agents_of(context, played || syntax.lemma(verb) == "participate" ? context.roles.subject(verb)
                                                                         : context.roles.object(verb)),
        context.clauses.features(verb)};
    return accused.features.negated ? std::optional(accused) : std::nullopt;
  }
  const std::uint32_t have = word == "with" && syntax.lemma(verb) == "do" ? syntax.head(verb) : kNone;
  if (have != kNone && syntax.lemma(have) == "have" && syntax.has_child_word(have, {"nothing"}))
    return Accused{agents_of(context, context.roles.subject(have)),
                   context.clauses.features(have)};  // "had nothing to do with the raid"
  if (word == "behind" && syntax.lemma(verb) == "be") {
    Accused accused{agents_of(context, context.roles.subject(verb)), context.clauses.features(verb)};
    if (!accused.features.speakers.empty() && accused.features.modality == Modality::asserted)
      accused.features.modality = Modality::reported;
    return accused;
  }
  const std::string& lemma = syntax.lemma(verb);
  const bool blamed = (word == "for" && one_of(lemma, {"blame", "jail", "sentence", "imprison", "arrest",
                                                       "try", "prosecute"})) ||
                      (one_of(word, {"of", "over", "with", "in"}) &&
                       one_of(lemma, {"accuse", "suspect", "convict", "charge", "indict", "implicate"}));
  const bool cleared = word == "of" && one_of(lemma, {"acquit", "clear", "exonerate", "absolve"});
  const bool aloof = word == "from" && one_of(lemma, {"distance", "dissociate", "disassociate"});
  if (syntax.is_verb(verb) && (cleared || aloof)) {
    Accused accused =
        reported(context, verb, cleared ? context.roles.object(verb) : context.roles.subject(verb));
    accused.features.negated = !accused.features.negated;
    return accused;
  }
  if (!syntax.is_verb(verb) || !blamed) return std::nullopt;
  return reported(context, verb, context.roles.object(verb));
}

// "The attack bears the hallmarks of X".
std::optional<Accused> by_hallmark(const Context& context, std::uint32_t verb) {
  const std::uint32_t sign = trace_of_doer(context, verb);
  if (sign == kNone) return std::nullopt;
  Accused accused{agents_of(context, context.roles.preposition(sign, "of")), context.clauses.features(verb)};
  if (accused.features.modality == Modality::asserted) accused.features.modality = Modality::reported;
  return accused;
}

// "An attack on X killed two; Y claimed responsibility": what for is not said again.
std::optional<Accused> by_bare_claim(const Context& context, std::uint32_t act) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t end = context.reading.sentences[syntax.sentence_of(act)].end;
  for (std::uint32_t at = act + 1; at < end; ++at) {
    if (syntax.lemma(at) != "responsibility" || !syntax.is(at, {"dobj"})) continue;
    const std::uint32_t verb = syntax.head(at);
    if (syntax.has_child_word(at, {"for"}) || syntax.has_child_word(verb, {"for"})) continue;
    return by_claim(context, verb);
  }
  return std::nullopt;
}

// "an attack for which X claimed responsibility", "a bombing claimed by X".
std::optional<Accused> by_clause_on(const Context& context, std::uint32_t noun) {
  const Syntax& syntax = context.syntax;
  for (const std::uint32_t verb : syntax.children(noun)) {
    if (!syntax.is(verb, {"relcl", "acl"})) continue;
    const std::uint32_t part = syntax.child(verb, {"dobj"});
    const bool owned = part != kNone && syntax.lemma(part) == "responsibility";
    if (owned || (syntax.lemma(verb) == "claim" && syntax.is_passive(verb))) return by_claim(context, verb);
  }
  return std::nullopt;
}

// The same where the clause hangs on the place: "an attack on a hotel, which was claimed by X".
std::optional<Accused> by_relative(const Context& context, std::uint32_t act) {
  std::optional<Accused> accused = by_clause_on(context, act);
  for (const std::string_view word : {"on", "in", "at", "of", "against", "near", "outside"}) {
    if (accused || !context.syntax.may_stand_near(act, word)) continue;
    for (const std::uint32_t place : context.roles.preposition(act, word).tokens)
      if (!accused) accused = by_clause_on(context, place);
  }
  return accused;
}

}  // namespace

std::uint32_t trace_of_doer(const Context& context, std::uint32_t verb) {
  if (!one_of(context.syntax.lemma(verb), {"bear", "carry", "have"})) return kNone;
  const std::uint32_t object = context.syntax.child(verb, {"dobj"});
  return object != kNone && context.frames.in_list("DoerTrace", context.syntax.lemma(object)) ? object
                                                                                              : kNone;
}

std::optional<Accused> accused_of(const Context& context, std::uint32_t act) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t first = syntax.first_conjunct(act), above = syntax.head(first);
  if (above == kNone) return std::nullopt;
  std::optional<Accused> accused;
  if (syntax.is(first, {"pobj"})) {
    accused = by_phrase(context, above);
  } else if (syntax.is(first, {"dobj", "nsubjpass"}) && syntax.lemma(above) == "blame") {
    accused = reported(context, above, context.roles.preposition(above, "on"));
  } else if (syntax.is(first, {"dobj", "nsubjpass"}) &&
             one_of(syntax.lemma(above), {"claim", "deny", "disown", "disclaim", "disavow"})) {
    accused = by_claim(context, above);  // "the attack was claimed by X"
  } else if (syntax.is(first, {"nsubj"})) {
    accused = by_hallmark(context, above);
  }
  if (!accused) accused = by_relative(context, act);
  if (!accused && syntax.may_stand_near(act, "responsibility") && syntax.is(first, {"nsubj", "dobj", "attr"}))
    accused = by_bare_claim(context, act);
  if (!accused || accused->doers.empty() || accused->features.suppressed) return std::nullopt;
  return accused;
}

void read_responsibility(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    if (!context.syntax.is(at, {"pobj", "dobj", "nsubjpass", "nsubj", "attr", "conj"})) continue;
    const std::string_view relation = violence_of(context, at);
    if (relation.empty()) continue;
    const std::optional<Accused> accused = accused_of(context, at);
    if (!accused) continue;
    Ends targets = targets_of(context, at);
    if (targets.empty()) targets = targets_before(context, drafts, at);
    if (targets.empty()) continue;
    if (context.slots.entities_of(accused->doers.mentions) == context.slots.entities_of(targets.mentions))
      continue;
    drafts.push_back(builder.build({std::string(relation),
                                    "act/responsibility",
                                    {at, WordClass::noun},
                                    accused->doers,
                                    std::move(targets),
                                    {},
                                    kNone},
                                   accused->features));
  }
}

}  // namespace entente::extract
