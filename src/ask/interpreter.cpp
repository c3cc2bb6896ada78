// SPDX-License-Identifier: Apache-2.0
#include "ask/interpreter.hpp"

#include <algorithm>

#include "ask/discourse.hpp"
#include "ask/word_list.hpp"
#include "base/edit_distance.hpp"

namespace entente::ask {

using ontology::WordClass;

namespace {

bool is_general_verb(const std::string& lemma) {
  return lemma == "do" || lemma == "happen" || lemma == "know";
}

bool holds_office(const std::string& lemma) {
  return lemma == "hold" || lemma == "have" || lemma == "occupy" || lemma == "take" || lemma == "fill" ||
         lemma == "serve";
}

/// "what does X plan": what is done is asked for without a noun.
bool asks_matter(const Clause& clause) {
  const auto& matter = clause.passive ? clause.subject : clause.object;
  return matter && matter->is_asked() && matter->head.empty();
}

/// "Why did X meet Y?": nothing else is asked for.
bool asks_only_why(const Clause& clause) {
  const auto phrases = phrases_of(clause);
  return clause.adjuncts.size() == 1 && clause.adjuncts.front() == Wh::why && clause.attributes.empty() &&
         std::none_of(phrases.begin(), phrases.end(), [](const auto* each) { return each->is_asked(); });
}

}  // namespace

/// What ends take up are clauses; they are to be parts.
static void place_ends(Interpretation& part, const std::vector<int>& first) {
  for (auto* end : {&part.subject, &part.object})
    if (end->same_as >= 0) end->same_as = first[static_cast<std::size_t>(end->same_as)];
  for (auto& other : part.otherwise) place_ends(other, first);
}

Result<std::vector<Interpretation>> Interpreter::run(const Question& question) const {
  std::vector<Interpretation> out;
  std::vector<int> first;  // part of each clause
  for (const auto& clause : question.clauses) {
    auto part = interpret(clause);
    if (!part) return fail(part.error());
    part->support = clause.support;
    place_ends(*part, first);
    inherit_object(*part, clause, out);
    first.push_back(static_cast<int>(out.size()));
    auto more = further_parts(clause, *part);
    out.push_back(std::move(*part));
    for (auto& each : more) {
      for (auto* end : {&each.subject, &each.object})
        if (end->same_as == Interpretation::kParent) end->same_as = first.back();
      out.push_back(std::move(each));
    }
  }
  return out;
}

/// A pronoun that no earlier clause explains, or null.
const Phrase* Interpreter::unresolved(const Clause& clause) const {
  const auto open = [](const Phrase& phrase) {
    return !phrase.pronoun.empty() && !phrase.is_named() && phrase.same_as < 0;
  };
  std::vector<const Phrase*> phrases;
  for (const auto* each : {&clause.subject, &clause.object, &clause.second})
    if (*each) phrases.push_back(&**each);
  for (const auto& each : clause.prepositions)
    if (each.phrase) phrases.push_back(&*each.phrase);
  for (const auto* phrase : phrases) {
    if (open(*phrase)) return phrase;
    for (const auto& owner : phrase->owner)
      if (open(owner)) return &owner;
  }
  for (const auto& inner : clause.complement)
    if (const Phrase* found = unresolved(inner)) return found;
  return nullptr;
}

Result<Interpretation> Interpreter::interpret(const Clause& clause) const {
  if (const Phrase* pronoun = unresolved(clause))
    return fail(ErrorKind::data, "‘" + pronoun->text + "’ refers to nothing in the question",
                Place{"", 0, 0, clause.begin});
  if (auto found = path(clause)) return std::move(*found);
  if (asks_only_why(clause))
    return fail(ErrorKind::data, "reasons are not in the graph", Place{"", 0, 0, clause.begin},
                "ask whether or when it happened; the sentence may say why");
  if (clause.copula && clause.verbs.empty()) return interpret_copula(clause);
  if (clause.verbs.empty()) return interpret_nominal(clause);
  return interpret_verbs(clause);
}

// ---- verbs

/// Candidates for a verb as the clause stands; where it takes none, with what the other verbs share: "met or
/// spoke to X".
std::vector<Candidate> Interpreter::candidates_of(const Clause& clause, const Verb& verb,
                                                  std::vector<Clause>& kept) const {
  auto found = chooser_.for_verb(clause, verb);
  if (!found.empty() || clause.verbs.size() + clause.listed.size() < 2) return found;
  kept.push_back(clause);
  Clause& shared = kept.back();
  const auto own = std::find_if(verb.particles.begin(), verb.particles.end(),
                                [](const auto& each) { return is_preposition(each); });
  if (own != verb.particles.end() && shared.object) {
    shared.prepositions.push_back({*own, std::move(shared.object)});
    shared.object.reset();
  } else if (!shared.prepositions.empty() && shared.prepositions.front().phrase) {
    shared.object = std::move(shared.prepositions.front().phrase);
    shared.prepositions.erase(shared.prepositions.begin());
  }
  return chooser_.for_verb(shared, verb);
}

const ontology::Embedding* Interpreter::embedding_of(const Clause& clause) const {
  const auto& verb = clause.verbs.front();
  for (const auto& particle : particles_of(clause, verb, false))
    if (const auto* found = resources_.frames->embedding(WordClass::verb, verb.lemma, particle, false))
      return found;
  return resources_.frames->embedding(WordClass::verb, verb.lemma, "", false);
}

Result<Interpretation> Interpreter::interpret_verbs(const Clause& clause) const {
  if (auto place = whereabouts_of_event(clause)) return std::move(*place);
  return interpret_acts(clause);
}

Result<Interpretation> Interpreter::interpret_acts(const Clause& clause) const {
  const bool office_named = clause.object && attribute_of(clause.object->head) == "office";
  if ((office_named || has(clause.attributes, "office")) && holds_office(clause.verbs.front().lemma))
    return office(clause,
                  clause.passive   ? phrase_behind(clause, {"by"})
                  : clause.subject ? &*clause.subject
                                   : nullptr,
                  phrase_behind(clause, {"in", "of", "at"}));
  if (auto kind = statement_kind_asked(clause)) return std::move(*kind);
  const auto* embedding = embedding_of(clause);
  if (!clause.complement.empty() && embedding && !embedding->object_controls)
    return interpret_embedded(clause, *embedding);
  if (is_general_verb(clause.verbs.front().lemma)) {
    const bool bare =
        !clause.object && clause.prepositions.empty() && clause.subject && clause.subject->is_asked();
    return bare ? no_relation(clause)
                : Result<Interpretation>(any_relation(clause));  // "who did?" says nothing
  }

  if (const auto given = as_giving(clause)) {
    const auto candidates = chooser_.for_verb(*given, given->verbs.front());
    if (!candidates.empty()) return from(*given, candidates);
  }
  std::vector<Clause> kept;
  kept.reserve(clause.verbs.size() + clause.listed.size() + 1);
  auto main = candidates_of(clause, clause.verbs.front(), kept);
  if (main.empty() && clause.passive && clause.fronted && clause.subject) return asked_content(clause);
  const bool shared = !kept.empty();
  if (main.empty() || means_intention(clause, embedding, main)) {
    if (embedding && !clause.complement.empty()) return interpret_embedded(clause, *embedding);
    if (!embedding || embedding->modality.empty() || !asks_matter(clause)) return no_relation(clause);
    Interpretation out = any_relation(clause);
    out.modalities = {embedding->modality};
    out.negated = out.negated != embedding->negated;
    return out;
  }
  if (!clause.listed.empty()) {  // the list says which relations are meant
    Clause listed = clause;
    listed.verbs = clause.listed;
    listed.listed.clear();
    listed.object.reset();
    listed.prepositions.clear();
    if (main.front().object) listed.object = *main.front().object;
    return interpret_verbs(listed);
  }
  for (std::size_t i = 1; i < clause.verbs.size(); ++i) {
    auto more = candidates_of(clause, clause.verbs[i], kept);
    if (more.empty()) return no_relation(clause);
    main.insert(main.end(), more.begin(), more.end());
  }
  auto out = from(shared ? kept.front() : clause, main);
  add_other_readings(out, clause);
  return out;
}

/// "What was X asked?": what is asked for is the content.
Result<Interpretation> Interpreter::asked_content(const Clause& clause) const {
  const bool open = clause.object && clause.object->wh == Wh::what && clause.object->head.empty();
  if (!open) return no_relation(clause);
  Clause without = clause;
  without.object.reset();
  without.fronted = false;
  add_once(without.attributes, "content");
  return interpret_verbs(without);
}

/// "Which plans does X have?"
std::optional<Interpretation> Interpreter::statement_kind_asked(const Clause& clause) const {
  const auto& lemma = clause.verbs.front().lemma;
  if ((lemma != "have" && lemma != "make") || !clause.subject || !clause.object || !clause.object->is_asked())
    return std::nullopt;
  const auto kind = statement_kind_of(clause.object->head);
  if (!kind) return std::nullopt;
  Clause any = clause;
  any.object.reset();
  Interpretation out = any_relation(any);
  out.negated = kind->negated;
  if (!kind->modality.empty()) out.modalities = {kind->modality};
  return out;
}

/// "What does X plan?": the verb says how acts are put, and is no trigger word of the relations that it might
/// stand for.
bool Interpreter::means_intention(const Clause& clause, const ontology::Embedding* embedding,
                                  const std::vector<Candidate>& candidates) const {
  if (!asks_matter(clause) || !embedding || embedding->modality.empty() || embedding->object_controls)
    return false;
  return std::none_of(candidates.begin(), candidates.end(), [&](const auto& candidate) {
    const auto* relation = resources_.vocabulary->find_relation(candidate.relation);
    return relation && has(relation->triggers, clause.verbs.front().lemma);
  });
}

/// "plans to send", "failed to attend": the inner verb with the outer subject.
Result<Interpretation> Interpreter::interpret_embedded(const Clause& clause,
                                                       const ontology::Embedding& embedding) const {
  Clause inner = clause.complement.front();
  inner.subject = clause.subject;
  if (!inner.object && clause.object && clause.object->is_asked()) inner.object = clause.object;
  inner.prepositions.insert(inner.prepositions.end(), clause.prepositions.begin(), clause.prepositions.end());
  inner.times.insert(inner.times.end(), clause.times.begin(), clause.times.end());
  inner.adjuncts = clause.adjuncts;
  inner.attributes = clause.attributes;
  inner.negated = inner.negated != clause.negated;
  auto out = interpret(inner);
  if (!out) return promised(clause, std::move(out));
  if (!embedding.modality.empty()) out->modalities = {embedding.modality};
  out->negated = out->negated != embedding.negated;
  add_refusal(*out, clause);
  return out;
}

/// Any edge between subject and object: "What did X do to Y?", "What does X plan?".
Interpretation Interpreter::any_relation(const Clause& clause) const {
  Interpretation out;
  out.verb = "is related to";
  std::set<const Phrase*> used;
  if (clause.subject && !clause.passive) out.subject = end_of(*clause.subject, out);
  if (clause.subject) used.insert(&*clause.subject);
  const Phrase* object = clause.object && !clause.object->is_asked()
                             ? &*clause.object
                             : phrase_behind(clause, {"to", "with", "for", "about", "against"});
  if (object && !object->is_named() && object->same_as < 0 && chooser_.class_of(*object).empty())
    object = nullptr;
  if (!object && clause.object) object = &*clause.object;
  if (object) {
    out.object = end_of(*object, out);
    used.insert(object);
  }
  if (clause.object) used.insert(&*clause.object);
  set_modality(out, clause);
  add_rest(out, clause, used);
  add_adjuncts(out, clause);
  return out;
}

Interpretation Interpreter::from(const Clause& clause, const std::vector<Candidate>& candidates) const {
  Interpretation out;
  const Candidate& first = candidates.front();
  std::set<const Phrase*> used;
  out.trigger =
      clause.verbs.empty() ? (clause.object ? clause.object->head : "") : clause.verbs.front().lemma;
  for (const auto& candidate : candidates) {
    add_once(out.relations, candidate.relation);
    used.insert(candidate.used.begin(), candidate.used.end());
  }
  if (clause.object && !clause.verbs.empty() && first.used.contains(&*clause.object) &&
      &*clause.object != first.object && resources_.frames->in_list("LightVerb", out.trigger))
    out.trigger = clause.object->head;  // "send congratulations"
  add_further_relations(out, clause);
  if (first.subject) out.subject = end_of(*first.subject, out);
  if (first.object) out.object = end_of(*first.object, out);
  if (first.subject && first.subject->wh == Wh::who && first.subject->head.empty())
    restrict_to_agents(out.subject, out.relations, true);
  if (first.object && first.object->wh == Wh::who && first.object->head.empty())
    restrict_to_agents(out.object, out.relations, false);
  const bool other_asked =
      (first.subject && first.subject->is_asked()) || (first.object && first.object->is_asked());
  if (first.pair && !other_asked) {
    End& named = first.subject && first.subject->names.size() > 1 ? out.subject : out.object;
    named.all_nodes = false;
    (&named == &out.subject ? out.object : out.subject) = named;
  }
  if (first.pair && other_asked) out.subject.not_nodes = out.object.nodes;  // "who mediated between X and Y"
  if (has(out.relations, "calledOn")) add_deed(out, clause);
  if (first.resource && !used.contains(first.resource)) {
    add_word(out, *first.resource);
    used.insert(first.resource);
  }
  if (first.resource) add_once(out.columns, "resource");
  for (const auto* phrase : used)
    if (phrase && phrase != first.subject && phrase != first.object) add_theme(out, *phrase);
  out.rank = clause.rank == Clause::Rank::most     ? Interpretation::Rank::most
             : clause.rank == Clause::Rank::fewest ? Interpretation::Rank::fewest
                                                   : Interpretation::Rank::none;
  out.rank_count = clause.rank_count;
  for (const auto* end : {first.subject, first.object})
    out.counted = out.counted || (end && end->wh == Wh::how_many);
  if (has(out.relations, "consultedWith"))
    add_once(out.without, "visited");  // who goes to a place has not talked to it
  set_symmetry(out);
  set_modality(out, clause);
  if (clause.said) {
    out.modalities.clear();
    out.said = true;
    add_once(out.columns, "attributedTo");
  }
  if (first.negated) out.negated = !out.negated;
  if (!first.modality.empty()) add_once(out.modalities, first.modality);
  add_rest(out, clause, used);
  add_adjuncts(out, clause);
  out.verb = label_of(out.relations);
  if (clause.only) out.excluded = out.relations;
  split_directed(out);
  return out;
}

tl::unexpected<Error> Interpreter::no_relation(const Clause& clause) const {
  std::string word = "this";
  if (!clause.verbs.empty())
    word = clause.verbs.front().text;
  else if (clause.object)
    word = clause.object->text;
  else if (clause.subject)
    word = clause.subject->text;
  Strings known;
  for (const auto& frame : resources_.frames->frames())
    for (const auto& trigger : frame.triggers) known.push_back(trigger.lemma);
  const auto near = clause.verbs.empty() ? std::nullopt : did_you_mean(clause.verbs.front().lemma, known);
  const bool other_word =
      near && *near != clause.verbs.front().lemma && near->front() == clause.verbs.front().lemma.front();
  return fail(ErrorKind::data, "no relation is known for ‘" + word + "’ as the question puts it",
              Place{"", 0, 0, clause.begin},
              other_word ? "did you mean ‘" + *near + "’?"
                         : "forms that are understood: who met whom, what did X export, whom did X call on, "
                           "which countries attended Y, who is X, X's visits to Y");
}

}  // namespace entente::ask
