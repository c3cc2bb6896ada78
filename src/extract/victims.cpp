// SPDX-License-Identifier: Apache-2.0
#include "extract/victims.hpp"

#include "extract/events.hpp"

namespace entente::extract {
namespace {

// The act that killed: the subject of the active verb, or what stands behind "in" or "by" with a passive one.
std::uint32_t act_of(const Context& context, std::uint32_t verb) {
  const Syntax& syntax = context.syntax;
  const auto is_act = [&](std::uint32_t noun) {
    return noun != kNone && context.frames.in_list("ViolentAct", syntax.lemma(noun));
  };
  if (!syntax.is_passive(verb)) {
    const std::uint32_t subject = syntax.child(verb, {"nsubj"});
    return is_act(subject) ? subject : kNone;
  }
  for (const std::uint32_t each : syntax.children(verb)) {
    if (!syntax.is(each, {"prep", "agent"}) || !one_of(syntax.lower(each), {"in", "by", "during"})) continue;
    const std::uint32_t object = syntax.child(each, {"pobj"});
    if (is_act(object)) return object;
  }
  return kNone;
}

}  // namespace

void read_victims(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    if (!context.syntax.is_verb(at) || !context.frames.in_list("HarmVerb", context.syntax.lemma(at)))
      continue;
    const std::uint32_t act = act_of(context, at);
    if (act == kNone) continue;
    Ends doers = agents_of(context, context.roles.noun_subject(act, false));
    if (doers.empty()) doers = agents_of(context, context.roles.preposition(act, "with"));
    const Ends victims = agents_of(context, context.roles.object(at));
    const Features features = context.clauses.features(at);
    if (doers.empty() || victims.empty() || features.suppressed) continue;
    if (context.slots.entities_of(doers.mentions) == context.slots.entities_of(victims.mentions)) continue;
    const Finding finding{"attacked", "act/victims", {at, WordClass::verb}, doers, victims, {}, kNone};
    drafts.push_back(builder.build(finding, features));
  }
}

}  // namespace entente::extract
