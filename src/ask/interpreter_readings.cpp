// SPDX-License-Identifier: Apache-2.0
// Other ways to read a clause: acts put as "X is the founder of Y" or "X was at Y", places of events,
// refusals, and what the vocabulary's words say where frames find nothing.
#include <algorithm>

#include "ask/interpreter.hpp"
#include "ask/lexicon.hpp"
#include "ask/word_list.hpp"

namespace entente::ask {
namespace {

bool asks_where(const Clause& clause) {
  return std::find(clause.adjuncts.begin(), clause.adjuncts.end(), Wh::where) != clause.adjuncts.end();
}

/// Verbs that say of a meeting, a body or a treaty no more than that it is somewhere.
bool takes_place(const std::string& lemma) {
  static const Strings verbs{"hold", "locate", "situate", "base",     "stage",   "convene",
                             "take", "occur",  "happen",  "sign",     "host",    "lie",
                             "sit",  "house",  "open",    "organise", "organize"};
  return has(verbs, lemma);
}

}  // namespace

Interpretation Interpreter::location_of(const Phrase& thing, const Clause& clause) const {
  Interpretation out;
  out.relations = {"locatedIn"};
  out.verb = label_of(out.relations);
  out.subject = end_of(thing, out);
  out.object.asked = true;
  out.object.text = "where";
  set_modality(out, clause);
  out.times = clause.times;
  return out;
}

/// "Where was X held?": where X is; else where the act was.
std::optional<Interpretation> Interpreter::whereabouts_of_event(const Clause& clause) const {
  if (!asks_where(clause) || clause.verbs.size() != 1 || !takes_place(clause.verbs.front().lemma))
    return std::nullopt;
  const bool by = phrase_behind(clause, {"by"}) != nullptr;
  const bool undergoes = clause.passive ? !by : !clause.object || clause.object->head == "place";
  if (!undergoes || !clause.subject || !clause.subject->is_named()) return std::nullopt;
  Interpretation out = location_of(*clause.subject, clause);
  if (auto act = interpret_acts(clause)) out.otherwise.push_back(std::move(*act));
  return out;
}

/// "Who was asked to repair X?": rather who has to do something with X, where the graph has that.
void Interpreter::add_deed(Interpretation& out, const Clause& clause) const {
  for (const auto& inner : clause.complement)
    if (inner.object && inner.object->is_named())
      for (const auto& named : inner.object->names) add_once(out.deed, names_.name_of(named.nodes.front()));
}

/// Relations that the vocabulary's own words for the verb mean, where the frames' one has no edge.
void Interpreter::add_other_readings(Interpretation& out, const Clause& clause) const {
  if (clause.verbs.size() != 1 || !out.more.empty()) return;
  const auto& vocabulary = *resources_.vocabulary;
  for (const auto& candidate : chooser_.from_vocabulary(clause, clause.verbs.front())) {
    const bool known = std::any_of(out.relations.begin(), out.relations.end(), [&](const auto& name) {
      return vocabulary.is_relation(candidate.relation, name);
    });
    if (!known) out.otherwise.push_back(from(clause, {candidate}));
  }
}

/// "Who refused to pay for X?": where no denied act is found, what was rejected and has to do with it.
void Interpreter::add_refusal(Interpretation& out, const Clause& clause) const {
  static const Strings verbs{"refuse", "decline", "reject"};
  if (!out.negated || clause.verbs.empty() || !has(verbs, clause.verbs.front().lemma) || clause.negated)
    return;
  if (!resources_.vocabulary->find_relation("rejected")) return;
  Interpretation other = out;
  other.otherwise.clear();
  other.more.clear();
  other.relations = {"rejected"};
  other.verb = label_of(other.relations);
  other.negated = other.either_way = false;
  const End object = other.object;
  if (object.nodes.empty() || object.same_as >= 0) return;
  other.object = End{};
  std::string word = object.text;
  if (const auto space = word.find(' '); space != std::string::npos && is_determiner(word.substr(0, space)))
    word = word.substr(space + 1);
  for (const auto node : object.nodes) word += "|" + names_.name_of(node);
  add_once(other.words, word);
  other.notes = {"no denied act is found: what was rejected, where the sentence speaks of it"};
  out.otherwise.push_back(std::move(other));
}

/// "Who is the founder of X?", "Who was at X?", "Who were X's talks with?": as if said with a verb.
std::optional<Clause> Interpreter::as_act(const Clause& clause) const {
  Clause out = clause;
  out.copula = false;
  const bool object_asked = clause.object && clause.object->is_asked();
  auto& noun = object_asked ? out.subject : out.object;
  auto& asked = object_asked ? out.object : out.subject;
  const bool spoken_of = asked && !noun && !asked->is_asked() && !asked->is_named() && !asked->head.empty();
  if (spoken_of && std::any_of(out.prepositions.begin(), out.prepositions.end(), [](const auto& each) {
        return each.phrase && each.phrase->is_asked();
      })) {  // "who were X's talks with"
    out.object = Phrase(*asked);
    out.subject.reset();
    return out;
  }
  if (!noun && asked) {  // "who was at X", "was Y at X"
    const Phrase* meeting = phrase_behind(clause, {"at", "present", "in"});
    if (!meeting || !meeting->is_named()) return std::nullopt;
    if (!resources_.vocabulary->is_class(names_.class_of(meeting->names.front().nodes.front()), "Meeting"))
      return std::nullopt;
    if (object_asked) std::swap(out.subject, out.object);
    out.verbs = {{"attend", {}, "attend"}};
    out.object = *meeting;
    std::erase_if(out.prepositions, [](const auto& each) { return each.phrase.has_value(); });
    return out;
  }
  if (!noun || noun->is_asked() || noun->is_named()) return std::nullopt;
  if (statement_kind_of(noun->head) && asked && asked->wh == Wh::what && !noun->owner.empty()) {
    out.object = Phrase(*noun);  // "what are X's plans"
    out.subject.reset();
    return out;
  }
  const std::string verb(verb_of_agent(noun->head));
  if (verb.empty()) return std::nullopt;
  const auto of = std::find_if(out.prepositions.begin(), out.prepositions.end(),
                               [](const auto& each) { return each.preposition == "of" && each.phrase; });
  std::optional<Phrase> matter;
  if (of != out.prepositions.end()) {
    matter = std::move(of->phrase);
    out.prepositions.erase(of);
  } else if (!noun->owner.empty()) {
    matter = noun->owner.front();
  }
  if (!matter && out.prepositions.empty()) return std::nullopt;
  out.verbs = {{verb, {}, noun->head}};
  if (noun->lemmas.size() > 1 && noun->lemmas.front() == "top") {
    out.rank = Clause::Rank::most;
    out.rank_count = number_of(noun->lemmas[1]);
  }
  std::optional<Phrase> who = std::move(asked);
  out.subject = std::move(who);
  out.object = std::move(matter);
  return out;
}

}  // namespace entente::ask
