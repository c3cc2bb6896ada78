// SPDX-License-Identifier: Apache-2.0
// Clauses without a verb of their own: "Who is X?", "X's visit to Y", "statements about X".
#include <algorithm>

#include "ask/interpreter.hpp"
#include "ask/word_list.hpp"

namespace entente::ask {

/// "How is X connected to Y?", "How are X and Y connected?", "What connects X with Y?"
std::optional<Interpretation> Interpreter::path(const Clause& clause) const {
  static const Strings verbs{"connect", "relate", "link", "tie", "associate"};
  if (clause.verbs.size() != 1 || !has(verbs, clause.verbs.front().lemma)) return std::nullopt;
  const auto& first = clause.passive ? clause.subject : clause.object;
  if (!first || !first->is_named()) return std::nullopt;
  const Phrase* other = phrase_behind(clause, {"to", "with", "and"});
  const bool pair = !other && first->names.size() == 2 && first->others.empty();
  if (!pair && (!other || !other->is_named())) return std::nullopt;
  Interpretation out;
  out.kind = Interpretation::Kind::path;
  out.subject = end_of(*first, out);
  out.object = pair ? out.subject : end_of(*other, out);
  if (pair) {
    out.subject.nodes = first->names.front().nodes;
    out.subject.text = first->names.front().text;
    out.object.nodes = first->names.back().nodes;
    out.object.text = first->names.back().text;
  }
  out.verb = "is connected to";
  return out;
}

/// "relations between X and Y": any edge between the two.
std::optional<Interpretation> Interpreter::between(const Clause& clause) const {
  const Phrase* both = phrase_behind(clause, {"between"});
  if (!both || both->names.size() != 2) return std::nullopt;
  Interpretation out;
  out.verb = "is related to";
  out.either_way = true;
  out.subject = end_of(*both, out);
  out.object = out.subject;
  set_modality(out, clause);
  add_adjuncts(out, clause);
  return out;
}

Interpretation Interpreter::office(const Clause& clause, const Phrase* holder, const Phrase* body) const {
  Interpretation out;
  out.relations = {"holdsOfficeIn"};
  out.verb = label_of(out.relations);
  std::set<const Phrase*> used{holder, body};
  if (holder) out.subject = end_of(*holder, out);
  if (body) out.object = end_of(*body, out);
  for (const auto* phrase : {&clause.subject, &clause.object})
    if (*phrase && !used.contains(&**phrase)) used.insert(&**phrase);
  set_modality(out, clause);
  add_rest(out, clause, used);
  add_adjuncts(out, clause);
  add_once(out.columns, "office");
  return out;
}

/// "Who is X?", "Who is the president of X?", "Which statements about X are plans?", "Are X and Y members of
/// Z?"
Result<Interpretation> Interpreter::interpret_copula(const Clause& clause) const {
  const Phrase* subject = clause.subject ? &*clause.subject : nullptr;
  const Phrase* object = clause.object ? &*clause.object : nullptr;
  for (const Phrase* noun : {subject, object})
    if (noun && is_statement_noun(noun->head))
      if (auto found = between(clause)) return std::move(*found);
  if (subject && is_statement_noun(subject->head)) return statements(clause);
  const bool named_only = subject && subject->is_named() && clause.prepositions.empty();
  if (named_only && object && object->is_asked() && object->head.empty()) return profile(*subject);
  if (auto found = described_holder(clause)) return std::move(*found);
  if (const auto act = as_act(clause)) {
    auto read = act->verbs.empty() ? interpret_nominal(*act) : interpret_acts(*act);
    if (read) return read;
  }
  if (auto found = predicate_noun(clause)) return std::move(*found);
  if (auto found = office_of(clause)) return std::move(*found);
  if (subject && !subject->owner.empty() && attribute_of(subject->head) == "office")
    return office(clause, &subject->owner.front(), nullptr);
  if (auto found = whereabouts(clause)) return std::move(*found);
  const auto& adjuncts = clause.adjuncts;
  if (named_only && std::find(adjuncts.begin(), adjuncts.end(), Wh::where) != adjuncts.end()) {
    Interpretation out;
    out.relations = {"locatedIn"};
    out.verb = label_of(out.relations);
    out.subject = end_of(*subject, out);
    set_modality(out, clause);
    return out;
  }
  return no_relation(clause);
}

/// "Which statements about X are plans or duties?"
Result<Interpretation> Interpreter::statements(const Clause& clause) const {
  Interpretation out;
  out.verb = "is said of";
  out.either_way = true;
  if (const Phrase* about = phrase_behind(clause, {"about", "of", "on", "with", "to"}))
    out.subject = end_of(*about, out);
  if (!clause.object) return no_relation(clause);
  out.modalities.clear();
  Strings kinds{clause.object->head};
  for (const auto& other : clause.object->others) kinds.push_back(other.head);
  for (const auto& kind : kinds) {
    const auto statement = statement_kind_of(kind);
    if (!statement) return no_relation(clause);
    if (statement->negated)
      out.negated = true;
    else
      add_once(out.modalities, statement->modality);
  }
  add_adjuncts(out, clause);
  return out;
}

Interpretation Interpreter::profile(const Phrase& subject) const {
  Interpretation out;
  out.kind = Interpretation::Kind::profile;
  out.relations = {"isStructurallyTiedTo"};
  out.subject = end_of(subject, out);
  out.columns = {"office"};
  return out;
}

/// "X is a member of Y", "who are the members of Y": the noun is a frame's trigger, the other phrase what it
/// is said of.
std::optional<Interpretation> Interpreter::predicate_noun(const Clause& clause) const {
  if (clause.object && !clause.object->is_asked()) {
    const auto candidates = chooser_.for_noun(clause, *clause.object);
    if (!candidates.empty()) return from(clause, candidates);
  }
  if (!clause.subject || !clause.object || !clause.object->is_asked()) return std::nullopt;
  Clause turned = clause;
  std::swap(turned.subject, turned.object);
  const auto candidates = chooser_.for_noun(turned, *turned.object);
  return candidates.empty() ? std::nullopt : std::optional(from(turned, candidates));
}

/// "Who is the president of X?": where a name of somebody, or his office, says so.
std::optional<Interpretation> Interpreter::described_holder(const Clause& clause) const {
  for (const auto* noun : {&clause.subject, &clause.object}) {
    const auto& other = noun == &clause.subject ? clause.object : clause.subject;
    if (!*noun || (*noun)->described.size() != 1 || !other || !other->is_asked() ||
        !resources_.nouns->in_list("OfficeNoun", (*noun)->head) || (*noun)->head == "member")
      continue;
    const Phrase* body = phrase_behind(clause, {"of", "in"});
    if (!body && !(*noun)->owner.empty()) body = &(*noun)->owner.front();
    if (!body || !body->is_named()) continue;
    Interpretation out = office(clause, nullptr, body);
    out.subject = end_of(*other, out);
    out.subject.nodes = (*noun)->described.front().nodes;
    out.subject.classes.clear();
    out.subject.text = (*noun)->text;
    return out;
  }
  return std::nullopt;
}

/// "Who is the president of X?"
std::optional<Interpretation> Interpreter::office_of(const Clause& clause) const {
  for (const auto* noun : {&clause.subject, &clause.object}) {
    if (!*noun || (*noun)->head.empty() || (*noun)->is_asked() ||
        !resources_.nouns->in_list("OfficeNoun", (*noun)->head))
      continue;
    const auto& other = noun == &clause.subject ? clause.object : clause.subject;
    const Phrase* body = phrase_behind(clause, {"of", "in"});
    if (!body && !(*noun)->owner.empty()) body = &(*noun)->owner.front();
    Interpretation out = office(clause, other ? &*other : nullptr, body);
    for (const auto& word : (*noun)->lemmas) add_once(out.offices, word);
    return out;
  }
  return std::nullopt;
}

/// "China's meetings in June", "aid from China to Mali", "statements about China".
Result<Interpretation> Interpreter::interpret_nominal(const Clause& clause) const {
  if (!clause.object) {  // "tell me about X"
    const Phrase* about = phrase_behind(clause, {"about", "of"});
    if (!about || !about->is_named() || clause.prepositions.size() > 1) return no_relation(clause);
    Interpretation out;
    out.verb = "is said of";
    out.subject = end_of(*about, out);
    out.either_way = true;
    return out;
  }
  const Phrase& noun = *clause.object;
  if (is_statement_noun(noun.head))
    if (auto found = between(clause)) return std::move(*found);
  if (is_statement_noun(noun.head) || statement_kind_of(noun.head)) {
    const Phrase* about = phrase_behind(clause, {"about", "of", "on", "with", "by"});
    if (!about && !noun.owner.empty()) about = &noun.owner.front();
    const bool named = about && about->is_named();
    if (named && (is_statement_noun(noun.head) || chooser_.for_noun(clause, noun).empty())) {
      Interpretation out;
      out.verb = "is said of";
      out.subject = end_of(*about, out);
      out.either_way = true;
      if (const auto kind = statement_kind_of(noun.head); kind && !is_statement_noun(noun.head))
        out.modalities = {kind->modality};
      add_adjuncts(out, clause);
      return out;
    }
  }
  const auto candidates = chooser_.for_noun(clause, noun);
  if (candidates.empty()) return no_relation(clause);
  return from(clause, candidates);
}

}  // namespace entente::ask
