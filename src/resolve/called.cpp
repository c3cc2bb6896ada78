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
    const bool person = node != kNone && nodes_.is_class(node, "Person") && mention.cls == "Person";
    if ((body && group) || person) return tie(m, other, "the name it goes by");
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
  const bool oneself =
      std::any_of(discourse.children(verb).begin(), discourse.children(verb).end(), [&](std::uint32_t child) {
        return one_of(discourse.lower(child), {"themselves", "itself"});
      });
  const bool passive = discourse.token(verb).tag == "VBN" && whom == kNone;
  return oneself || passive ? discourse.child(verb, {"oprd", "xcomp", "ccomp"}) : kNone;
}

// "Fatah, whose leader is X", "the president is Y": the one who is named.
bool Coref::link_named_holder(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::uint32_t verb = discourse.token(mention.head).head;
  if (mention.office.empty() || mention.plural || discourse.token(mention.head).dep != "nsubj" ||
      !one_of(discourse.lower(verb), {"is", "was"}) || discourse.child(verb, {"neg"}) != kNone)
    return false;
  const std::uint32_t name = discourse.child(verb, {"attr"});
  const std::uint32_t other = name == kNone ? kNone : nodes_.reading().mention_at[name];
  if (other == kNone || nodes_.mention(other).kind != MentionKind::name) return false;
  const std::uint32_t node = nodes_.mention(other).entity;
  return node != kNone && nodes_.is_class(node, "Person") && tie(m, other, "who it is said to be");
}

// The object of "who heads X": a body that a person leads by a verb; or kNone.
std::uint32_t Coref::led_body(std::uint32_t person, std::uint32_t before) const {
  const Discourse& discourse = nodes_.discourse();
  for (std::uint32_t t = before; t > 0; --t) {
    if (!one_of(discourse.lemma(t - 1), {"head", "lead", "chair", "found"})) continue;
    const std::uint32_t object = discourse.child(t - 1, {"dobj"});
    const std::uint32_t subject = object == kNone ? kNone : discourse.clause_subject(t - 1);
    if (subject == kNone) continue;
    const std::uint32_t who = nodes_.reading().mention_at[subject],
                        what = nodes_.reading().mention_at[object];
    if (who != kNone && what != kNone && nodes_.mention(who).entity == person) return what;
  }
  return kNone;
}

// "his party", "Hakeem's party" of one who heads a party.
bool Coref::link_body_of_leader(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::string& head = discourse.lemma(mention.head);
  const std::uint32_t owner = discourse.child(mention.head, {"poss"});
  const std::uint32_t other = owner == kNone ? kNone : nodes_.reading().mention_at[owner];
  const std::uint32_t person = other == kNone ? kNone : nodes_.mention(other).entity;
  if (mention.plural || person == kNone || !nodes_.is_class(person, "Person") ||
      !one_of(head, {"party", "movement", "group", "organisation", "organization", "bloc", "faction",
                     "charity", "agency", "union", "army", "militia"}))
    return false;
  if (discourse.child(mention.head, {"amod", "compound", "appos"}) != kNone) return false;
  const auto fits = [&](std::uint32_t c) {
    const std::uint32_t body = nodes_.mention(c).entity;
    return body != kNone && nodes_.at(body).named && nodes_.is_class(body, "Organization") &&
           (nodes_.at(body).id.empty() || !nodes_.is_class(body, "GovernmentBody"));
  };
  std::uint32_t found = led_body(person, mention.begin);
  for (std::uint32_t c = m; c > 0 && found == kNone; --c) {
    const Mention& before = nodes_.mention(c - 1);
    if (before.entity == person && before.office_in != kNone && fits(before.office_in))
      found = before.office_in;
  }
  return found != kNone && fits(found) && tie(m, found, "the body that its owner heads");
}

// "the mission" of MONUC, "the court" of the ICC: a word of the full name that stands nowhere in the text.
bool Coref::link_label_word(std::uint32_t m) {
  const Mention& mention = nodes_.mention(m);
  const std::string& head = nodes_.discourse().lemma(mention.head);
  if (mention.plural || words_of_mention(m).size() != 1 ||
      !one_of(head, {"mission", "force", "operation", "court", "tribunal", "bank", "commission", "council",
                     "organization", "organisation"}))
    return false;
  return tie(m,
             antecedent(m, 3,
                        [&](std::uint32_t node, const Mention& candidate) {
                          const std::vector<std::string> words = words_of(plain_name(nodes_.at(node).label));
                          return candidate.kind == MentionKind::name && !candidate.candidates.empty() &&
                                 nodes_.is_class(node, "InternationalOrganization") &&
                                 std::find(words.begin(), words.end(), head) != words.end();
                        }),
             "a word of its full name");
}

}  // namespace entente::resolve
