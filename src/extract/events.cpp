// SPDX-License-Identifier: Apache-2.0
#include "extract/events.hpp"

namespace entente::extract {
namespace {

/// Who does something in person "at" a meeting is there: verbs of speech and encounter, by list.
void read_presence(const Context& context, ClaimBuilder& builder, std::uint32_t verb, std::vector<Draft>& drafts) {
  const std::string& lemma = context.syntax.lemma(verb);
  const bool speech = context.frames.in_list("SpeechVerb", lemma);
  if (!speech && !context.frames.in_list("PresenceVerb", lemma)) return;
  Ends meetings;
  for (const std::string_view word : {"at", "to", "during", "in"}) {
    if (!speech && word == "to") continue;
    for (const std::uint32_t token : context.roles.preposition(verb, word).tokens) {
      const std::uint32_t mention = context.slots.mention_of(token);
      if (mention != kNone && context.slots.is_class(mention, "Meeting")) meetings.mentions.push_back(mention);
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
  Finding finding{speech ? "spokeAt" : "attended", speech ? "presence/speech" : "presence/act",
                  {verb, WordClass::verb}, people, meetings, {}, kNone};
  drafts.push_back(builder.build(finding, features));
}

}  // namespace

void read_events(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at)
    if (context.syntax.is_verb(at)) read_presence(context, builder, at, drafts);
}

}  // namespace entente::extract
