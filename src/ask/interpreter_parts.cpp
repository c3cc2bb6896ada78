// SPDX-License-Identifier: Apache-2.0
// Parts that a clause asks for beside its own edge: who else took part, whose help, what was promised,
// denials.
#include <algorithm>

#include "ask/interpreter.hpp"
#include "ask/word_list.hpp"

namespace entente::ask {
namespace {

/// What sentences say of money.
const char* const kMoney = "money|cash|dollar|euro|million|billion|fund|loan|credit|currency";

/// Nouns that say no more than the relation itself.
bool is_general(const std::string& noun) {
  static const Strings nouns{
      "aid",    "assistance", "help",      "support", "money", "fund",    "relief",      "talk",   "meeting",
      "visit",  "message",    "statement", "part",    "touch", "contact", "agreement",   "deal",   "treaty",
      "accord", "thing",      "call",      "word",    "role",  "speech",  "action",      "member", "office",
      "good",   "team",       "people",    "person",  "share", "place",   "conversation"};
  return has(nouns, noun);
}

/// Nouns that name the act, or what it is made with, in one way of several: only hints, where things and
/// people
/// ("ambulances") must be said.
bool names_act(const std::string& noun) {
  static const Strings nouns{"donation",   "contribution",   "grant",      "gift",           "loan",
                             "credit",     "payment",        "funding",    "cash",           "greeting",
                             "greetings",  "letter",         "telegram",   "cable",          "note",
                             "condolence", "congratulation", "delegate",   "representative", "pledge",
                             "promise",    "pact",           "memorandum", "protocol",       "contract",
                             "truce",      "appeal",         "resolution", "declaration",    "negotiation",
                             "discussion", "dialogue",       "exchange",   "address",        "remark",
                             "sanction",   "criticism",      "mediation",  "cooperation"};
  return has(nouns, noun);
}

bool is_blank(const End& end) {
  return end.nodes.empty() && end.classes.empty() && !end.asked && end.same_as < 0 && end.text.empty();
}

bool refuses(const Clause& clause) {
  return std::any_of(clause.verbs.begin(), clause.verbs.end(), [](const auto& verb) {
    return verb.lemma == "refuse" || verb.lemma == "deny" || verb.lemma == "decline";
  });
}

/// "Who gave ...": the end that an added part asks for.
End asked_end(const std::string& text) {
  End out;
  out.asked = true;
  out.text = text;
  return out;
}

End end_of_parent(bool subject, const std::string& text) {
  End out;
  out.same_as = Interpretation::kParent;
  out.same_as_subject = subject;
  out.text = text + " (asked for above)";
  return out;
}

}  // namespace

/// The nouns of a theme that an edge may repeat as its content or resource: "ambulances" of "gave
/// ambulances".
void Interpreter::add_theme(Interpretation& out, const Phrase& phrase) const {
  const bool counted = phrase.wh == Wh::how_many || phrase.wh == Wh::how_much;
  if (counted && !phrase.head.empty() && !is_general(phrase.head)) {  // "how many pumps" is of pumps alone
    add_once(names_act(phrase.head) ? out.themes : out.words, search_word(phrase.head));
    return;
  }
  if (phrase.is_asked() || phrase.same_as >= 0 || phrase.head.empty()) return;
  if (phrase.head == "money" || phrase.head == "cash") {
    add_once(out.words, kMoney);
    return;
  }
  if (is_general(phrase.head) || !phrase.others.empty()) return;
  for (const auto& name : out.relations) {
    const auto* relation = resources_.vocabulary->find_relation(name);
    if (relation && has(relation->triggers, phrase.head)) return;
  }
  const bool act = names_act(phrase.head) ||
                   !resources_.frames->frames_for(ontology::WordClass::noun, phrase.head).empty();
  if (phrase.is_named() || !act) return add_word(out, phrase);
  if (!has(out.themes, phrase.head)) out.themes.push_back(phrase.head);
}

void Interpreter::add_further_relations(Interpretation& out, const Clause& clause) const {
  for (const auto& verb : clause.verbs)
    for (const auto& name : further_relations(verb.lemma, particles_of(clause, verb, false)))
      if (resources_.vocabulary->find_relation(name)) {
        if (!has(out.relations, name)) out.relations.push_back(name);
      }
}

/// Of mutual and directed acts together, the directed ones become a part of their own: only they keep to who
/// is subject.
void Interpreter::split_directed(Interpretation& part) const {
  if (!part.either_way || part.subject.nodes == part.object.nodes) return;
  Strings directed, mutual;
  for (const auto& name : part.relations) {
    const auto* relation = resources_.vocabulary->find_relation(name);
    if (relation && relation->abstract) return;
    (relation && relation->symmetric ? mutual : directed).push_back(name);
  }
  if (directed.empty() || mutual.empty()) return;
  Interpretation other = part;
  other.relations = std::move(directed);
  other.verb = label_of(other.relations);
  other.either_way = false;
  other.notes.clear();
  part.relations = std::move(mutual);
  part.verb = label_of(part.relations);
  part.more.push_back(std::move(other));
}

/// "promised to share the cost": where no relation is known for the act, the promise itself with what it is
/// about.
Result<Interpretation> Interpreter::promised(const Clause& clause, Result<Interpretation> inner) const {
  const Clause& act = clause.complement.front();
  if (!act.object || act.object->is_asked() || act.object->head.empty()) return inner;
  Clause bare = clause;
  bare.complement.clear();
  const auto candidates = chooser_.for_verb(bare, bare.verbs.front());
  const bool pledge = std::all_of(candidates.begin(), candidates.end(),
                                  [](const auto& each) { return each.relation == "pledgedTo"; });
  if (candidates.empty() || !pledge) return inner;
  auto out = from(bare, candidates);
  add_word(out, *act.object);
  return out;
}

/// "X received food from Y" is "Y gave food to X"; nothing for people that are received.
std::optional<Clause> Interpreter::as_giving(const Clause& clause) const {
  static const Strings hosted{"visit", "visitor", "delegation", "guest", "call", "caller", "envoy"};
  static const Strings receiving{"receive", "get", "obtain"};
  if (clause.verbs.size() != 1 || !has(receiving, clause.verbs.front().lemma) || clause.passive)
    return std::nullopt;
  if (!clause.subject || !clause.object || clause.object->is_named() || clause.object->wh == Wh::who)
    return std::nullopt;
  const std::string cls = chooser_.class_of(*clause.object);
  if (has(hosted, clause.object->head) || resources_.vocabulary->is_class(cls, "Agent")) return std::nullopt;
  Clause out = clause;
  out.verbs.front().lemma = "give";
  out.subject.reset();
  for (auto& each : out.prepositions)
    if (each.preposition == "from" && each.phrase) out.subject = std::move(each.phrase);
  std::erase_if(out.prepositions, [](const auto& each) { return each.preposition == "from"; });
  out.prepositions.push_back({"to", clause.subject});
  return out;
}

/// "Where are X's teams?": where X sent teams.
std::optional<Interpretation> Interpreter::whereabouts(const Clause& clause) const {
  const auto& adjuncts = clause.adjuncts;
  if (std::find(adjuncts.begin(), adjuncts.end(), Wh::where) == adjuncts.end()) return std::nullopt;
  if (!clause.subject || clause.subject->owner.empty() || clause.subject->head.empty()) return std::nullopt;
  Clause sent = clause;
  sent.copula = false;
  sent.verbs = {Verb{"send", {}, "send"}};
  sent.object = clause.subject;
  sent.object->owner.clear();
  sent.subject = clause.subject->owner.front();
  std::erase(sent.adjuncts, Wh::where);
  Phrase where;
  where.wh = Wh::which;
  where.text = "where";
  sent.prepositions.push_back({"to", std::move(where)});
  const auto candidates = chooser_.for_verb(sent, sent.verbs.front());
  if (candidates.empty() || candidates.front().relation != "sentPersonnelTo") return std::nullopt;
  return from(sent, candidates);
}

/// "Who sent greetings to X, and who was absent?": what a later clause leaves out is as before.
void Interpreter::inherit_object(Interpretation& part, const Clause& clause,
                                 const std::vector<Interpretation>& before) const {
  if (part.kind != Interpretation::Kind::edges || part.relations.empty() || !is_blank(part.object)) return;
  if (before.empty() || !part.subject.asked || clause.support) return;
  const End& earlier = before.back().object;
  if (earlier.nodes.empty()) return;
  const std::string cls = names_.class_of(earlier.nodes.front());
  const bool fits = std::all_of(part.relations.begin(), part.relations.end(), [&](const auto& name) {
    const auto* relation = resources_.vocabulary->find_relation(name);
    return relation && std::any_of(relation->ranges.begin(), relation->ranges.end(), [&](const auto& range) {
             return resources_.vocabulary->is_class(cls, range);
           });
  });
  if (fits) part.object = earlier;
}

/// "with whom" of an act that has no partner: who else did it; "with whose mediation": who did that for them.
void Interpreter::add_helper_part(std::vector<Interpretation>& out, const Clause& clause,
                                  Interpretation& part, const PrepositionPhrase& each) const {
  const Phrase& asked = *each.phrase;
  if (asked.head.empty() && each.preposition == "with" && !part.either_way) {
    Interpretation other = part;
    other.more.clear();
    other.notes.clear();
    other.subject = asked_end("who else");
    other.subject.not_nodes = part.subject.nodes;
    other.object = end_of_parent(false, part.object.text);
    out.push_back(std::move(other));
    return;
  }
  Clause helping;
  helping.object = asked;
  helping.object->wh = Wh::none;
  const auto found =
      asked.head.empty() ? std::vector<Candidate>{} : chooser_.for_noun(helping, *helping.object);
  if (found.empty()) {
    part.notes.push_back("‘" + each.preposition + " " + asked.text +
                         "’ is not answered: the relation has no such part");
    return;
  }
  for (const bool subject : {true, false}) {
    if (!subject && !part.either_way) continue;
    Interpretation help = from(helping, found);
    help.trigger = asked.head;
    help.subject = asked_end(asked.text);
    help.object = end_of_parent(subject, subject ? part.subject.text : part.object.text);
    out.push_back(std::move(help));
  }
  (void)clause;
}

std::vector<Interpretation> Interpreter::further_parts(const Clause& clause, Interpretation& part) const {
  std::vector<Interpretation> out = std::move(part.more);
  part.more.clear();
  if (part.kind != Interpretation::Kind::edges || clause.support) return out;
  const bool open = clause.object && clause.object->wh == Wh::what && clause.object->head.empty();
  if (has(part.relations, "rejected") && refuses(clause) && open && !part.subject.nodes.empty() &&
      !part.negated) {
    Interpretation denied;
    denied.verb = "is related to";
    denied.subject = part.subject;
    denied.negated = true;
    denied.modalities.clear();
    denied.times = part.times;
    out.push_back(std::move(denied));
  }
  if (has(part.relations, "providedAidTo") && has(part.modalities, "Planned") && !part.negated &&
      !has(part.relations, "pledgedTo")) {
    Interpretation pledge = part;
    pledge.relations = {"pledgedTo"};
    pledge.verb = label_of(pledge.relations);
    pledge.modalities = {"Asserted", "Planned"};
    pledge.notes.clear();
    out.push_back(std::move(pledge));
  }
  for (const auto& each : clause.prepositions)
    if (each.phrase && each.phrase->is_asked() &&
        has(part.unanswered, each.preposition + " " + each.phrase->text))
      add_helper_part(out, clause, part, each);
  return out;
}

}  // namespace entente::ask
