// SPDX-License-Identifier: Apache-2.0
// Groups told by the name they go by, and bodies by a word of their full name.
#include <algorithm>

#include "resolve/coref.hpp"
#include "resolve/naming.hpp"

namespace entente::resolve {

// "The rebels, who call themselves X", "fighters known as X": the name.
bool Coref::link_called(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (mention.kind == MentionKind::pronoun || mention.kind == MentionKind::name) return false;
  for (const std::uint32_t clause : discourse.children(mention.head)) {
    if (!one_of(discourse.token(clause).dep, {"relcl", "acl"})) continue;
    const std::uint32_t name = name_given_by(clause);
    const std::uint32_t other = name == kNone ? kNone : nodes_.reading().mention_at[name];
    if (other == kNone || nodes_.mention(other).kind != MentionKind::name) continue;
    const std::uint32_t node = nodes_.mention(other).entity;
    const bool body = node != kNone && nodes_.is_class(node, "Organization");
    const bool group = one_of(mention.cls, {"ArmedGroup", "Organization", "Collective", "PoliticalParty",
                                            "CivilSocietyOrganization"});
    if (body && group) return tie(m, other, "the name it goes by");
  }
  return false;
}

// The name in "who call themselves X", "calling itself X", "known as X"; or kNone.
std::uint32_t Coref::name_given_by(std::uint32_t verb) const {
  const Discourse& discourse = nodes_.discourse();
  const std::string& lemma = discourse.lemma(verb);
  if (lemma == "know") {
    const std::uint32_t as = discourse.child(verb, {"prep"});
    return as != kNone && discourse.lower(as) == "as" ? discourse.child(as, {"pobj"}) : kNone;
  }
  if (!one_of(lemma, {"call", "name", "dub", "style"})) return kNone;
  const std::uint32_t whom = discourse.child(verb, {"dobj", "nsubj"});
  const bool oneself = std::any_of(
      discourse.children(verb).begin(), discourse.children(verb).end(),
      [&](std::uint32_t child) { return one_of(discourse.lower(child), {"themselves", "itself"}); });
  const bool passive = discourse.token(verb).tag == "VBN" && whom == kNone;
  return oneself || passive ? discourse.child(verb, {"oprd", "xcomp", "ccomp"}) : kNone;
}

// "the mission" of MONUC, "the court" of the ICC: a word of the full name that stands nowhere in the text.
bool Coref::link_label_word(std::uint32_t m) {
  const Mention& mention = nodes_.mention(m);
  const std::string& head = nodes_.discourse().lemma(mention.head);
  if (mention.plural || words_of_mention(m).size() != 1 ||
      !one_of(head, {"mission", "force", "operation", "court", "tribunal", "bank", "commission", "council",
                     "organization", "organisation"}))
    return false;
  return tie(m, antecedent(m, 3,
                           [&](std::uint32_t node, const Mention& candidate) {
                             const std::vector<std::string> words =
                                 words_of(plain_name(nodes_.at(node).label));
                             return candidate.kind == MentionKind::name && !candidate.candidates.empty() &&
                                    nodes_.is_class(node, "InternationalOrganization") &&
                                    std::find(words.begin(), words.end(), head) != words.end();
                           }),
             "a word of its full name");
}

}  // namespace entente::resolve
