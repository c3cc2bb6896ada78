// SPDX-License-Identifier: Apache-2.0
#include "extract/threats.hpp"

#include <algorithm>

#include "extract/events.hpp"

namespace entente::extract {
namespace {

// "if Y attacks", "unless Y withdraws": the verb of the condition, or kNone.
std::uint32_t condition_of(const Context& context, std::uint32_t verb) {
  for (const std::uint32_t each : context.syntax.children(verb))
    if (context.syntax.is(each, {"advcl"}) && context.syntax.has_child_word(each, {"if", "unless"}))
      return each;
  return kNone;
}

// "retaliate", "hit back", "respond with force".
bool hits_back(const Context& context, std::uint32_t verb) {
  const Syntax& syntax = context.syntax;
  const std::string& lemma = syntax.lemma(verb);
  if (one_of(lemma, {"retaliate", "avenge"})) return true;
  if (one_of(lemma, {"strike", "hit", "fight", "shoot", "fire"}))
    return syntax.has_child_word(verb, {"back"});
  if (!one_of(lemma, {"respond", "react", "answer", "reply"})) return false;
  if (syntax.has_child_word(verb,
                            {"forcefully", "militarily", "decisively", "harshly", "strongly", "firmly"}))
    return true;
  for (const std::string_view word : {"with", "by"})
    for (const std::uint32_t means : context.roles.preposition(verb, word).tokens)
      if (one_of(syntax.lemma(means),
                 {"force", "strike", "fire", "attack", "missile", "sanction", "war", "blow"}))
        return true;
  return false;
}

bool is_hostile(const Context& context, std::uint32_t verb, const std::vector<Draft>& drafts) {
  return hits_back(context, verb) || std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
           return draft.trigger == verb &&
                  context.vocabulary.is_relation(draft.claim.relation, "conflictedMaterially");
         });
}

void read_threat(const Context& context, ClaimBuilder& builder, std::uint32_t act,
                 std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  std::uint32_t vow = syntax.is(act, {"ccomp", "xcomp"}) ? syntax.head(act) : kNone;
  if (vow == kNone) return;
  std::uint32_t condition = condition_of(context, act);
  if (condition == kNone) condition = condition_of(context, vow);
  if (condition == kNone) return;
  const bool grim = one_of(syntax.lemma(vow), {"warn", "threaten", "vow", "swear", "pledge", "promise"});
  if (!grim && !one_of(syntax.lemma(vow), {"say", "declare", "announce", "insist", "tell"})) return;
  const Ends speakers = agents_of(context, context.roles.subject(vow));
  const Ends doers = agents_of(context, context.roles.subject(act));
  Ends warned = agents_of(context, context.roles.subject(condition));
  warned.step = Step::control;
  const bool harms = syntax.lemma(vow) == "threaten" || is_hostile(context, act, drafts);
  if (speakers.empty() || doers.empty() || warned.empty() || !harms) return;
  const auto who = context.slots.entities_of(speakers.mentions),
             whom = context.slots.entities_of(warned.mentions);
  const auto with = context.slots.entities_of(doers.mentions);
  if (!grim && who != with) return;  // "analysts said that X would": a forecast
  if (who == whom || with == whom) return;
  Features features = context.clauses.features(vow);
  if (features.suppressed || features.negated) return;
  drafts.push_back(builder.build(
      {"threatened", "threat/condition", {vow, WordClass::verb}, speakers, warned, {}, kNone}, features));
}

// "warned Y that it would face sanctions"
void read_grim_warning(const Context& context, ClaimBuilder& builder, std::uint32_t act,
                       std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t warning = syntax.head(act), it = syntax.child(act, {"nsubj"});
  if (!syntax.is(act, {"ccomp"}) || syntax.lemma(warning) != "warn" || it == kNone) return;
  if (!one_of(syntax.lemma(act), {"face", "suffer", "pay"}) || !one_of(syntax.tag(it), {"PRP"})) return;
  const Tokens harms = context.roles.object(act).tokens;
  const auto hostile = [&](std::uint32_t harm) {
    return context.frames.in_list("SanctionWords", syntax.lemma(harm)) ||
           one_of(syntax.lemma(harm), {"attack", "action", "consequence", "reprisal", "war", "price"});
  };
  if (std::none_of(harms.begin(), harms.end(), hostile)) return;
  const Ends speakers = agents_of(context, context.roles.subject(warning));
  const Ends warned = agents_of(context, context.roles.object(warning));
  const Features features = context.clauses.features(warning);
  if (speakers.empty() || warned.empty() || features.suppressed || features.negated) return;
  drafts.push_back(builder.build(
      {"threatened", "threat/warning", {warning, WordClass::verb}, speakers, warned, {}, kNone}, features));
}

}  // namespace

void read_threats(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    if (context.syntax.is_verb(at)) read_grim_warning(context, builder, at, drafts);
    if (context.syntax.is(at, {"ccomp", "xcomp"}) && context.syntax.is_verb(at) &&
        (context.syntax.may_stand_near(at, "if") || context.syntax.may_stand_near(at, "unless")))
      read_threat(context, builder, at, drafts);
  }
}

}  // namespace entente::extract
