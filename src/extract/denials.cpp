// SPDX-License-Identifier: Apache-2.0
#include "extract/denials.hpp"

#include <algorithm>

#include "extract/events.hpp"
#include "extract/last_draft.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kAskedBefore = 2;  ///< sentences within which who was asked replies

bool overlap(const std::vector<std::uint32_t>& sorted, const std::vector<std::uint32_t>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](auto each) { return std::binary_search(sorted.begin(), sorted.end(), each); });
}

bool is_release(const Context& context, std::uint32_t at) {
  const Syntax& syntax = context.syntax;
  if (!syntax.is_verb(at))
    return syntax.is_noun(at) && one_of(syntax.lemma(at), {"release", "freeing", "liberation"});
  const std::uint32_t particle = syntax.child(at, {"prt", "xcomp", "ccomp", "acomp", "oprd", "advmod"});
  const std::string behind = particle == kNone ? std::string() : ' ' + syntax.lower(particle);
  return context.frames.in_list("ReleaseVerb", syntax.lemma(at)) ||
         context.frames.in_list("ReleaseVerb", syntax.lemma(at) + behind);
}

// People among some tokens: those who can be held.
Ends people_of(const Context& context, const Tokens& tokens) {
  Ends people;
  for (const std::uint32_t token : tokens) {
    const std::uint32_t mention = context.slots.mention_of(token);
    if (mention != kNone && context.slots.fits(mention, {"Person", "Collective", "CountedGroup"}))
      people.mentions.push_back(mention);
    else if (context.syntax.tag(token) == "CD")  // "11 of his colleagues"
      for (const std::uint32_t each :
           people_of(context, context.roles.preposition(token, "of").tokens).mentions)
        people.mentions.push_back(each);
  }
  return people;
}

// Who is let go: the object, or of a noun its of-phrase, else its possessor ("his release").
Ends released(const Context& context, std::uint32_t at) {
  if (context.syntax.is_verb(at)) {
    if (one_of(context.syntax.lemma(at), {"walk", "go", "escape"}))
      return people_of(context, context.roles.subject(at).tokens);
    const Ends objects = people_of(context, context.roles.object(at).tokens);
    return objects.empty() ? people_of(context, context.roles.complement_subject(at).tokens) : objects;
  }
  const Ends named = people_of(context, context.roles.preposition(at, "of").tokens);
  return named.empty() ? people_of(context, context.roles.possessor(at).tokens) : named;
}

// "he was freed", "freed them", "his release"; or kNone.
std::uint32_t released_pronoun(const Context& context, std::uint32_t at) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t object = syntax.is_passive(at) ? syntax.child(at, {"nsubjpass", "nsubj"})
                               : syntax.is_verb(at)  ? syntax.child(at, {"dobj"})
                                                     : syntax.child(at, {"poss"});
  return object != kNone && syntax.tag(object).starts_with("PRP") && syntax.lower(object) != "it" &&
                 syntax.lower(object) != "its"
             ? object
             : kNone;
}

// Whom the last act of seizing near a pronoun was done to, when it may mean them; nothing else.
Ends seized_before(const Context& context, const std::vector<Draft>& drafts, std::uint32_t pronoun) {
  const Syntax& syntax = context.syntax;
  const bool many = one_of(syntax.lower(pronoun), {"they", "them", "their"});
  const Draft* seized = last_draft(context, drafts, pronoun, [&](const Draft& draft) {
    return draft.claim.relation == "coerced" && !draft.claim.objects.empty() && draft.trigger < pronoun &&
           syntax.sentence_of(draft.trigger) + 1 >= syntax.sentence_of(pronoun) &&
           context.frames.in_list("CaptiveAct", syntax.lemma(draft.trigger)) &&
           many == (context.reading.mentions[draft.claim.objects.front()].plural ||
                    draft.claim.objects.size() > 1);
  });
  return seized == nullptr ? Ends{} : Ends{seized->claim.objects, Step::context, false};
}

// "along with X": the parser hangs the second word on the verb or on the first.
Tokens beside_with(const Context& context, std::uint32_t verb) {
  Tokens found = context.roles.preposition(verb, "with").tokens;
  for (const std::uint32_t each : context.syntax.children(verb))
    if (one_of(context.syntax.lower(each), {"along", "together"}))
      add_once(found, context.roles.preposition(each, "with").tokens);
  return found;
}

// Who "called for the release of X", "demanded that X be freed"; or nothing.
Ends asker_of(const Context& context, std::uint32_t at) {
  const Syntax& syntax = context.syntax;
  constexpr int kHigh = 4;
  for (int step = 0; step < kHigh && at != kNone; ++step, at = syntax.head(at))
    if (syntax.is_verb(at) &&
        one_of(syntax.lemma(at), {"call", "demand", "urge", "appeal", "ask", "request"}))
      return agents_of(context, context.roles.subject(at));
  return {};
}

/// "Gunmen seized X in May; he was freed on Monday": the gunmen hold him no more.
void read_release(const Context& context, ClaimBuilder& builder, std::uint32_t at,
                  std::vector<Draft>& drafts) {
  if (!is_release(context, at)) return;
  Ends held = released(context, at);
  const auto holds = [&](const Draft& draft) {
    const bool held_now = draft.claim.modality == Modality::asserted ||  // not "to arrest and hand him over"
                          draft.claim.modality == Modality::reported;
    return held_now && one_of(draft.claim.relation, {"coerced", "attacked"}) &&
           context.frames.in_list("CaptiveAct", context.syntax.lemma(draft.trigger)) &&
           overlap(context.slots.entities_of(held.mentions), context.slots.entities_of(draft.claim.objects));
  };
  const Draft* holding = held.empty() ? nullptr : last_draft(context, drafts, at, holds);
  const std::uint32_t pronoun = holding == nullptr ? released_pronoun(context, at) : kNone;
  if (pronoun != kNone) {  // "condemned the arrest of X by Y and asked that he be freed"
    held = seized_before(context, drafts, pronoun);
    if (!held.empty()) holding = last_draft(context, drafts, at, holds);
  }
  for (const std::string_view beside : {"along", "together"})  // "was freed along with X"
    if (context.syntax.has_child_word(at, {beside}))
      for (const std::uint32_t person : people_of(context, beside_with(context, at)).mentions)
        held.mentions.push_back(person);
  Features features = context.clauses.features(at);
  if (holding == nullptr || features.suppressed || features.negated) return;
  features.negated = true;
  const WordClass word_class = context.syntax.is_verb(at) ? WordClass::verb : WordClass::noun;
  const Ends holders{holding->claim.subjects, Step::context, false};
  const Ends asker = features.modality == Modality::called_for ? asker_of(context, at) : Ends{};
  if (!asker.empty() &&
      !overlap(context.slots.entities_of(asker.mentions), context.slots.entities_of(holders.mentions)))
    drafts.push_back(builder.build({"calledOn", "release/asked", {at, word_class}, asker, holders, {}, kNone},
                                   Features{}));
  drafts.push_back(builder.build(
      {"coerced", "release/holder", {at, word_class}, holders, std::move(held), {}, kNone}, features));
}

/// "X asked Y for help. Y has not replied": no answer of Y to X.
void read_silence(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                  std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  if (!one_of(syntax.lemma(verb), {"reply", "respond", "answer", "react"})) return;
  if (syntax.child(verb, {"dobj", "dative", "ccomp"}) != kNone || context.roles.has_preposition(verb, "to"))
    return;
  const Ends silent = agents_of(context, context.roles.subject(verb));
  const Features features = context.clauses.features(verb);
  if (silent.empty() || features.suppressed || !features.negated) return;
  const auto entities = context.slots.entities_of(silent.mentions);
  const Draft* asking = last_draft(context, drafts, verb, [&](const Draft& draft) {
    return one_of(draft.claim.relation, {"calledOn", "demandedFrom", "sentMessageTo", "providedAidTo",
                                         "pledgedTo", "criticized", "proposed"}) &&
           syntax.sentence_of(draft.trigger) + kAskedBefore >= syntax.sentence_of(verb) &&
           overlap(entities, context.slots.entities_of(draft.claim.objects));
  });
  if (asking == nullptr) return;
  drafts.push_back(builder.build({"sentMessageTo",
                                  "silence/asked",
                                  {verb, WordClass::verb},
                                  silent,
                                  {asking->claim.subjects, Step::context, false},
                                  {},
                                  kNone},
                                 features));
}

Ends people_and_places(const Context& context, const Filler& filler) {
  Ends ends = agents_of(context, filler);
  for (const std::uint32_t token : filler.tokens) {
    const std::uint32_t mention = context.slots.mention_of(token);
    if (mention != kNone && context.slots.is_class(mention, "Place")) ends.mentions.push_back(mention);
  }
  return ends;
}

/// "X pledged a million to Y. The money has not come."
std::vector<Draft> unpaid_pledge_before(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                                        const Tokens& things, const Features& features,
                                        const std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const bool named = std::any_of(things.begin(), things.end(), [&](std::uint32_t thing) {
    return syntax.has_child_word(thing, {"the", "this", "that"}) &&
           one_of(syntax.lemma(thing), {"money", "sum", "fund", "amount", "contribution", "payment", "pledge",
                                        "aid", "grant", "loan", "donation"});
  });
  if (!named || syntax.child(verb, {"dative"}) != kNone) return {};
  const Draft* pledge = last_draft(context, drafts, verb, [&](const Draft& draft) {
    return draft.claim.relation == "pledgedTo" && !draft.claim.objects.empty() &&
           syntax.sentence_of(draft.trigger) + kAskedBefore >= syntax.sentence_of(verb);
  });
  if (pledge == nullptr) return {};
  return {builder.build({"providedAidTo",
                         "pledge/unpaid",
                         {verb, WordClass::verb},
                         {pledge->claim.subjects, Step::context, false},
                         {pledge->claim.objects, Step::context, false},
                         {},
                         kNone},
                        features)};
}

/// "Nothing of the money pledged by X has reached Y."
std::vector<Draft> unpaid_to(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                             const Tokens& things, const Features& features) {
  const Syntax& syntax = context.syntax;
  const Ends missed = people_and_places(context, context.roles.object(verb));
  std::vector<Draft> found;
  for (const std::uint32_t thing : things)
    for (const std::uint32_t pledge : syntax.children(thing)) {
      const bool pledged = syntax.is(pledge, {"acl"}) && one_of(syntax.lemma(pledge), {"pledge", "promise"});
      const Ends givers = pledged ? agents_of(context, context.roles.subject(pledge)) : Ends{};
      if (!givers.empty() && !missed.empty())
        found.push_back(builder.build(
            {"providedAidTo", "pledge/unpaid", {verb, WordClass::verb}, givers, missed, {}, kNone},
            features));
    }
  return found;
}

/// "The money pledged by X to Y has not arrived": X has not given it.
void read_unpaid(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                 std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const std::string& lemma = syntax.lemma(verb);
  const bool honours = one_of(lemma, {"honour", "honor", "fulfil", "fulfill", "keep", "meet"});
  if (!honours && !one_of(lemma, {"pay", "disburse", "deliver", "arrive", "materialise", "materialize",
                                  "transfer", "release", "send", "come", "reach"}))
    return;
  const Features features = context.clauses.features(verb);
  if (features.suppressed || !features.negated) return;
  Tokens things = context.roles.subject(verb).tokens;
  add_once(things, context.roles.object(verb).tokens);
  for (const std::uint32_t part : Tokens(things))  // "not a cent of the money", "of the money, nothing"
    add_once(things, context.roles.preposition(part, "of").tokens);
  add_once(things, context.roles.preposition(verb, "of").tokens);
  std::vector<Draft> found;
  for (const Draft& draft : drafts) {
    const bool pledged = syntax.is(draft.trigger, {"acl", "relcl"});
    const std::uint32_t thing = pledged ? syntax.head(draft.trigger) : draft.trigger;
    if (draft.claim.relation != "pledgedTo" || draft.claim.negated || draft.claim.objects.empty() ||
        draft.object_step == Step::context || (honours && (pledged || !draft.claim.quantity)) ||
        std::find(things.begin(), things.end(), thing) == things.end())
      continue;
    const bool people = thing != kNone && context.frames.in_list("PersonnelWords", syntax.lemma(thing));
    found.push_back(builder.build({people ? "sentPersonnelTo" : "providedAidTo",
                                   "pledge/unpaid",
                                   {verb, WordClass::verb},
                                   {draft.claim.subjects, Step::control, false},
                                   {draft.claim.objects, Step::control, false},
                                   {},
                                   kNone},
                                  features));
  }
  if (!honours && found.empty())
    found = unpaid_pledge_before(context, builder, verb, things, features, drafts);
  if (lemma == "reach" && found.empty()) found = unpaid_to(context, builder, verb, things, features);
  for (Draft& draft : found) drafts.push_back(std::move(draft));
}

/// "lifted the sanctions that it had imposed on X": they are imposed no more.
void read_lifted(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                 std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  if (!context.frames.in_list("LiftVerb", syntax.lemma(verb))) return;
  Features features = context.clauses.features(verb);
  if (features.suppressed) return;
  features.negated = !features.negated;
  const Tokens things = context.roles.object(verb).tokens;
  std::vector<Draft> found;
  for (const Draft& draft : drafts) {
    const std::uint32_t thing =
        syntax.is(draft.trigger, {"acl", "relcl"}) ? syntax.head(draft.trigger) : kNone;
    const auto& ends = draft.claim.objects;
    if (draft.claim.negated || ends.empty() || draft.claim.subjects.empty() || draft.trigger == verb ||
        !one_of(draft.claim.relation, {"sanctioned", "coerced"}) ||
        std::find(things.begin(), things.end(), thing) == things.end() ||
        std::find(ends.begin(), ends.end(), context.slots.mention_of(thing)) != ends.end())
      continue;
    found.push_back(builder.build({draft.claim.relation,
                                   "lifted/imposed",
                                   {verb, WordClass::verb},
                                   {draft.claim.subjects, Step::control, false},
                                   {draft.claim.objects, Step::control, false},
                                   {},
                                   kNone},
                                  features));
  }
  for (Draft& draft : found) drafts.push_back(std::move(draft));
}

// The meeting or undertaking named last before a token, not more than three sentences back.
std::uint32_t last_undertaking(const Context& context, std::uint32_t before) {
  std::uint32_t last = kNone;
  for (std::uint32_t index = 0; index < context.reading.mentions.size(); ++index) {
    const Mention& mention = context.reading.mentions[index];
    if (mention.begin >= before) break;
    const bool near = context.syntax.sentence_of(mention.head) + 3 >= context.syntax.sentence_of(before);
    if (near && (context.slots.is_class(index, "Meeting") || context.slots.is_class(index, "Initiative")))
      last = index;
  }
  return last;
}

// The relations whose act "is not coming", "is not taking part" may deny; none of other verbs.
bool denies(const Context& context, std::uint32_t verb, const std::string& relation) {
  const Syntax& syntax = context.syntax;
  if (one_of(syntax.lemma(verb), {"go", "come"})) return one_of(relation, {"visited", "attended"});
  const std::uint32_t part = syntax.lemma(verb) == "take" ? syntax.child(verb, {"dobj"}) : kNone;
  const bool takes_part = (part != kNone && syntax.lower(part) == "part") ||
                          one_of(syntax.lemma(verb), {"participate", "attend", "contribute"});
  return takes_part && one_of(relation, {"attended", "sentPersonnelTo", "providedAidTo"});
}

/// "X flies to Lima in May; Y is not going": what the clause before says of X, denied of Y.
void read_absence(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                  std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t object = syntax.child(verb, {"dobj"});
  if (!one_of(syntax.lemma(verb), {"go", "come", "take", "participate", "attend", "contribute"}) ||
      syntax.child(verb, {"prep", "xcomp", "ccomp", "acomp", "prt", "npadvmod"}) != kNone ||
      (object != kNone && syntax.lower(object) != "part") ||
      syntax.has_child_word(verb, {"back", "away", "home", "ahead", "well", "far", "on", "out", "through"}))
    return;
  const Features features = context.clauses.features(verb);
  const Ends absent = agents_of(context, context.roles.subject(verb));
  if (absent.empty() || features.suppressed || !features.negated) return;
  const auto entities = context.slots.entities_of(absent.mentions);
  const Draft* done = last_draft(context, drafts, verb, [&](const Draft& draft) {
    return draft.trigger < verb && !draft.claim.objects.empty() &&
           syntax.sentence_of(draft.trigger) + 1 >= syntax.sentence_of(verb) &&
           denies(context, verb, draft.claim.relation) &&
           !overlap(entities, context.slots.entities_of(draft.claim.subjects)) &&
           !overlap(entities, context.slots.entities_of(draft.claim.objects));
  });
  const bool part = object != kNone || one_of(syntax.lemma(verb), {"participate", "attend"});
  const std::uint32_t undertaking = done == nullptr && part ? last_undertaking(context, verb) : kNone;
  if (done == nullptr && undertaking == kNone) return;
  const auto from = done == nullptr ? std::vector{undertaking} : done->claim.objects;
  drafts.push_back(builder.build({done == nullptr ? "attended" : done->claim.relation,
                                  "absence/others",
                                  {verb, WordClass::verb},
                                  absent,
                                  {from, Step::context, false},
                                  {},
                                  kNone},
                                 features));
}

}  // namespace

void read_denials(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    read_release(context, builder, at, drafts);
    if (!context.syntax.is_verb(at)) continue;
    read_silence(context, builder, at, drafts);
    read_unpaid(context, builder, at, drafts);
    read_lifted(context, builder, at, drafts);
    read_absence(context, builder, at, drafts);
  }
}

}  // namespace entente::extract
