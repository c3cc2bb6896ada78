// SPDX-License-Identifier: Apache-2.0
// "it" and "its": a country, a body or a thing.
#include "resolve/coref.hpp"
#include "resolve/speaking.hpp"

namespace entente::resolve {
namespace {

// What a country has: "its president", "its border".
bool is_national_word(std::string_view lemma) {
  return one_of(lemma, {"minister", "premier", "government", "parliament", "army", "border", "ambassador",
                        "embassy", "king", "constitution", "citizen", "military", "troop", "capital",
                        "economy", "navy", "consulate", "territory"});
}

// What only a body has: "its secretary-general".
bool is_bodys_word(std::string_view lemma) {
  return one_of(lemma, {"secretary", "secretary-general", "general", "chairman", "chairwoman", "director",
                        "founder", "coordinator", "headquarters"});
}

// "killed its leader", "kidnapped ten of its members": nobody does so to his own.
bool is_harmed(const Discourse& discourse, std::uint32_t possessive) {
  std::uint32_t noun = discourse.token(possessive).head;
  if (!one_of(discourse.lemma(noun), {"leader", "chief", "commander", "member", "fighter", "soldier", "base",
                                      "headquarters", "spokesman", "founder", "militant", "head", "deputy"}))
    return false;
  if (discourse.preposition_of(noun) == "of") noun = discourse.token(discourse.token(noun).head).head;
  return discourse.token(noun).dep == "dobj" &&
         one_of(discourse.lemma(discourse.token(noun).head),
                {"kill", "murder", "assassinate", "kidnap", "abduct", "arrest", "detain", "capture", "bomb",
                 "wound", "injure", "behead", "attack", "raid", "shell", "storm", "destroy"});
}

}  // namespace

// A body, but none of the world's order, which has a secretary-general rather.
bool Coref::has_president(std::uint32_t node) const {
  return one_of(nodes_.class_of(node),
                {"Organization", "PoliticalParty", "Company", "CivilSocietyOrganization", "GovernmentBody"});
}

// "it was ready to", "it is a member": of somebody, unlike "it is clear that", "it was the army that".
bool Coref::is_said_of_body(std::uint32_t verb) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t adjective = discourse.child(verb, {"acomp"});
  if (adjective != kNone)
    return one_of(discourse.lemma(adjective),
                  {"ready",       "willing", "unwilling", "prepared", "determined", "committed", "reluctant",
                   "keen",        "eager",   "able",      "unable",   "confident",  "aware",     "unaware",
                   "concerned",   "worried", "alarmed",   "grateful", "proud",      "opposed",   "hopeful",
                   "responsible", "wary",    "due",       "poised",   "entitled"});
  const std::uint32_t noun = discourse.child(verb, {"attr"});
  const std::uint32_t m = noun == kNone ? kNone : nodes_.reading().mention_at[noun];
  return m != kNone && nodes_.mention(m).kind == MentionKind::nominal &&
         one_of(discourse.lemma(noun), {"member", "party", "signatory", "ally", "partner", "country", "state",
                                        "donor", "observer", "neighbour", "neighbor", "democracy"}) &&
         discourse.child(noun, {"relcl"}) == kNone && discourse.child(verb, {"ccomp", "advcl"}) == kNone;
}

void Coref::link_it(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t token = nodes_.mention(m).head;
  const bool possessive = discourse.lower(token) == "its";
  if (!possessive && discourse.token(token).dep == "nsubj") {  // "It is necessary that"
    const std::uint32_t verb = discourse.token(token).head;
    const bool empty = discourse.lemma(verb) == "be" && discourse.child(verb, {"acomp", "attr"}) != kNone;
    if ((empty && !is_said_of_body(verb)) ||
        one_of(discourse.lemma(verb), {"seem", "appear", "rain", "happen"}))
      return;
  }
  if (!possessive && says_in_main_clause(discourse, token)) {  // "The report says ... It also says"
    const std::uint32_t last = antecedent(m, 2, [&](std::uint32_t node, const Mention& candidate) {
      return !nodes_.is_class(node, "Person") && !candidate.plural &&
             acts_in_main_clause(discourse, candidate.head);
    });
    if (tie(m, last, "it said: what acted or spoke last")) return;
  }
  if ((possessive || discourse.token(token).dep == "nsubj") && link_addressed(m, possessive)) return;
  const bool harmed = possessive && is_harmed(discourse, token);
  if (possessive && !harmed) {
    const std::uint32_t subject = discourse.clause_subject(token);
    const std::uint32_t at =
        subject == kNone || subject > token ? kNone : nodes_.reading().mention_at[subject];
    const bool national = is_national_word(discourse.lemma(discourse.token(token).head));
    if (at != kNone && nodes_.mention(at).entity != kNone &&
        (!national || nodes_.is_class(nodes_.mention(at).entity, "Country")) &&
        !(is_bodys_word(discourse.lemma(discourse.token(token).head)) &&
          nodes_.is_class(nodes_.mention(at).entity, "Country")) &&
        is_body(nodes_.mention(at).entity) && nodes_.mention(at).end <= nodes_.mention(m).begin) {
      tie(m, at, "its: the subject of the clause");
      return;
    }
  }
  const bool object = one_of(discourse.token(token).dep, {"dobj", "pobj", "dative"});
  const bool holds = discourse.token(token).dep == "nsubj" &&
                     one_of(discourse.lemma(discourse.token(token).head),
                            {"include", "contain", "comprise", "consist", "expire", "involve", "cost"});
  if (object || holds) {  // "rejected the offer because it includes": the offer
    link_thing(m);
    return;
  }
  const std::string& owned = discourse.lemma(discourse.token(token).head);
  const bool presides = possessive && owned == "president";
  const bool national = presides || (possessive && is_national_word(owned));
  const std::uint32_t subject = discourse.clause_subject(token);
  const std::uint32_t found = antecedent(m, 2, [&](std::uint32_t node, const Mention& candidate) {
    if (national && !nodes_.is_class(node, "Country") && !(presides && has_president(node))) return false;
    if (possessive && is_bodys_word(owned) && nodes_.is_class(node, "Country")) return false;
    const bool acts =
        nodes_.is_class(node, "Meeting") && discourse.token(candidate.head).dep == "nsubj" && !object;
    if ((!is_body(node) && !acts) || (candidate.plural && candidate.kind != MentionKind::name)) return false;
    return !((object || harmed) && candidate.head == subject);
  });
  tie(m, found, "it: a country or body");
}

// "denied it", "approved it": the nearest thing before, not the clause's own subject; a body when there is
// none.
void Coref::link_thing(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t token = nodes_.mention(m).head;
  const std::uint32_t subject = discourse.clause_subject(token);
  const std::uint32_t here = discourse.sentence_of(token);
  const std::uint32_t actor = subject == kNone ? kNone : nodes_.reading().mention_at[subject];
  std::uint32_t body = kNone;
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    if (discourse.sentence_of(candidate.head) + 1 < here) break;
    if (candidate.entity == kNone || candidate.end > nodes_.mention(m).begin || candidate.head == subject)
      continue;
    if (candidate.kind == MentionKind::pronoun || candidate.plural ||
        nodes_.is_class(candidate.entity, "Person"))
      continue;
    if (actor != kNone && candidate.entity == nodes_.mention(actor).entity) continue;  // named once more
    const std::string_view dep = discourse.token(candidate.head).dep;
    if (is_body(candidate.entity)) {
      if (body == kNone) body = c - 1;
    } else if (one_of(dep, {"dobj", "nsubj", "nsubjpass", "pobj"}) &&
               !nodes_.is_class(candidate.entity, "Place") &&
               discourse.preposition_of(candidate.head) != "of") {
      tie(m, c - 1, "it: the thing named last");
      return;
    }
  }
  const bool matter = one_of(discourse.lemma(discourse.token(token).head),
                             {"deny", "confirm", "admit", "doubt", "know", "believe", "regret", "explain"});
  if (!matter) tie(m, body, "it: a country or body");  // one denies no body
}

}  // namespace entente::resolve
