// SPDX-License-Identifier: Apache-2.0
#include "ask/interpreter.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"

namespace entente::ask {

using ontology::WordClass;

namespace {

using Strings = std::vector<std::string>;

bool has(const Strings& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

void add_once(Strings& list, const std::string& word) {
  if (!word.empty() && !has(list, word)) list.push_back(word);
}

bool is_general_verb(const std::string& lemma) { return lemma == "do" || lemma == "happen" || lemma == "know"; }

bool holds_office(const std::string& lemma) {
  return lemma == "hold" || lemma == "have" || lemma == "occupy" || lemma == "take" || lemma == "fill" || lemma == "serve";
}

bool is_place_preposition(const std::string& word) {
  return word == "in" || word == "at" || word == "on" || word == "near" || word == "during" || word == "inside" || word == "within";
}

/// What evidence sentences are searched for: endings that a plural changes are cut off.
std::string search_word(const std::string& lemma) {
  return lemma.size() > 3 && lemma.ends_with('y') ? lemma.substr(0, lemma.size() - 1) : lemma;
}

/// The last words of a phrase, as many as it has lemmas: without question word and determiner.
std::string noun_text(const Phrase& phrase) {
  std::size_t begin = phrase.text.size();
  for (std::size_t i = 0; i < phrase.lemmas.size() && begin != std::string::npos && begin > 0; ++i) begin = phrase.text.rfind(' ', begin - 1);
  return begin == std::string::npos ? phrase.text : phrase.text.substr(std::min(phrase.text.size(), begin + (begin > 0 ? 1 : 0)));
}

bool is_number(const std::string& lemma) {
  static const Strings words{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "both"};
  return has(words, lemma) || (!lemma.empty() && lemma.front() >= '0' && lemma.front() <= '9');
}

std::string without_determiner(const std::string& text) {
  const auto space = text.find(' ');
  return space != std::string::npos && is_determiner(utf8::lower(text.substr(0, space))) ? text.substr(space + 1) : text;
}

const Phrase* preposition_phrase(const Clause& clause, std::initializer_list<std::string_view> words) {
  for (const auto& each : clause.prepositions)
    if (each.phrase && std::find(words.begin(), words.end(), each.preposition) != words.end()) return &*each.phrase;
  return nullptr;
}

}  // namespace

Result<std::vector<Interpretation>> Interpreter::run(const Question& question) const {
  std::vector<Interpretation> out;
  for (const auto& clause : question.clauses) {
    auto part = interpret(clause);
    if (!part) return fail(part.error());
    out.push_back(std::move(*part));
  }
  return out;
}

Result<Interpretation> Interpreter::interpret(const Clause& clause) const {
  if (auto found = path(clause)) return std::move(*found);
  if (clause.copula && clause.verbs.empty()) return interpret_copula(clause);
  if (clause.verbs.empty()) return interpret_nominal(clause);
  return interpret_verbs(clause);
}

// ---- verbs

/// Candidates for a verb as the clause stands; where it takes none, with what the other verbs share: "met or spoke to X".
std::vector<Candidate> Interpreter::candidates_of(const Clause& clause, const Verb& verb, std::vector<Clause>& kept) const {
  auto found = chooser_.for_verb(clause, verb);
  if (!found.empty() || clause.verbs.size() + clause.listed.size() < 2) return found;
  kept.push_back(clause);
  Clause& shared = kept.back();
  const auto own = std::find_if(verb.particles.begin(), verb.particles.end(), [](const auto& each) { return is_preposition(each); });
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
    if (const auto* found = resources_.frames->embedding(WordClass::verb, verb.lemma, particle, false)) return found;
  return resources_.frames->embedding(WordClass::verb, verb.lemma, "", false);
}

Result<Interpretation> Interpreter::interpret_verbs(const Clause& clause) const {
  if (has(clause.attributes, "office") && holds_office(clause.verbs.front().lemma))
    return office(clause, clause.subject ? &*clause.subject : nullptr, preposition_phrase(clause, {"in", "of", "at"}));
  const auto* embedding = embedding_of(clause);
  if (!clause.complement.empty() && embedding && !embedding->object_controls) return interpret_embedded(clause, *embedding);
  if (is_general_verb(clause.verbs.front().lemma)) return any_relation(clause);

  std::vector<Clause> kept;
  kept.reserve(clause.verbs.size() + clause.listed.size() + 1);
  auto main = candidates_of(clause, clause.verbs.front(), kept);
  const bool shared = !kept.empty();
  if (main.empty() || means_intention(clause, embedding, main)) {
    if (embedding && !clause.complement.empty()) return interpret_embedded(clause, *embedding);
    if (!embedding || embedding->modality.empty()) return no_relation(clause);
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
  return from(shared ? kept.front() : clause, main);
}

/// "What does X plan?": the verb says how acts are put, and is no trigger word of the relations that it might stand for.
bool Interpreter::means_intention(const Clause& clause, const ontology::Embedding* embedding, const std::vector<Candidate>& candidates) const {
  const bool open = clause.object && clause.object->is_asked() && clause.object->head.empty();
  if (!open || !embedding || embedding->modality.empty() || embedding->object_controls) return false;
  return std::none_of(candidates.begin(), candidates.end(), [&](const auto& candidate) {
    const auto* relation = resources_.vocabulary->find_relation(candidate.relation);
    return relation && has(relation->triggers, clause.verbs.front().lemma);
  });
}

/// "plans to send", "failed to attend": the inner verb with the outer subject.
Result<Interpretation> Interpreter::interpret_embedded(const Clause& clause, const ontology::Embedding& embedding) const {
  Clause inner = clause.complement.front();
  inner.subject = clause.subject;
  if (!inner.object && clause.object && clause.object->is_asked()) inner.object = clause.object;
  inner.prepositions.insert(inner.prepositions.end(), clause.prepositions.begin(), clause.prepositions.end());
  inner.times.insert(inner.times.end(), clause.times.begin(), clause.times.end());
  inner.adjuncts = clause.adjuncts;
  inner.attributes = clause.attributes;
  inner.negated = inner.negated != clause.negated;
  auto out = interpret(inner);
  if (!out) return out;
  if (!embedding.modality.empty()) out->modalities = {embedding.modality};
  out->negated = out->negated != embedding.negated;
  return out;
}

/// Any edge between subject and object: "What did X do to Y?", "What does X plan?".
Interpretation Interpreter::any_relation(const Clause& clause) const {
  Interpretation out;
  out.verb = "is related to";
  std::set<const Phrase*> used;
  if (clause.subject) {
    out.subject = end_of(*clause.subject, out);
    used.insert(&*clause.subject);
  }
  const Phrase* object = clause.object && !clause.object->is_asked() ? &*clause.object : preposition_phrase(clause, {"to", "with", "for", "about", "against"});
  if (object && !object->is_named() && object->same_as < 0) object = nullptr;
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
  for (const auto& candidate : candidates) {
    add_once(out.relations, candidate.relation);
    used.insert(candidate.used.begin(), candidate.used.end());
  }
  if (first.subject) out.subject = end_of(*first.subject, out);
  if (first.object) out.object = end_of(*first.object, out);
  if (first.subject && first.subject->wh == Wh::who && first.subject->head.empty()) restrict_to_agents(out.subject, out.relations, true);
  if (first.object && first.object->wh == Wh::who && first.object->head.empty()) restrict_to_agents(out.object, out.relations, false);
  if (first.pair) {
    End& named = first.subject && first.subject->names.size() > 1 ? out.subject : out.object;
    named.all_nodes = false;
    (&named == &out.subject ? out.object : out.subject) = named;
  }
  if (first.resource && !used.contains(first.resource)) {
    add_word(out, *first.resource);
    used.insert(first.resource);
  }
  if (first.resource) add_once(out.columns, "resource");
  set_symmetry(out);
  set_modality(out, clause);
  if (first.negated) out.negated = !out.negated;
  if (!first.modality.empty()) add_once(out.modalities, first.modality);
  add_rest(out, clause, used);
  add_adjuncts(out, clause);
  out.verb = label_of(out.relations);
  if (clause.only) out.excluded = out.relations;
  return out;
}

/// Phrases that no role took: places and meetings of the act, else words that the sentence must say.
void Interpreter::add_rest(Interpretation& out, const Clause& clause, const std::set<const Phrase*>& used) const {
  for (const auto* phrase : {&clause.subject, &clause.object, &clause.second})
    if (*phrase && !used.contains(&**phrase)) add_word(out, **phrase);
  for (const auto& each : clause.prepositions) {
    if (!each.phrase || used.contains(&*each.phrase)) continue;
    if (each.phrase->is_asked()) {
      add_once(out.notes, "‘" + each.preposition + " " + each.phrase->text + "’ is not answered: the relation has no such part");
    } else if (each.phrase->is_named() && is_place_preposition(each.preposition)) {
      for (const auto& named : each.phrase->names) add_once(out.places, names_.name_of(named.nodes.front()));
    } else {
      add_word(out, *each.phrase);
    }
  }
  for (const auto& inner : clause.complement) add_rest(out, inner, used);
}

void Interpreter::add_word(Interpretation& out, const Phrase& phrase) const {
  if (phrase.wh == Wh::how_much || phrase.wh == Wh::how_many) add_once(out.columns, "quantity");
  if (phrase.is_asked() || phrase.same_as >= 0) return;
  if (phrase.is_named()) {
    for (const auto& named : phrase.names) add_once(out.words, without_determiner(named.text));
    return;
  }
  for (const auto& owner : phrase.owner) add_word(out, owner);
  if (!phrase.head.empty() && phrase.others.empty()) add_once(out.words, search_word(phrase.head));
  if (!phrase.others.empty()) add_once(out.notes, "‘" + phrase.text + "’ was not checked");
}

void Interpreter::add_adjuncts(Interpretation& out, const Clause& clause) const {
  out.times = clause.times;
  out.yes_no = clause.yes_no;
  for (const auto wh : clause.adjuncts) {
    if (wh == Wh::when || wh == Wh::how_long) add_once(out.columns, "when");
    if (wh == Wh::where) {
      add_once(out.columns, "where");
      add_once(out.columns, "meeting");
    }
    if (wh == Wh::why) add_once(out.notes, "reasons are not in the graph: see the sentences");
    if (wh == Wh::how) add_once(out.columns, "mode");
  }
  for (const auto& attribute : clause.attributes)
    if (attribute != "role" && attribute != "sentence" && attribute != "document") add_once(out.columns, attribute);
  for (const auto* end : {&clause.subject, &clause.object})
    if (*end && (*end)->wh == Wh::how_many) out.counted = true;
  if (has(out.columns, "quantity")) add_once(out.columns, "resource");
  if (out.yes_no) {
    out.any_polarity = true;
    out.modalities.clear();
  }
}

void Interpreter::set_modality(Interpretation& out, const Clause& clause) const {
  out.negated = clause.negated;
  if (auto wanted = modalities_of_modal(clause.modal); !wanted.empty()) {
    out.modalities = std::move(wanted);
    return;
  }
  for (const auto& relation : out.relations) {  // the call itself is a fact, so is the pledge
    if (relation == "calledOn" || relation == "demandedFrom") add_once(out.modalities, "CalledFor");
    if (relation == "pledgedTo" || relation == "threatened") add_once(out.modalities, "Planned");
  }
}

/// An act is mutual when the relation, or one that it groups, is.
void Interpreter::set_symmetry(Interpretation& out) const {
  const auto& vocabulary = *resources_.vocabulary;
  out.either_way = std::any_of(out.relations.begin(), out.relations.end(), [&](const auto& name) {
    const auto* relation = vocabulary.find_relation(name);
    if (!relation || !relation->abstract) return relation && relation->symmetric;
    const auto below = vocabulary.relation_and_below(name);
    return std::any_of(below.begin(), below.end(), [&](const auto& each) { return vocabulary.find_relation(each)->symmetric; });
  });
}

End Interpreter::end_of(const Phrase& phrase, Interpretation& out) const {
  End end;
  end.text = phrase.text;
  if (!phrase.pronoun.empty()) end.text = phrase.is_named() ? phrase.names.front().text : phrase.pronoun + " (asked for above)";
  end.asked = phrase.is_asked();
  end.same_as = phrase.same_as;
  end.same_as_subject = phrase.same_as_subject;
  for (const auto& named : phrase.names) {
    for (const auto node : named.nodes)
      if (std::find(end.nodes.begin(), end.nodes.end(), node) == end.nodes.end()) end.nodes.push_back(node);
    if (named.nodes.size() > 1) out.notes.push_back(std::to_string(named.nodes.size()) + " things are called ‘" + named.text + "’: all are asked for");
  }
  end.all_nodes = phrase.names.size() > 1 && !phrase.alternatives;
  if (end.nodes.empty() && end.same_as < 0) restrict_class(end, phrase, out);
  return end;
}

/// "which African countries": a class, and where the gazetteer knows the group, its members and the group itself.
void Interpreter::restrict_class(End& end, const Phrase& phrase, Interpretation& out) const {
  if (phrase.head.empty()) return;
  for (const auto& owner : phrase.owner) add_word(out, owner);
  const std::string group = noun_text(phrase);
  if (phrase.lemmas.size() > 1) {
    end.nodes = names_.members_of(group);
    for (const auto node : names_.find(group))
      if (std::find(end.nodes.begin(), end.nodes.end(), node) == end.nodes.end()) end.nodes.push_back(node);
    if (!end.nodes.empty()) return;
  }
  std::size_t used = 0;
  const auto general = class_of_words(*resources_.vocabulary, phrase.lemmas, used);
  const std::string cls = chooser_.class_of(phrase);
  if (!cls.empty()) end.classes = {cls};
  if (!general || *general != cls) {
    add_once(out.words, search_word(phrase.head));
    used = 1;
  }
  for (std::size_t i = 0; i + used < phrase.lemmas.size(); ++i)
    if (!is_number(phrase.lemmas[i])) add_once(out.words, search_word(phrase.lemmas[i]));
}

/// "who" is somebody: said only where the relation leaves it open.
void Interpreter::restrict_to_agents(End& end, const Strings& relations, bool is_subject) const {
  const auto& vocabulary = *resources_.vocabulary;
  for (const auto& name : relations) {
    const auto* relation = vocabulary.find_relation(name);
    if (!relation) continue;
    for (const auto& cls : is_subject ? relation->domains : relation->ranges)
      if (!vocabulary.is_class(cls, "Agent") && !vocabulary.is_class(cls, "Place")) end.classes = {"Agent|Place"};
  }
}

std::string Interpreter::label_of(const Strings& relations) const {
  std::string out;
  for (const auto& name : relations) {
    const auto* relation = resources_.vocabulary->find_relation(name);
    out += (out.empty() ? "" : " or ") + (relation ? relation->label.substr(0, relation->label.find(',')) : name);
  }
  return out;
}

// ---- without a verb of its own

/// "How is X connected to Y?"
std::optional<Interpretation> Interpreter::path(const Clause& clause) const {
  static const Strings verbs{"connect", "relate", "link", "tie"};
  if (clause.verbs.size() != 1 || !has(verbs, clause.verbs.front().lemma) || !clause.passive || !clause.subject || !clause.subject->is_named()) return std::nullopt;
  const Phrase* other = preposition_phrase(clause, {"to", "with"});
  if (!other || !other->is_named()) return std::nullopt;
  Interpretation out;
  out.kind = Interpretation::Kind::path;
  out.subject = end_of(*clause.subject, out);
  out.object = end_of(*other, out);
  out.verb = "is connected to";
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

/// "Who is X?", "Who is the president of X?", "Which statements about X are plans?", "Are X and Y members of Z?"
Result<Interpretation> Interpreter::interpret_copula(const Clause& clause) const {
  const Phrase* subject = clause.subject ? &*clause.subject : nullptr;
  const Phrase* object = clause.object ? &*clause.object : nullptr;
  if (subject && is_statement_noun(subject->head)) {
    Interpretation out = any_relation(clause);
    out.subject = End{};
    out.object = End{};
    out.words.clear();
    out.notes.clear();
    if (const Phrase* about = preposition_phrase(clause, {"about", "of", "on", "with", "to"})) out.subject = end_of(*about, out);
    out.either_way = true;
    out.modalities.clear();
    for (const auto* kind = object; kind; kind = nullptr) {
      Strings heads{kind->head};
      for (const auto& other : kind->others) heads.push_back(other.head);
      for (const auto& head : heads) {
        const auto statement = statement_kind_of(head);
        if (!statement) return no_relation(clause);
        if (statement->negated) out.negated = true;
        else add_once(out.modalities, statement->modality);
      }
    }
    out.verb = "is said of";
    return out;
  }
  if (subject && subject->is_named() && object && object->is_asked() && object->head.empty() && clause.prepositions.empty()) {
    Interpretation out;
    out.kind = Interpretation::Kind::profile;
    out.relations = {"isStructurallyTiedTo"};
    out.verb = "holds an office in or belongs to";
    out.subject = end_of(*subject, out);
    out.columns = {"office"};
    return out;
  }
  if (object && !object->is_asked()) {
    if (const auto candidates = chooser_.for_noun(clause, *object); !candidates.empty()) return from(clause, candidates);
  }
  if (subject && object && object->is_asked()) {  // "Who are the members of X?": the noun stands behind the verb as subject
    Clause turned = clause;
    std::swap(turned.subject, turned.object);
    if (const auto candidates = chooser_.for_noun(turned, *turned.object); !candidates.empty()) return from(turned, candidates);
  }
  for (const Phrase* noun : {subject, object}) {
    if (!noun || noun->head.empty() || noun->is_asked() || !resources_.nouns->in_list("OfficeNoun", noun->head)) continue;
    const Phrase* holder = noun == subject ? object : subject;
    const Phrase* body = preposition_phrase(clause, {"of", "in"});
    if (!body && !noun->owner.empty()) body = &noun->owner.front();
    Interpretation out = office(clause, holder, body);
    out.offices.push_back(noun->head);
    return out;
  }
  if (std::find(clause.adjuncts.begin(), clause.adjuncts.end(), Wh::where) != clause.adjuncts.end() && subject && subject->is_named()) {
    Interpretation out;
    out.relations = {"locatedIn"};
    out.verb = label_of(out.relations);
    out.subject = end_of(*subject, out);
    set_modality(out, clause);
    return out;
  }
  return no_relation(clause);
}

/// "China's meetings in June", "aid from China to Mali", "statements about China".
Result<Interpretation> Interpreter::interpret_nominal(const Clause& clause) const {
  if (!clause.object) return no_relation(clause);
  const Phrase& noun = *clause.object;
  if (is_statement_noun(noun.head) || statement_kind_of(noun.head)) {
    const Phrase* about = preposition_phrase(clause, {"about", "of", "on", "with", "by"});
    if (!about && !noun.owner.empty()) about = &noun.owner.front();
    const bool named = about && about->is_named();
    if (named && (is_statement_noun(noun.head) || chooser_.for_noun(clause, noun).empty())) {
      Interpretation out;
      out.verb = "is said of";
      out.subject = end_of(*about, out);
      out.either_way = true;
      if (const auto kind = statement_kind_of(noun.head); kind && !is_statement_noun(noun.head)) out.modalities = {kind->modality};
      add_adjuncts(out, clause);
      return out;
    }
  }
  const auto candidates = chooser_.for_noun(clause, noun);
  if (candidates.empty()) return no_relation(clause);
  return from(clause, candidates);
}

tl::unexpected<Error> Interpreter::no_relation(const Clause& clause) const {
  std::string word;
  if (!clause.verbs.empty()) word = clause.verbs.front().text;
  else if (clause.object) word = clause.object->text;
  else if (clause.subject) word = clause.subject->text;
  Strings known;
  for (const auto& frame : resources_.frames->frames())
    for (const auto& trigger : frame.triggers) known.push_back(trigger.lemma);
  const auto near = clause.verbs.empty() ? std::nullopt : did_you_mean(clause.verbs.front().lemma, known);
  const bool other_word = near && !clause.verbs.empty() && *near != clause.verbs.front().lemma;
  return fail(ErrorKind::data, "no relation is known for ‘" + word + "’ as the question puts it", Place{"", 0, 0, clause.begin},
              other_word ? "did you mean ‘" + *near + "’?"
                         : "forms that are understood: who met whom, what did X export, whom did X call on, which countries attended Y, "
                           "who is X, X's visits to Y; relations: see entente stats");
}

}  // namespace entente::ask
