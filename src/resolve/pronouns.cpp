// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "resolve/coref.hpp"
#include "resolve/speaking.hpp"

namespace entente::resolve {

bool Coref::is_plural(std::uint32_t node, const Mention& mention) const {
  const std::string cls = nodes_.class_of(node);
  const bool in_form =
      mention.kind == MentionKind::name && cls != "Person" &&
      nodes_.discourse().token(mention.end - 1).tag == "NNPS";  // "the Faroe Islands ... them"
  return in_form || mention.plural || nodes_.at(node).plural ||
         one_of(cls, {"Population", "Collective", "CountedGroup", "GroupOfCountries"});
}

bool Coref::is_body(std::uint32_t node) const {
  return nodes_.is_class(node, "Country") || nodes_.is_class(node, "Organization") ||
         nodes_.is_class(node, "GroupOfCountries");
}

// Larger is better: the same sentence before earlier ones, subjects before others, names before phrases.
int Coref::salience(std::uint32_t m, const Mention& candidate) const {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const auto distance =
      static_cast<int>(discourse.sentence_of(mention.head) - discourse.sentence_of(candidate.head));
  int score = -6 * distance;
  if (discourse.is_subject(candidate.head)) score += 8;
  if (distance > 0 && acts_in_main_clause(discourse, candidate.head)) score += 1;  // "X said Y left. He ..."
  if (candidate.kind == MentionKind::name) score += 3;
  if (discourse.token(candidate.head).dep == "poss") score -= 2;
  if (discourse.token(candidate.head).dep == "amod") score -= 4;  // "the Kenyan government ... it"
  if (discourse.preposition_of(candidate.head) == "of") score -= 3;
  if (discourse.in_apposition(candidate.head)) score -= 4;  // "X, an offshoot of Y": Y
  if (nodes_.reading().sentences[discourse.sentence_of(candidate.head)].heading) score -= 4;
  return score;
}

std::uint32_t Coref::antecedent(std::uint32_t m, std::uint32_t sentences, const Test& test) const {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::uint32_t here = discourse.sentence_of(mention.head);
  std::uint32_t best = kNone;
  int best_score = 0;
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    if (discourse.sentence_of(candidate.head) + sentences < here) break;
    if (candidate.entity == kNone || candidate.end > mention.begin) continue;
    if (!test(candidate.entity, candidate)) continue;
    const int score = salience(m, candidate);
    if (best == kNone || score > best_score) {
      best = c - 1;
      best_score = score;
    }
  }
  return best;
}

bool Coref::tie(std::uint32_t m, std::uint32_t antecedent, std::string_view why) {
  if (antecedent == kNone) return false;
  nodes_.mention(m).antecedent = antecedent;
  nodes_.assign(m, nodes_.mention(antecedent).entity, why);
  return true;
}

namespace {

char gender_of(std::string_view word) {
  if (one_of(word, {"he", "him", "his", "himself"})) return 'm';
  return one_of(word, {"she", "her", "hers", "herself"}) ? 'f' : '\0';
}

// "X, said her spokesman Y, had confidence in him": who speaks for another does not speak of himself.
bool speaks_for_another(const Discourse& discourse, const Mention& person, std::uint32_t pronoun) {
  if (discourse.sentence_of(person.head) != discourse.sentence_of(pronoun)) return false;
  for (std::uint32_t at = person.begin < 2 ? 0 : person.begin - 2; at < person.head; ++at)
    if (one_of(discourse.lower(at), {"spokesman", "spokeswoman", "spokesperson"})) return true;
  return false;
}

}  // namespace

// "The ministers: 1. (They) condemn ...": the first that the line above names.
bool Coref::link_author(std::uint32_t m) {
  const std::vector<Sentence>& sentences = nodes_.reading().sentences;
  const Sentence& own = sentences[nodes_.discourse().sentence_of(nodes_.mention(m).head)];
  if (own.author == kNone || !own.paragraph || nodes_.mention(m).head != own.begin) return false;
  for (std::uint32_t c = 0; c < m; ++c) {
    const Mention& candidate = nodes_.mention(c);
    if (candidate.head < sentences[own.author].begin || candidate.kind == MentionKind::pronoun) continue;
    if (candidate.head >= sentences[own.author].end) return false;
    if (!candidate.members.empty()) {
      stand_for(m, candidate.members, "who resolves it");
      return true;
    }
    if (candidate.entity == kNone || !nodes_.is_class(candidate.entity, "Agent")) continue;
    return link_coordination(m, candidate.head) || tie(m, c, "who resolves it");
  }
  return false;
}

void Coref::link_pronoun(std::uint32_t m) {
  const std::uint32_t token = nodes_.mention(m).head;
  if (link_author(m)) return;
  const std::string& word = nodes_.discourse().lower(token);
  if (one_of(word, {"i", "me", "my", "mine", "myself"})) {
    nodes_.assign(m, own_side_.i(token), "the one who speaks");
  } else if (one_of(word, {"we", "us", "our", "ours", "ourselves"})) {
    const std::vector<std::uint32_t> several = own_side_.several(token);
    if (several.empty()) {
      nodes_.assign(m, own_side_.we(token), "the document's own side");
    } else {
      stand_for(m, several, "those who speak together");
    }
  } else if (gender_of(word) != '\0') {
    link_third_person(m);
  } else if (one_of(word, {"it", "its", "itself"})) {
    link_it(m);
  } else if (one_of(word, {"they", "them", "their", "theirs", "themselves", "both", "neither"})) {
    if (word != "neither" || !link_pair(m)) link_they(m);
  } else if (one_of(word, {"who", "which", "that", "whom", "whose"})) {
    link_relative(m);
  } else if (one_of(word, {"there", "here"})) {
    link_place(m);
  }
}

// he, she: a person; as an object never the subject of the same clause.
void Coref::link_third_person(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t token = nodes_.mention(m).head;
  const char gender = gender_of(discourse.lower(token));
  const bool object = one_of(discourse.token(token).dep, {"dobj", "dative", "pobj"});
  const std::uint32_t subject = discourse.clause_subject(token);
  const auto is_person = [&](std::uint32_t other) {
    const std::uint32_t node = other == kNone || other >= m ? kNone : nodes_.mention(other).entity;
    const char known = node == kNone ? '\0' : nodes_.at(node).gender;
    return node != kNone && nodes_.is_class(node, "Person") && !nodes_.mention(other).plural &&
           (known == 0 || known == gender);
  };
  if (const std::uint32_t whom = addressed(token, true);
      one_of(discourse.token(token).dep, {"poss", "nsubj"}) && whom != kNone) {
    const std::uint32_t other = nodes_.reading().mention_at[whom];  // "thanked her minister for his efforts"
    if (is_person(other) && tie(m, other, "his: the one thanked, blamed or urged")) return;
  }
  if (one_of(discourse.lower(token), {"himself", "herself"}) && subject != kNone && subject < token) {
    const std::uint32_t other = nodes_.reading().mention_at[subject];
    if (is_person(other) && tie(m, other, "himself: the subject")) return;
  }
  const std::uint32_t actor = subject == kNone ? kNone : nodes_.reading().mention_at[subject];
  const SpokenWords words(nodes_, token);
  const std::uint32_t speaker = discourse.quoted(token) ? own_side_.i(token) : kNone;
  const auto may_be = [&](std::uint32_t node, const Mention& candidate) {
    if (!nodes_.is_class(node, "Person") || candidate.plural) return false;
    if (discourse.quoted(candidate.head) && !discourse.quoted(token)) return false;  // "'... X ...,' he said"
    const char other = nodes_.at(node).gender;
    return (other == 0 || other == gender) && node != speaker && !words.name(node);
  };
  if (words.any()) {
    const std::uint32_t last = antecedent(m, 4, [&](std::uint32_t node, const Mention& candidate) {
      return may_be(node, candidate) && acts_in_main_clause(discourse, candidate.head);
    });
    if (tie(m, last, "he said: who acted or spoke last")) return;
  }
  const std::uint32_t found = antecedent(m, 4, [&](std::uint32_t node, const Mention& candidate) {
    if (!may_be(node, candidate) || (object && speaks_for_another(discourse, candidate, token))) return false;
    const std::uint32_t clause = discourse.clause_of(token);
    const bool same =
        subject != kNone && (clause == discourse.clause_of(subject) || discourse.token(clause).dep == "conj");
    const bool acts = candidate.head == subject || (actor != kNone && nodes_.mention(actor).entity == node);
    return !(object && acts && same);
  });
  if (found == kNone) {
    nodes_.assign(m, main_person(m, gender), "the person that the text is about");
    return;
  }
  if (nodes_.at(nodes_.mention(found).entity).gender == 0)
    nodes_.at(nodes_.mention(found).entity).gender = gender;
  tie(m, found, "pronoun for a person");
}

// The person named most, for a text that begins with "he"; not one named in the same sentence.
std::uint32_t Coref::main_person(std::uint32_t m, char gender) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t here = discourse.sentence_of(nodes_.mention(m).head);
  if (here > 3) return kNone;
  std::set<std::uint32_t> beside;
  for (const Mention& mention : nodes_.reading().mentions) {
    if (mention.entity != kNone && discourse.sentence_of(mention.head) == here) beside.insert(mention.entity);
    if (discourse.sentence_of(mention.head) > here) break;
  }
  std::uint32_t best = kNone;
  for (std::uint32_t n = 0; n < nodes_.all().size(); ++n) {
    const Node& node = nodes_.at(n);
    if (!node.named || node.mentions < 2 || beside.count(n) > 0 || !nodes_.is_class(n, "Person")) continue;
    if (node.gender != 0 && node.gender != gender) continue;
    if (best == kNone || node.mentions > nodes_.at(best).mentions) best = n;
  }
  return best;
}

// Two or more agents named side by side right before, whatever their part in the clause.
bool Coref::link_last_coordination(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t here = discourse.sentence_of(nodes_.mention(m).head);
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    if (discourse.sentence_of(candidate.head) + 1 < here) break;
    if (candidate.entity == kNone || discourse.token(candidate.head).dep != "conj") continue;
    const std::uint32_t first = discourse.role_token(candidate.head);
    const std::uint32_t other = nodes_.reading().mention_at[first];
    if (other == kNone || nodes_.mention(other).entity == kNone) continue;
    const bool agents =
        nodes_.is_class(candidate.entity, "Agent") && nodes_.is_class(nodes_.mention(other).entity, "Agent");
    if (agents && link_coordination(m, first)) return true;
  }
  return false;
}

// The members of a coordination, when there are several.
bool Coref::link_coordination(std::uint32_t m, std::uint32_t token) {
  const Discourse& discourse = nodes_.discourse();
  std::vector<std::uint32_t> members, open = {token};
  while (!open.empty() && members.size() < 12) {
    const std::uint32_t at = open.back();
    open.pop_back();
    const std::uint32_t other = nodes_.reading().mention_at[at];
    if (other != kNone && nodes_.mention(other).entity != kNone &&
        nodes_.mention(other).end <= nodes_.mention(m).begin) {
      members.push_back(nodes_.mention(other).entity);
    }
    for (const std::uint32_t child : discourse.children(at)) {
      if (discourse.token(child).dep == "conj") open.push_back(child);
    }
  }
  if (members.size() < 2) return false;
  nodes_.mention(m).members = members;
  nodes_.mention(m).why = "several named together";
  for (const std::uint32_t member : members) ++nodes_.at(member).mentions;
  return true;
}

// "A spokesman for X said they would ...", "the union said they ...": the body that speaks.
bool Coref::link_own_body(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t token = nodes_.mention(m).head;
  if (discourse.token(token).dep != "nsubj") return false;
  std::uint32_t verb = discourse.token(token).head;
  for (int steps = 0; steps < 3 && discourse.token(verb).dep == "conj"; ++steps)
    verb = discourse.token(verb).head;
  const std::uint32_t says = discourse.token(verb).dep == "ccomp" ? discourse.token(verb).head : verb;
  if (says == verb ||
      !one_of(discourse.lemma(says), {"say", "tell", "announce", "add", "state", "declare", "warn", "claim",
                                      "insist", "vow", "promise", "confirm", "deny", "believe"}))
    return false;
  const std::uint32_t told = discourse.child(says, {"dobj"});  // "warned the Kurds that they ..."
  if (told != kNone && one_of(discourse.lemma(says), {"warn", "remind"})) return false;
  const std::uint32_t subject = discourse.child(says, {"nsubj"});
  const std::uint32_t speaker = subject == kNone ? kNone : nodes_.reading().mention_at[subject];
  if (speaker == kNone || nodes_.mention(speaker).entity == kNone) return false;
  const std::uint32_t in = nodes_.mention(speaker).office_in;
  const std::uint32_t body = in != kNone && nodes_.mention(in).entity != kNone ? in : speaker;
  return is_body(nodes_.mention(body).entity) && !nodes_.is_class(nodes_.mention(body).entity, "Country") &&
         tie(m, body, "they: the body that speaks");
}

void Coref::link_they(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t token = nodes_.mention(m).head;
  const bool their = discourse.lower(token) == "their";
  const std::uint32_t owner = their ? discourse.clause_subject(token) : kNone;
  const std::uint32_t owner_m = owner == kNone || owner > token ? kNone : nodes_.reading().mention_at[owner];
  if (const std::uint32_t object = their ? addressed(token, true) : kNone; object != kNone) {
    const std::uint32_t other = nodes_.reading().mention_at[object];
    if (discourse.child(object, {"conj"}) != kNone && link_coordination(m, object)) return;
    if (other != kNone && other < m && nodes_.mention(other).entity != kNone &&
        is_plural(nodes_.mention(other).entity, nodes_.mention(other)) &&
        tie(m, other, "their: those addressed"))
      return;
  }
  if (owner_m != kNone && owner_m != m && !nodes_.mention(owner_m).members.empty()) {
    nodes_.mention(m).members = nodes_.mention(owner_m).members;
    return;
  }
  if (!their || owner_m == kNone || owner > token) {  // "their" of the subject itself looks back too
    const std::uint32_t here = discourse.sentence_of(token);
    for (std::uint32_t c = m; c > 0; --c) {  // the nearest subject that is several
      const Mention& candidate = nodes_.mention(c - 1);
      if (discourse.sentence_of(candidate.head) + 2 < here) break;
      if (!one_of(discourse.token(candidate.head).dep, {"nsubj", "nsubjpass"}) ||
          candidate.end > nodes_.mention(m).begin)
        continue;
      if (discourse.child(candidate.head, {"conj"}) != kNone && link_coordination(m, candidate.head)) return;
      if (!candidate.members.empty()) {
        nodes_.mention(m).members = candidate.members;
        return;
      }
      if (candidate.entity != kNone && is_plural(candidate.entity, candidate)) break;
    }
  } else if (discourse.child(owner, {"conj"}) != kNone && link_coordination(m, owner)) {
    return;
  }
  if (link_own_body(m)) return;
  const bool them = discourse.lower(token) == "them";
  if (them && link_last_coordination(m)) return;
  const std::uint32_t above = discourse.token(token).head;
  const std::uint32_t verb = discourse.token(above).dep == "prep" ? discourse.token(above).head : above;
  const std::uint32_t own_subject = discourse.child(verb, {"nsubj"});  // "police fired at them"
  const std::uint32_t found = antecedent(m, 2, [&](std::uint32_t node, const Mention& candidate) {
    if (candidate.kind == MentionKind::pronoun &&
        one_of(discourse.lower(candidate.head), {"we", "us", "our"}))
      return false;
    if (them && candidate.head == own_subject) return false;
    if (one_of(discourse.token(candidate.head).dep, {"amod", "compound", "nmod"}))
      return false;  // "Shia party"
    return is_plural(node, candidate) && !nodes_.is_class(node, "Resource") &&
           !nodes_.is_class(node, "Concept");
  });
  if (tie(m, found, "they: a plural") || discourse.quoted(token)) return;  // a quote speaks of others
  tie(m,
      antecedent(m, 1,
                 [&](std::uint32_t node, const Mention& candidate) {
                   return nodes_.is_class(node, "Organization") ||
                          (nodes_.is_class(node, "Country") &&
                           discourse.token(candidate.head).dep == "nsubj");
                 }),
      "they: a body");
}

void Coref::link_relative(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  std::uint32_t verb = nodes_.mention(m).head;
  for (int steps = 0; steps < 6; ++steps) {
    if (discourse.token(verb).dep == "relcl") break;
    if (discourse.token(verb).head == verb) return;
    verb = discourse.token(verb).head;
  }
  if (discourse.token(verb).dep != "relcl") return;
  const std::uint32_t head = discourse.token(verb).head;
  const std::uint32_t helper = discourse.child(verb, {"aux", "auxpass"});
  const bool several = discourse.token(verb).tag == "VBP" ||
                       (helper != kNone && one_of(discourse.lower(helper), {"are", "were", "have"}));
  if (several && discourse.token(head).dep == "conj" && link_coordination(m, discourse.role_token(head)))
    return;  // "X and Y, which fear ..."
  const std::uint32_t noun = nodes_.reading().mention_at[head];
  if (noun != kNone && noun < m && nodes_.mention(noun).entity != kNone) {
    tie(m, noun, "relative pronoun");
  } else if (noun != kNone && noun < m) {
    nodes_.mention(m).members = nodes_.mention(noun).members;
  }
}

void Coref::link_place(std::uint32_t m) {
  tie(m,
      antecedent(m, 2,
                 [&](std::uint32_t node, const Mention& candidate) {
                   return nodes_.is_class(node, "Place") && candidate.kind == MentionKind::name;
                 }),
      "there: a place");
}

}  // namespace entente::resolve
