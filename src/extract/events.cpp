// SPDX-License-Identifier: Apache-2.0
#include "extract/events.hpp"

namespace entente::extract {
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
      if (mention != kNone && context.slots.is_class(mention, "Meeting"))
        meetings.mentions.push_back(mention);
    }
    if (!meetings.empty()) break;
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

Ends agents_of(const Context& context, const Filler& filler) {
  Ends agents;
  agents.step = filler.step;
  for (const std::uint32_t token : filler.tokens) {
    const std::uint32_t mention = context.slots.mention_of(token);
    if (mention != kNone && context.slots.is_class(mention, "Agent")) agents.mentions.push_back(mention);
  }
  return agents;
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

/// "X said that Y must act": X calls on Y.
void read_directive(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                    std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  bool bound = false;
  for (const std::uint32_t each : syntax.children(verb))
    bound = bound || (syntax.is(each, {"aux"}) && one_of(syntax.lower(each), {"must", "should", "ought"}));
  if (!bound || syntax.is_passive(verb) || syntax.child(verb, {"nsubj"}) == kNone) return;
  const Features features = context.clauses.features(verb);
  if (features.speakers.empty() || features.suppressed || features.modality != Modality::obligation) return;
  const Ends speakers = agents_of(context, {features.speakers, Step::direct});
  const Ends called = agents_of(context, context.roles.subject(verb));
  if (speakers.empty() || called.empty()) return;
  if (context.slots.entities_of(speakers.mentions) == context.slots.entities_of(called.mentions)) return;
  Finding finding{"calledOn", "directive/said", {verb, WordClass::verb}, speakers, called, {}, kNone};
  Features plain;
  drafts.push_back(builder.build(finding, plain));
}

}  // namespace

void read_events(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    if (!context.syntax.is_verb(at)) continue;
    read_presence(context, builder, at, drafts);
    read_joint_action(context, builder, at, drafts);
    read_directive(context, builder, at, drafts);
  }
}

}  // namespace entente::extract
