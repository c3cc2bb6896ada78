// SPDX-License-Identifier: Apache-2.0
#include "extract/talks_outcome.hpp"

#include "extract/events.hpp"
#include "extract/last_draft.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kTalksBack = 4;  ///< sentences within which talks are spoken of without a name

bool is_talks(const Context& context, std::uint32_t noun) {
  return context.frames.in_list("Talks", context.syntax.lemma(noun)) ||
         one_of(context.syntax.lemma(noun), {"negotiation", "meeting", "summit", "session"});
}

void add_agents(const Context& context, const Filler& filler, Ends& ends) {
  for (const std::uint32_t agent : agents_of(context, filler).mentions) ends.mentions.push_back(agent);
}

// Who talks: those between, of or with whom the talks are that stand as the subject or object of the verb,
// else its subjects.
Ends talkers(const Context& context, std::uint32_t verb) {
  const Syntax& syntax = context.syntax;
  Ends ends;
  Tokens nouns = context.roles.subject(verb).tokens;
  add_once(nouns, context.roles.themes(verb));
  bool talks = false;
  for (std::uint32_t noun : nouns) {
    const std::uint32_t of = syntax.child(noun, {"prep"});  // "two days of talks"
    const std::uint32_t inner = of == kNone ? kNone : syntax.child(of, {"pobj"});
    if (inner != kNone && syntax.lower(of) == "of" &&
        one_of(syntax.lemma(noun), {"day", "hour", "week", "month"}))
      noun = inner;
    if (!is_talks(context, noun)) continue;
    talks = true;
    add_agents(context, context.roles.preposition(noun, "between"), ends);
    if (!ends.empty()) break;
    add_agents(context, context.roles.noun_subject(noun, true), ends);
    add_agents(context, context.roles.preposition(noun, "with"), ends);
  }
  if (talks && context.slots.entities_of(ends.mentions).size() < 2)
    add_agents(context, context.roles.subject(verb), ends);
  return talks ? ends : Ends{};
}

// "ended in failure".
bool is_failure(const Syntax& syntax, std::uint32_t noun) {
  return one_of(syntax.lemma(noun), {"failure", "deadlock", "stalemate", "impasse"});
}

// The verb that says what the talks led to; kNone when the agreement stands in another role.
std::uint32_t outcome_verb(const Context& context, std::uint32_t agreement) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t above = syntax.head(agreement);
  if (above == kNone) return kNone;
  if (syntax.is(agreement, {"dobj"}) &&
      one_of(syntax.lemma(above), {"produce", "yield", "bring", "reach", "achieve", "deliver", "secure"}))
    return above;
  if (!syntax.is(agreement, {"pobj"}) || !one_of(syntax.lower(above), {"without", "in", "to", "with"}))
    return kNone;
  const std::uint32_t verb = syntax.head(above);
  if (verb == kNone || !syntax.is_verb(verb)) return kNone;
  if (syntax.lower(above) == "without") return verb;
  return one_of(syntax.lemma(verb), {"end", "result", "lead", "conclude", "culminate"}) ? verb : kNone;
}

// "The talks between X and Y collapsed", "negotiations of X with Y broke down".
void read_failed_talks(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                       std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t particle = syntax.child(verb, {"prt", "advmod"});
  const bool apart = particle != kNone && one_of(syntax.lower(particle), {"down", "through", "apart"});
  const bool fails = one_of(syntax.lemma(verb), {"fail", "collapse", "founder"}) ||
                     (apart && one_of(syntax.lemma(verb), {"break", "fall", "come"}));
  if (!fails || syntax.child(verb, {"xcomp", "dobj", "ccomp"}) != kNone || syntax.is(verb, {"relcl"})) return;
  Features features = context.clauses.features(verb);
  Ends ends = talkers(context, verb);
  if (features.suppressed || context.slots.entities_of(ends.mentions).size() != 2) return;
  features.negated = !features.negated;
  if (!features.negated) return;
  ends.joined = true;
  drafts.push_back(builder.build(
      {"signedAgreementWith", "talks/failed", {verb, WordClass::verb}, std::move(ends), {}, {}, kNone},
      features));
}

// Those two who signed, talked or met last before a word, if near.
Ends last_talkers(const Context& context, const std::vector<Draft>& drafts, std::uint32_t before) {
  const Draft* last = last_draft(context, drafts, before, [&](const Draft& draft) {
    return draft.trigger < before &&
           one_of(draft.claim.relation,
                  {"signedAgreementWith", "consultedWith", "metWith", "negotiatedWith", "jointlyStatedWith"});
  });
  Ends ends{{}, Step::context, true};
  if (last == nullptr ||
      context.syntax.sentence_of(last->trigger) + kTalksBack < context.syntax.sentence_of(before))
    return ends;
  ends.mentions = last->claim.subjects;
  ends.mentions.insert(ends.mentions.end(), last->claim.objects.begin(), last->claim.objects.end());
  return ends;
}

// "No agreement was reached": between those two of whom the text spoke last.
void read_no_agreement(const Context& context, ClaimBuilder& builder, std::uint32_t agreement,
                       std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t verb = syntax.is(agreement, {"nsubjpass"}) ? syntax.head(agreement) : kNone;
  if (verb == kNone ||
      !one_of(syntax.lemma(verb), {"reach", "conclude", "sign", "achieve", "find", "strike"}))
    return;
  for (const std::string_view word : {"between", "with", "among", "by", "of"})
    if (context.roles.has_preposition(agreement, word) || context.roles.has_preposition(verb, word)) return;
  const Features features = context.clauses.features(verb);
  if (features.suppressed || !features.negated) return;
  Ends ends = last_talkers(context, drafts, agreement);
  if (context.slots.entities_of(ends.mentions).size() != 2) return;
  drafts.push_back(builder.build(
      {"signedAgreementWith", "talks/none", {agreement, WordClass::noun}, std::move(ends), {}, {}, kNone},
      features));
}

// "Relations between X and Y have soured", "X's ties with Y deteriorated": whose ties got worse.
void read_worsened_ties(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                        std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  Ends ends;
  for (const std::uint32_t noun : context.roles.subject(verb).tokens) {
    if (!one_of(syntax.lemma(noun), {"relation", "relations", "tie", "ties", "relationship"})) continue;
    add_agents(context, context.roles.preposition(noun, "between"), ends);
    if (!ends.empty()) break;
    add_agents(context, context.roles.noun_subject(noun, false), ends);
    add_agents(context, context.roles.preposition(noun, "with"), ends);
  }
  if (context.slots.entities_of(ends.mentions).size() != 2) return;
  Features features = context.clauses.features(verb);
  if (features.suppressed) return;
  ends.joined = true;
  drafts.push_back(builder.build(
      {"reducedRelationsWith", "ties/worse", {verb, WordClass::verb}, std::move(ends), {}, {}, kNone},
      features));
}

}  // namespace

void read_talks_outcomes(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  for (std::uint32_t at = 0; at < syntax.size(); ++at) {
    if (syntax.token(at).pos == "VERB" && context.frames.in_list("WorseningVerb", syntax.lemma(at)))
      read_worsened_ties(context, builder, at, drafts);
    if (syntax.is_verb(at)) read_failed_talks(context, builder, at, drafts);
    if (!one_of(syntax.lemma(at), {"agreement", "deal", "accord", "truce", "ceasefire", "settlement",
                                   "compromise", "consensus", "breakthrough", "result"}) &&
        !is_failure(syntax, at))
      continue;
    read_no_agreement(context, builder, at, drafts);
    const std::uint32_t verb = outcome_verb(context, at);
    if (verb == kNone) continue;
    Ends ends = talkers(context, verb);
    if (context.slots.entities_of(ends.mentions).size() < 2) continue;
    Features features = context.clauses.features(verb);
    const bool without = syntax.lower(syntax.head(at)) == "without";
    if (without || is_failure(syntax, at)) features.negated = !features.negated;
    if (features.suppressed || (syntax.lemma(at) == "result" && !features.negated)) continue;
    ends.joined = true;
    drafts.push_back(builder.build(
        {"signedAgreementWith", "talks/outcome", {at, WordClass::noun}, std::move(ends), {}, {}, kNone},
        features));
  }
}

}  // namespace entente::extract
