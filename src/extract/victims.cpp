// SPDX-License-Identifier: Apache-2.0
#include "extract/victims.hpp"

#include <algorithm>

#include "extract/events.hpp"
#include "extract/responsibility.hpp"

namespace entente::extract {
namespace {

// "two days of shelling", "a series of raids": the acts.
std::uint32_t through_times(const Context& context, std::uint32_t noun) {
  const Syntax& syntax = context.syntax;
  const bool times = noun != kNone && (context.frames.in_list("Partitive", syntax.lemma(noun)) ||
                                       one_of(syntax.lemma(noun), {"night", "day", "week", "hour", "month"}));
  if (!times) return noun;
  const Tokens acts = context.roles.preposition(noun, "of").tokens;
  return acts.empty() ? noun : acts.front();
}

// The act that killed: the subject of the active verb, or what stands behind "in" or "by" with a passive one.
std::uint32_t act_of(const Context& context, std::uint32_t verb) {
  const Syntax& syntax = context.syntax;
  const auto is_act = [&](std::uint32_t noun) {
    return noun != kNone && context.frames.in_list("ViolentAct", syntax.lemma(noun));
  };
  if (!syntax.is_passive(verb) && syntax.lemma(verb) != "die") {
    std::uint32_t subject = syntax.child(verb, {"nsubj"});
    if (subject != kNone && syntax.is(verb, {"relcl"}) && one_of(syntax.tag(subject), {"WDT", "WP"}))
      subject = syntax.head(verb);  // "an ambush that killed Y"
    subject = through_times(context, subject);
    return is_act(subject) ? subject : kNone;
  }
  Tokens verbs{verb};
  for (const std::uint32_t each : syntax.children(verb))  // "ten were killed and two hurt in a raid"
    if (syntax.is(each, {"conj"}) && syntax.tag(each) == "VBN" &&
        context.frames.in_list("HarmVerb", syntax.lemma(each)))
      verbs.push_back(each);
  for (const std::uint32_t harm : verbs) {
    for (const std::uint32_t each : syntax.children(harm)) {
      if (!syntax.is(each, {"prep", "agent"}) || !one_of(syntax.lower(each), {"in", "by", "during"}))
        continue;
      std::uint32_t object = through_times(context, syntax.child(each, {"pobj"}));
      if (object != kNone && syntax.tag(object) == "WDT" && syntax.is(verb, {"relcl"}) &&
          !one_of(syntax.lemma(syntax.head(verb)),
                  {"clash", "fighting", "war", "battle", "conflict", "fight"}))
        object = syntax.head(verb);  // "a raid in which ten died"
      if (is_act(object)) return object;
    }
  }
  return kNone;
}

// The agents among those who act; where things act, whose they are: "Kenyan jets".
Ends agents_or_owners(const Context& context, const Filler& who) {
  Ends agents = agents_of(context, who);
  for (const std::uint32_t token : who.tokens)
    if (agents.empty()) agents = agents_of(context, context.roles.owner(token));
  return agents;
}

// Who did it: X in "a raid by X", "X's raid", "a raid by X's planes", "X carried out a raid", "X set off a
// device".
Ends doers_of(const Context& context, std::uint32_t act) {
  const Syntax& syntax = context.syntax;
  Ends doers = agents_or_owners(context, context.roles.noun_subject(act, false));
  if (doers.empty()) doers = agents_of(context, context.roles.preposition(act, "with"));
  const std::uint32_t above = syntax.head(act);
  const bool used =
      above != kNone && syntax.is(act, {"dobj"}) && context.frames.in_list("WeaponVerb", syntax.lemma(above));
  return !doers.empty() || !used ? doers : agents_or_owners(context, context.roles.subject(above));
}

bool is_attack(const Context& context, std::uint32_t verb) {
  const auto& known = context.frames.frames_for(WordClass::verb, context.syntax.lemma(verb));
  return std::any_of(known.begin(), known.end(), [&](const ontology::FrameUse& use) {
    const ontology::Frame& frame = context.frames.frames()[use.frame];
    return frame.relation == "attacked" && frame.needs.empty();
  });
}

// "Two soldiers were killed when troops stormed a house": their own side did not kill them.
Ends without_own_side(const Context& context, Ends victims, const Ends& doers) {
  const auto serves = [&](std::uint32_t mention) {
    return context.frames.in_list("PersonnelWords",
                                  context.syntax.lemma(context.reading.mentions[mention].head)) ||
           context.frames.in_list("Enforcer", context.syntax.lemma(context.reading.mentions[mention].head));
  };
  if (std::none_of(doers.mentions.begin(), doers.mentions.end(), serves)) return victims;
  auto& mentions = victims.mentions;
  const auto own = [&](std::uint32_t mention) {
    return serves(mention) && !one_of(context.syntax.lemma(context.reading.mentions[mention].head),
                                      {"people", "man", "worker", "group"});
  };
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(), own), mentions.end());
  return victims;
}

// "Ten people were killed when X's planes bombed a bridge", "died as X opened fire": X killed them.
void read_killed_when(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                      std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const bool died = syntax.lemma(verb) == "die";
  if (!died && !(syntax.is_passive(verb) && context.frames.in_list("HarmVerb", syntax.lemma(verb)))) return;
  Tokens clauses(syntax.children(verb).begin(), syntax.children(verb).end());
  for (const std::uint32_t each : syntax.children(verb))  // "ten were killed and two hurt when X fired"
    if (!died && syntax.is(each, {"conj"}) && context.frames.in_list("HarmVerb", syntax.lemma(each)))
      clauses.insert(clauses.end(), syntax.children(each).begin(), syntax.children(each).end());
  for (const std::uint32_t clause : clauses) {
    const bool unnamed = syntax.is_passive(clause) && syntax.child(clause, {"agent"}) == kNone;
    if (!syntax.is(clause, {"advcl"}) || clause < verb || unnamed ||
        !syntax.has_child_word(clause, {"when", "as", "after"}))
      continue;
    const std::uint32_t thing = syntax.child(clause, {"nsubj"});  // "when a mine planted by X went off"
    const bool act = thing != kNone && context.frames.in_list("ViolentAct", syntax.lemma(thing));
    const auto& joined = syntax.children(clause);  // "after he approached the base and blew himself up"
    const bool attacks =
        is_attack(context, clause) || std::any_of(joined.begin(), joined.end(), [&](auto each) {
          return syntax.is(each, {"conj"}) && is_attack(context, each);
        });
    if (!act && !attacks) continue;
    const Ends doers =
        act ? doers_of(context, thing) : agents_or_owners(context, context.roles.subject(clause));
    const Ends victims = without_own_side(
        context, agents_of(context, died ? context.roles.subject(verb) : context.roles.object(verb)), doers);
    const Features features = context.clauses.features(verb);
    if (doers.empty() || victims.empty() || features.suppressed || features.negated) continue;
    if (context.slots.entities_of(doers.mentions) == context.slots.entities_of(victims.mentions)) continue;
    drafts.push_back(builder.build(
        {"attacked", "act/when", {verb, WordClass::verb}, doers, victims, {}, kNone}, features));
  }
}

}  // namespace

void read_victims(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    if (!context.syntax.is_verb(at)) continue;
    read_killed_when(context, builder, at, drafts);
    const bool died = context.syntax.lemma(at) == "die";  // "died in an ambush by X"
    if (!died && !context.frames.in_list("HarmVerb", context.syntax.lemma(at))) continue;
    const std::uint32_t act = act_of(context, at);
    if (act == kNone) continue;
    Ends doers = doers_of(context, act);
    Features features = context.clauses.features(at);
    if (doers.empty()) {
      if (std::optional<Accused> accused =
              accused_of(context, act)) {  // "was blamed for a raid that killed Y"
        doers = accused->doers;
        features = accused->features;
      }
    }
    Filler harmed = died ? context.roles.subject(at) : context.roles.object(at);
    if (context.syntax.tag(at) == "VBN" &&
        context.syntax.is_passive(at))  // "15 injured in a raid, X said": not X
      while (!harmed.empty() && harmed.tokens.back() > at) harmed.tokens.pop_back();
    const Ends victims = agents_of(context, harmed);
    if (doers.empty() || victims.empty() || features.suppressed) continue;
    if (context.slots.entities_of(doers.mentions) == context.slots.entities_of(victims.mentions)) continue;
    const Finding finding{"attacked", "act/victims", {at, WordClass::verb}, doers, victims, {}, kNone};
    drafts.push_back(builder.build(finding, features));
  }
}

}  // namespace entente::extract
