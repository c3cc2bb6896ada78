// SPDX-License-Identifier: Apache-2.0
// Pronouns that go back to the one who is urged, thanked or blamed, not to the one who speaks: "urged Chile
// to repeal its law", "thanked Oman for its help".
#include "resolve/coref.hpp"

namespace entente::resolve {
namespace {

// "expelled X, alleging that it had spied": the token of X, for the clause at a token; or kNone.
std::uint32_t alleged_of(const Discourse& discourse, std::uint32_t clause) {
  const std::uint32_t alleging = discourse.token(clause).head;
  if (discourse.token(clause).dep != "ccomp" || discourse.token(alleging).tag != "VBG" ||
      discourse.token(alleging).dep != "advcl" ||
      !one_of(discourse.lemma(alleging), {"allege", "claim", "complain", "charge"}))
    return kNone;
  return discourse.child(discourse.token(alleging).head, {"dobj", "nsubjpass"});
}

}  // namespace

// "urged X to withdraw its troops", "called on X to ...": the token of X, for the infinitive at a token; or
// kNone.
std::uint32_t Coref::urged_by(std::uint32_t infinitive) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t to = discourse.child(infinitive, {"aux"});
  if (to == kNone || discourse.lower(to) != "to" ||
      !one_of(discourse.token(infinitive).dep, {"xcomp", "ccomp", "advcl"}))
    return kNone;
  if (one_of(discourse.lemma(infinitive), {"support", "back", "endorse", "recognize", "recognise", "join",
                                           "accept", "approve", "fund", "finance", "respect"}))
    return kNone;  // what is the asker's
  const std::uint32_t verb = discourse.token(infinitive).head;
  if (!one_of(discourse.lemma(verb),
              {"urge",  "call",     "ask",     "tell",      "order",  "press",    "pressure", "force",
               "allow", "persuade", "invite",  "encourage", "warn",   "help",     "want",     "appeal",
               "push",  "demand",   "require", "enable",    "permit", "instruct", "compel",   "oblige"}))
    return kNone;
  std::uint32_t object = discourse.child(infinitive, {"nsubj"});
  if (object == kNone) object = discourse.child(verb, {"dobj"});
  const std::uint32_t on = object == kNone ? discourse.child(verb, {"prep"}) : kNone;
  if (on != kNone && one_of(discourse.lower(on), {"on", "upon", "to"}))
    object = discourse.child(on, {"pobj"});
  return object;
}

// "thanked X for its support", "gratitude to X for the help that it gave": the token of X, for what thanks or
// blames at a token; or kNone.
std::uint32_t Coref::thanked_by(std::uint32_t above) const {
  const Discourse& discourse = nodes_.discourse();
  if (one_of(discourse.lemma(above),
             {"thank", "praise", "criticize", "criticise", "condemn", "blame", "congratulate", "commend",
              "applaud", "punish", "denounce", "rebuke", "reward", "compensate", "fault"}))
    return discourse.child(above, {"dobj", "nsubjpass"});
  if (!one_of(discourse.lemma(above), {"gratitude", "thanks", "appreciation", "tribute"})) return kNone;
  for (const std::uint32_t child : discourse.children(above)) {
    if (discourse.lower(child) == "to") return discourse.child(child, {"pobj"});
  }
  const std::uint32_t to = discourse.token(above).dep == "dobj"
                               ? discourse.child(discourse.token(above).head, {"prep"})
                               : kNone;  // hung on "expressed"
  return to != kNone && discourse.lower(to) == "to" ? discourse.child(to, {"pobj"}) : kNone;
}

// The token of the one who is thanked, blamed or urged by what a pronoun is part of, or kNone.
std::uint32_t Coref::addressed(std::uint32_t token, bool urged_too) const {
  const Discourse& discourse = nodes_.discourse();
  std::uint32_t at = token;
  for (int steps = 0; steps < 6 && discourse.token(at).head != at; ++steps) {
    const std::uint32_t above = discourse.token(at).head;
    if (const std::uint32_t alleged = alleged_of(discourse, at); alleged != kNone)
      return alleged < token ? alleged : kNone;
    if (const std::uint32_t urged = urged_too ? urged_by(at) : kNone; urged != kNone)
      return urged < token ? urged : kNone;
    const bool cause =
        discourse.token(at).dep == "prep" && one_of(discourse.lower(at), {"for", "over", "on"});
    if (const std::uint32_t object = cause ? thanked_by(above) : kNone; object != kNone)
      return object < token ? object : kNone;
    at = above;
  }
  return kNone;
}

// its, it: the one thanked, blamed or urged rather than the subject.
bool Coref::link_addressed(std::uint32_t m, bool urged_too) {
  const std::uint32_t object = addressed(nodes_.mention(m).head, urged_too);
  const std::uint32_t other = object == kNone ? kNone : nodes_.reading().mention_at[object];
  return other != kNone && other < m && nodes_.mention(other).entity != kNone &&
         is_body(nodes_.mention(other).entity) && !nodes_.mention(other).plural &&
         tie(m, other, "its: the one thanked, blamed or urged");
}

}  // namespace entente::resolve
