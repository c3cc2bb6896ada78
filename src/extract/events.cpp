// SPDX-License-Identifier: Apache-2.0
#include "extract/events.hpp"

#include <algorithm>

namespace entente::extract {

Ends agents_of(const Context& context, const Filler& filler) {
  Ends agents;
  agents.step = filler.step;
  for (const std::uint32_t token : filler.tokens) {
    const std::uint32_t mention = context.slots.mention_of(token);
    if (mention != kNone && context.slots.is_class(mention, "Agent")) agents.mentions.push_back(mention);
  }
  return agents;
}

namespace {

/// Who does something in person "at" a meeting is there: verbs of speech and encounter, by list.
void read_presence(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                   std::vector<Draft>& drafts) {
  const std::string& lemma = context.syntax.lemma(verb);
  const bool speech = context.frames.in_list("SpeechVerb", lemma);
  if (!speech && !context.frames.in_list("PresenceVerb", lemma)) return;
  Ends meetings;
  for (const std::string_view word : {"at", "to", "during", "in"}) {
    if (!speech && word == "to") continue;
    for (const std::uint32_t token : context.roles.preposition(verb, word).tokens) {
      const std::uint32_t mention = context.slots.mention_of(token);
      if (mention != kNone && context.slots.is_class(mention, "Meeting") &&
          (word != "in" || context.syntax.clause_of(token) == verb))  // not "accusations of meddling in"
        meetings.mentions.push_back(mention);
    }
    if (!meetings.empty()) break;
  }
  const bool gathered = one_of(lemma, {"meet", "gather", "convene", "assemble"}) &&
                        context.syntax.sentence_of(verb) < 3 && context.roles.object(verb).empty() &&
                        context.roles.preposition(verb, "with").empty() && !context.syntax.is_passive(verb);
  if (meetings.empty() && gathered &&
      context.slots.entities_of(agents_of(context, context.roles.subject(verb)).mentions).size() > 2) {
    const std::uint32_t meeting =
        context.slots.last_meeting(verb);  // a communiqué: "We, the leaders of ..., met"
    if (meeting != kNone) meetings.mentions.push_back(meeting);
  }
  if (meetings.empty()) return;
  Ends people;
  const Filler subject = context.roles.subject(verb);
  people.step = subject.step;
  for (const std::uint32_t token : subject.tokens) {
    const std::uint32_t mention = context.slots.mention_of(token);
    if (mention != kNone && context.slots.is_class(mention, "Agent")) people.mentions.push_back(mention);
  }
  const Features features = context.clauses.features(verb);
  if (people.empty() || features.suppressed) return;
  Finding finding{speech ? "spokeAt" : "attended",
                  speech ? "presence/speech" : "presence/act",
                  {verb, WordClass::verb},
                  people,
                  meetings,
                  {},
                  kNone};
  drafts.push_back(builder.build(finding, features));
}

/// "will host the forum together with X": whatever the act, they act together.
void read_joint_action(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                       std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  std::uint32_t with = kNone;
  for (const std::uint32_t each : syntax.children(verb)) {
    if (!syntax.is(each, {"prep"}) || syntax.lower(each) != "with") continue;
    const bool before = each > 0 && one_of(syntax.lower(each - 1), {"together", "jointly", "along"});
    if (before || syntax.has_child_word(each, {"together", "jointly", "along"}))
      with = syntax.child(each, {"pobj"});
  }
  if (with == kNone) return;
  const Ends actors = agents_of(context, context.roles.subject(verb));
  const Ends partners = agents_of(context, {context.roles.expand(with), Step::direct});
  const Features features = context.clauses.features(verb);
  if (actors.empty() || partners.empty() || features.suppressed) return;
  Finding finding{"cooperatedWith", "together/with", {verb, WordClass::verb}, actors, partners, {}, kNone};
  drafts.push_back(builder.build(finding, features));
}

// The names of actors and places among some tokens.
Ends named_of(const Context& context, const Filler& filler) {
  Ends ends;
  ends.step = filler.step;
  for (const std::uint32_t token : filler.tokens) {
    const std::uint32_t mention = context.slots.mention_of(token);
    if (mention == kNone || context.reading.mentions[mention].kind != MentionKind::name) continue;
    if (context.slots.is_class(mention, "Agent") || context.slots.is_class(mention, "Place"))
      ends.mentions.push_back(mention);
  }
  return ends;
}

// "Y owes Z an apology".
bool is_indebted(const Context& context, std::uint32_t verb) {
  const std::uint32_t due =
      context.syntax.lemma(verb) == "owe" ? context.syntax.child(verb, {"dobj"}) : kNone;
  return due != kNone && context.frames.in_list("ApologyWords", context.syntax.lemma(due));
}

/// "X said that Y must act", "X said that Y owed Z an apology": X calls on Y.
void read_directive(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                    std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  bool bound = false;
  for (const std::uint32_t each : syntax.children(verb))
    bound = bound || (syntax.is(each, {"aux"}) && one_of(syntax.lower(each), {"must", "should", "ought"}));
  const std::uint32_t above = syntax.is(verb, {"xcomp"}) ? syntax.head(verb) : kNone;  // "has to", "needs to"
  const bool owes = above != kNone && one_of(syntax.lemma(above), {"have", "need"}) &&
                    syntax.has_child_word(verb, {"to"}) && syntax.child(above, {"nsubj"}) != kNone;
  const bool subject = syntax.child(verb, {"nsubj"}) != kNone || syntax.is(verb, {"conj"});
  const bool indebted = is_indebted(context, verb);
  if (syntax.is_passive(verb) || !(owes || indebted || (bound && subject))) return;
  if (syntax.lemma(verb) == "know" || (syntax.lemma(verb) == "be" && syntax.has_child_word(verb, {"should"})))
    return;  // "people who should know better", "X should be fine"
  const Features features = context.clauses.features(verb);
  if (features.speakers.empty() || features.suppressed || (indebted && features.negated)) return;
  if (!indebted && features.modality != Modality::obligation) return;
  const Ends speakers = agents_of(context, {features.speakers, Step::direct});
  const Ends called =
      owes ? named_of(context, context.roles.subject(verb)) : agents_of(context, context.roles.subject(verb));
  if (speakers.empty() || called.empty()) return;
  if (context.slots.entities_of(speakers.mentions) == context.slots.entities_of(called.mentions)) return;
  Finding finding{"calledOn", "directive/said", {verb, WordClass::verb}, speakers, called, {}, kNone};
  Features plain;
  drafts.push_back(builder.build(finding, plain));
}

// Who an act is aimed at: its object, or whom a preposition of it names.
Ends aimed_at(const Context& context, std::uint32_t verb) {
  const bool hands_over = one_of(context.syntax.lemma(verb), {"hand", "extradite", "surrender", "transfer"});
  Ends targets;  // "refused to hand Y over to X": X is turned down
  if (hands_over) targets = named_of(context, context.roles.preposition(verb, "to"));
  if (targets.empty()) targets = named_of(context, context.roles.object(verb));
  for (const std::string_view word : {"against", "on", "with", "to", "from", "in", "at"})
    if (targets.empty()) targets = named_of(context, context.roles.preposition(verb, word));
  for (const std::uint32_t thing : context.roles.object(verb).tokens)
    if (targets.empty()) targets = named_of(context, context.roles.owner(thing));
  return targets;
}

// Agreements, plans, texts and meetings among some tokens: "refused to sign the treaty".
Ends things_of(const Context& context, const Filler& filler) {
  Ends ends;
  for (const std::uint32_t token : filler.tokens) {
    const std::uint32_t mention = context.slots.mention_of(token);
    for (const std::string_view cls : {"Agreement", "Initiative", "Communication", "Meeting"})
      if (context.slots.is_class(mention, cls)) {
        ends.mentions.push_back(mention);
        break;
      }
  }
  return ends;
}

/// "threatened to cut off power to X", "refused to meet X": a threat to X, a rejection of X.
void read_stance_on_act(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                        std::vector<Draft>& drafts) {
  const std::string& lemma = context.syntax.lemma(verb);
  const bool threat = lemma == "threaten", refusal = one_of(lemma, {"refuse", "decline"});
  const std::uint32_t act = threat || refusal ? context.syntax.child(verb, {"xcomp"}) : kNone;
  if (act == kNone || !context.syntax.has_child_word(act, {"to"})) return;
  if (refusal && context.frames.in_list("Disclosure", context.syntax.lemma(act))) return;
  if (threat && context.frames.in_list("RejectionVerb", context.syntax.lemma(act)))
    return;  // "threatened to veto sanctions against X"
  const Features features = context.clauses.features(verb);
  const Ends actors = agents_of(context, context.roles.subject(verb));
  Ends targets = aimed_at(context, act);
  if (refusal && targets.empty()) targets = things_of(context, context.roles.object(act));
  for (const Draft& draft : drafts)  // "threatened to kill the hostages"
    if (threat && targets.empty() && draft.trigger == act && !draft.claim.objects.empty() &&
        context.vocabulary.is_relation(draft.claim.relation, "conflictedMaterially") &&
        context.slots.is_class(draft.claim.objects.front(), "Agent") &&
        !context.syntax.has_child_word(context.reading.mentions[draft.claim.objects.front()].head, {"any"}))
      targets.mentions = draft.claim.objects;
  targets.step = Step::control;
  if (actors.empty() || targets.empty() || features.suppressed || features.negated) return;
  if (context.slots.entities_of(actors.mentions) == context.slots.entities_of(targets.mentions)) return;
  Finding finding{threat ? "threatened" : "rejected",
                  threat ? "threat/act" : "refusal/act",
                  {verb, WordClass::verb},
                  actors,
                  targets,
                  {},
                  kNone};
  drafts.push_back(builder.build(finding, features));
}

/// "warned X that it would retaliate": what the speaker himself will do to the one warned is a threat.
void read_warning(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                  std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t act = syntax.lemma(verb) == "warn" ? syntax.child(verb, {"ccomp"}) : kNone;
  if (act == kNone || !(syntax.has_child_word(act, {"will", "would", "'ll", "'d"}))) return;
  const Ends actors = agents_of(context, context.roles.subject(verb));
  const Ends warned = agents_of(context, context.roles.object(verb));
  const Ends doers = agents_of(context, context.roles.subject(act));
  const Features features = context.clauses.features(verb);
  if (actors.empty() || warned.empty() || features.suppressed || features.negated) return;
  if (context.slots.entities_of(actors.mentions) != context.slots.entities_of(doers.mentions)) return;
  Finding finding{"threatened", "threat/warning", {verb, WordClass::verb}, actors, warned, {}, kNone};
  drafts.push_back(builder.build(finding, features));
}

/// "At the invitation of X, Y deployed observers": X asked Y.
void read_invitation(const Context& context, ClaimBuilder& builder, std::uint32_t noun,
                     std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t at =
      syntax.lemma(noun) == "invitation" && syntax.is(noun, {"pobj"}) ? syntax.head(noun) : kNone;
  if (at == kNone || syntax.lower(at) != "at") return;
  const std::uint32_t clause = syntax.clause_of(at);
  if (!syntax.is_verb(clause) || one_of(syntax.lemma(clause), {"meet", "gather", "convene", "assemble"}))
    return;
  const Features features = context.clauses.features(clause);
  const Ends hosts = agents_of(context, context.roles.owner(noun));
  const Ends guests = agents_of(context, context.roles.subject(clause));
  if (hosts.empty() || guests.empty() || features.suppressed || features.negated) return;
  const auto own = context.slots.entities_of(hosts.mentions);
  for (const std::uint32_t guest : context.slots.entities_of(guests.mentions))
    if (std::binary_search(own.begin(), own.end(), guest)) return;
  drafts.push_back(builder.build(
      {"calledOn", "invitation/at", {noun, WordClass::noun}, hosts, guests, {}, kNone}, Features{}));
}

/// "promised to send food to X": what is promised for somebody's good is pledged to him.
void read_promise(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                  std::vector<Draft>& drafts) {
  if (!one_of(context.syntax.lemma(verb), {"promise", "pledge", "vow"})) return;
  const std::uint32_t act = context.syntax.child(verb, {"xcomp"});
  if (act == kNone || !context.syntax.has_child_word(act, {"to"})) return;
  const Features features = context.clauses.features(verb);
  const Ends actors = agents_of(context, context.roles.subject(verb));
  if (actors.empty() || features.suppressed) return;
  std::vector<Draft> found;
  for (const Draft& draft : drafts) {
    if (draft.trigger != act || draft.claim.negated || draft.claim.objects.empty()) continue;
    if (!context.vocabulary.is_relation(draft.claim.relation, "cooperatedMaterially") ||
        !context.slots.is_class(draft.claim.objects.front(), "Agent"))
      continue;
    Finding finding{"pledgedTo",
                    "promise/act",
                    {verb, WordClass::verb},
                    actors,
                    {draft.claim.objects, Step::control, false},
                    {},
                    kNone};
    found.push_back(builder.build(finding, features));
    break;
  }
  for (Draft& draft : found) drafts.push_back(std::move(draft));
}

/// "opened a clinic with money pledged by X": X pays for what is opened.
void read_funds(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const bool pledge = one_of(syntax.lemma(verb), {"pledge", "promise"});
  if (!pledge && !one_of(syntax.lemma(verb), {"donate", "provide", "contribute", "grant", "lend", "give"}))
    return;
  const std::uint32_t money = syntax.is(verb, {"acl"}) && syntax.is_passive(verb) ? syntax.head(verb) : kNone;
  const std::uint32_t with = money != kNone && syntax.is(money, {"pobj"}) ? syntax.head(money) : kNone;
  if (with == kNone || syntax.lower(with) != "with") return;
  std::uint32_t clause = syntax.clause_of(with);
  std::uint32_t noun = syntax.head(with);  // "the plan, under which Y will be built, with money ..."
  if (noun != kNone && syntax.is_verb(noun)) noun = syntax.child(noun, {"dobj"});
  const std::uint32_t inner = noun == kNone ? kNone : syntax.child(noun, {"relcl"});
  if (inner != kNone && inner < with && syntax.range(inner).end + 1 >= with) clause = inner;
  if (!syntax.is_verb(clause) || !context.roles.preposition(verb, "to").empty()) return;
  const Ends givers = agents_of(context, context.roles.subject(verb));
  Ends things = agents_of(context, context.roles.object(clause));
  for (const std::uint32_t token : context.roles.object(clause).tokens)
    if (const std::uint32_t thing = context.slots.mention_of(token); context.slots.is_class(thing, "Place"))
      things.mentions.push_back(thing);
  const Features features = context.clauses.features(verb);
  if (givers.empty() || things.empty() || features.suppressed || features.negated) return;
  drafts.push_back(builder.build({pledge ? "pledgedTo" : "providedAidTo",
                                  "funds/with",
                                  {verb, WordClass::verb},
                                  givers,
                                  things,
                                  {},
                                  kNone},
                                 features));
}

/// "gave the envoy 48 hours to leave": he is expelled, not only asked.
void read_deadline(const Context& context, std::uint32_t verb, std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t time = syntax.lemma(verb) == "give" ? syntax.child(verb, {"dobj"}) : kNone;
  if (time == kNone) return;
  bool to_leave = false;
  for (const std::uint32_t noun_or_verb : {time, verb})
    for (const std::uint32_t each : syntax.children(noun_or_verb))
      to_leave = to_leave || (syntax.lemma(each) == "leave" && syntax.has_child_word(each, {"to"}));
  for (Draft& draft : drafts)
    if (to_leave && draft.trigger == verb && draft.claim.relation == "demandedFrom")
      draft.claim.relation = "reducedRelationsWith";
}

bool is_protest(const Context& context, std::uint32_t verb) {
  const auto names_protest = [&](const std::string& word) {
    return one_of(
        word, {"protest", "demonstration", "rally", "march", "strike", "sit-in", "riot", "boycott", "vigil"});
  };
  if (one_of(context.syntax.lemma(verb), {"demonstrate", "rally", "march", "riot", "protest", "strike"}))
    return true;
  const Tokens themes = context.roles.themes(verb);
  if (std::any_of(themes.begin(), themes.end(),
                  [&](auto each) { return names_protest(context.syntax.lemma(each)); }))
    return true;
  for (const std::uint32_t each : context.syntax.children(verb)) {  // "went on strike", "took to the streets"
    const std::uint32_t object =
        context.syntax.is(each, {"prep"}) ? context.syntax.child(each, {"pobj"}) : kNone;
    if (object != kNone && context.syntax.lemma(object) == "street" &&
        one_of(context.syntax.lemma(verb), {"take", "pour", "spill"}))
      return true;
    if (object != kNone && context.syntax.lower(each) == "on" && names_protest(context.syntax.lemma(object)))
      return true;
  }
  return false;
}

/// "marched to demand the resignation of X": what protesters demand of somebody they protest against him.
void read_protest(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                  std::vector<Draft>& drafts) {
  const std::uint32_t demand = context.syntax.child(verb, {"xcomp", "advcl", "ccomp"});
  if (demand == kNone || !is_protest(context, verb)) return;
  const Ends people = agents_of(context, context.roles.subject(verb));
  const Features features = context.clauses.features(verb);
  if (people.empty() || features.suppressed) return;
  std::vector<Draft> found;
  for (const Draft& draft : drafts) {
    const bool demanded =
        draft.trigger == demand && one_of(draft.claim.relation, {"demandedFrom", "calledOn", "criticized"});
    if (!demanded || draft.claim.objects.empty()) continue;
    Finding finding{"protestedAgainst",
                    "protest/demand",
                    {verb, WordClass::verb},
                    people,
                    {draft.claim.objects, Step::control, false},
                    {},
                    kNone};
    found.push_back(builder.build(finding, features));
  }
  for (Draft& draft : found) drafts.push_back(std::move(draft));
}

/// "protesters demanded that X resign": what those demand, ask or condemn who are called after their protest.
void read_protesters(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                     std::vector<Draft>& drafts) {
  const Filler subject = context.roles.subject(verb);
  const bool protesters = std::any_of(subject.tokens.begin(), subject.tokens.end(), [&](std::uint32_t each) {
    return one_of(context.syntax.lemma(each),
                  {"protester", "protestor", "demonstrator", "marcher", "rioter"});
  });
  if (!protesters) return;
  std::vector<Draft> found;
  for (const Draft& draft : drafts) {
    if (draft.trigger != verb || draft.claim.negated || draft.claim.objects.empty()) continue;
    if (!one_of(draft.claim.relation, {"demandedFrom", "calledOn", "criticized"})) continue;
    Finding finding{"protestedAgainst",
                    "protest/demand",
                    {verb, WordClass::verb},
                    agents_of(context, subject),
                    {draft.claim.objects, Step::direct, false},
                    {},
                    kNone};
    if (!finding.subjects.empty()) found.push_back(builder.build(finding, context.clauses.features(verb)));
    break;
  }
  for (Draft& draft : found) drafts.push_back(std::move(draft));
}

}  // namespace

void read_events(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    if (context.syntax.is_noun(at)) read_invitation(context, builder, at, drafts);
    if (!context.syntax.is_verb(at)) continue;
    read_presence(context, builder, at, drafts);
    read_joint_action(context, builder, at, drafts);
    read_directive(context, builder, at, drafts);
    read_stance_on_act(context, builder, at, drafts);
    read_warning(context, builder, at, drafts);
    read_promise(context, builder, at, drafts);
    read_funds(context, builder, at, drafts);
    read_deadline(context, at, drafts);
    read_protest(context, builder, at, drafts);
    read_protesters(context, builder, at, drafts);
  }
}

}  // namespace entente::extract
