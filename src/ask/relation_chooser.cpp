// SPDX-License-Identifier: Apache-2.0
#include "ask/relation_chooser.hpp"

#include <algorithm>
#include <array>

#include "ask/word_list.hpp"
#include "base/utf8.hpp"

namespace entente::ask {

using ontology::Frame;
using ontology::SlotKind;
using ontology::WordClass;

namespace {

const Phrase* first_at(const std::vector<Argument>& arguments, SlotKind place) {
  const auto at =
      std::find_if(arguments.begin(), arguments.end(), [&](const auto& each) { return each.place == place; });
  return at == arguments.end() ? nullptr : at->phrase;
}

/// Lemmas of a phrase and of those joined to it.
Strings lemmas_of(const Phrase& phrase) {
  Strings out = phrase.lemmas;
  for (const auto& other : phrase.others) out.insert(out.end(), other.lemmas.begin(), other.lemmas.end());
  return out;
}

/// "what" alone: it may stand for any theme.
bool is_open_theme(const Phrase* phrase) {
  return phrase && phrase->is_asked() && phrase->head.empty() && phrase->wh != Wh::who;
}

Strings words_of(const std::string& text) {
  Strings out{""};
  for (const char c : text) {
    if (c == ' ')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

/// The words of a relation's label, its past tense first, up to a comma, without articles and prepositions.
bool says_label(const std::string& label, const std::string& lemma, const Strings& nouns) {
  const Strings words = words_of(label.substr(0, label.find(',')));
  if (words.front() != past_of(lemma)) return false;
  return std::all_of(words.begin() + 1, words.end(), [&](const auto& word) {
    return is_preposition(word) || is_determiner(word) || word == "or" || has(nouns, word);
  });
}

/// "explored a pact with X": the partner is the edge's object, the verb's own object only what it is about.
bool is_about_its_object(const Frame& frame) {
  return frame.themes.empty() && frame.resources.empty() &&
         std::all_of(frame.objects.begin(), frame.objects.end(), [](const auto& slot) {
           return slot.kind == SlotKind::preposition || slot.kind == SlotKind::between;
         });
}

constexpr std::array<const char*, 3> kBodies{"Organization", "Meeting", "Facility"};

/// True for an end that nothing is known of.
bool is_open(const Phrase* phrase) {
  return !phrase || (phrase->is_asked() && phrase->head.empty());
}

bool same_end(const Phrase* a, const Phrase* b) {
  return a == b || (is_open(a) && is_open(b));
}

}  // namespace

/// What one frame is tried on.
struct RelationChooser::Attempt {
  const Clause& clause;
  const std::vector<Argument>& arguments;
  WordClass word_class;
  const std::string& lemma;
  const Strings& particles;
  const Phrase* trigger;        ///< the noun phrase of a noun trigger, or null
  bool open_theme = false;      ///< the object is asked for without a noun
  bool theme_left_out = false;  ///< "who contributed to X": frames with a theme may do without
};

namespace {

/// The phrase at a slot that no role has taken; the phrase that stands there is put into place.
const Phrase* at_slot(const ontology::Slot& slot, const std::vector<Argument>& arguments,
                      const Candidate& taken, const Phrase*& place) {
  for (const auto& argument : arguments) {
    const bool between = slot.kind == SlotKind::between && argument.preposition == "between";
    if (!between && argument.place != slot.kind) continue;
    if (slot.kind == SlotKind::preposition && argument.preposition != slot.word) continue;
    const Phrase* phrase = argument.phrase;
    place = phrase;
    if (slot.owner) phrase = phrase->owner.empty() ? nullptr : &phrase->owner.front();
    if (!phrase || phrase == taken.subject || phrase == taken.object) continue;
    return phrase;
  }
  return nullptr;
}

}  // namespace

bool RelationChooser::trigger_fits(const Frame& frame, const Attempt& attempt, Candidate& out) const {
  for (const auto& trigger : frame.triggers) {
    if (trigger.word_class != attempt.word_class || trigger.lemma != attempt.lemma) continue;
    if (!trigger.particle.empty() && !has(attempt.particles, trigger.particle)) continue;
    const Phrase* object = first_at(attempt.arguments, SlotKind::object);
    if (object && !trigger.particle.empty() && trigger.particle.find(object->head) != std::string::npos &&
        !object->head.empty())
      out.used.insert(object);
    if (attempt.trigger) out.used.insert(attempt.trigger);
    return true;
  }
  return false;
}

bool RelationChooser::theme_fits(const Frame& frame, const Attempt& attempt, Candidate& out) const {
  const Phrase* object = first_at(attempt.arguments, SlotKind::object);
  if (object && has(frame.other_than, object->head)) return false;
  if (frame.themes.empty()) return true;
  if (!object) return attempt.theme_left_out;
  if (attempt.open_theme) {
    const Phrase* subject =
        first_at(attempt.arguments, SlotKind::subject);  // "what did X and Y sign": between the two
    if (frame.pairs_subjects && subject && subject->names.size() > 1) out.used.insert(object);
    return true;
  }
  for (const auto& lemma : lemmas_of(*object)) {
    if (!has(frame.themes, lemma)) continue;
    out.used.insert(object);
    return true;
  }
  return false;
}

bool RelationChooser::classes_fit(const Frame& frame, const Candidate& candidate) const {
  if (!compatible(candidate.subject, frame.subject_classes) ||
      !compatible(candidate.object, frame.object_classes))
    return false;
  if (!candidate.object || !candidate.object->is_named()) return true;
  const std::string own = class_of_filler(*candidate.object);
  return std::none_of(frame.not_object_classes.begin(), frame.not_object_classes.end(),
                      [&](const auto& each) { return resources_.vocabulary->is_class(own, each); });
}

/// Everything that a question names or asks for must have a part in the relation; named places, times and
/// matters behind a preposition may restrict it from outside.
bool RelationChooser::complete(const Attempt& attempt, const Candidate& candidate) const {
  return std::all_of(attempt.arguments.begin(), attempt.arguments.end(), [&](const auto& argument) {
    const Phrase& phrase = *argument.phrase;
    if (candidate.used.contains(&phrase) || argument.added || &phrase == candidate.resource) return true;
    const bool matter =
        argument.preposition == "of" || argument.preposition == "for" || argument.preposition == "about";
    if (matter && phrase.wh == Wh::what && phrase.head.empty()) return true;  // "what did X accuse Y of"
    if (phrase.is_asked())
      return phrase.wh == Wh::how_much || (phrase.wh == Wh::how_many && phrase.head.empty());
    if (!phrase.pronoun.empty() && !phrase.is_named() && phrase.same_as < 0) return false;
    if (phrase.same_as >= 0) return argument.place == SlotKind::preposition;
    return !phrase.is_named() || argument.place == SlotKind::preposition;
  });
}

/// Conditions on the clause as a whole: an object, a denial, a complement.
bool RelationChooser::mood_fits(const Frame& frame, const Clause& clause) const {
  if (frame.only_negated && !clause.negated) return false;
  if (frame.with_object && !clause.object) return false;
  if (frame.without_object && clause.object) return false;
  if (frame.with_infinitive && clause.complement.empty()) return false;
  return !(frame.without_complement && (!clause.complement.empty() || has(clause.attributes, "content")));
}

/// Names, and what is asked for by a noun for bodies, meetings or facilities, are better ends than themes:
/// "which embassy did X open".
bool RelationChooser::is_thing_of_its_own(const Phrase* phrase) const {
  if (!phrase) return false;
  if (phrase->is_named()) return true;
  if (!phrase->is_asked() || phrase->head.empty()) return false;
  const std::string cls = class_of(*phrase);
  return std::any_of(kBodies.begin(), kBodies.end(),
                     [&](const auto* each) { return resources_.vocabulary->is_class(cls, each); });
}

std::optional<Candidate> RelationChooser::fit(const Frame& frame, const Attempt& attempt) const {
  Candidate out;
  out.relation = frame.relation;
  out.negated = frame.negated;
  out.modality = frame.modality;
  const auto* relation = resources_.vocabulary->find_relation(frame.relation);
  if (!relation || !trigger_fits(frame, attempt, out) || !theme_fits(frame, attempt, out))
    return std::nullopt;
  if (attempt.open_theme && (frame.negated || frame.also)) return std::nullopt;
  if (!mood_fits(frame, attempt.clause)) return std::nullopt;
  if (frame.only_negated) out.negated = true;  // the denial is the relation
  const bool needed =
      frame.needs.empty() || std::any_of(frame.needs.begin(), frame.needs.end(),
                                         [&](const auto& word) { return has(attempt.particles, word); });
  const bool topic = attempt.open_theme && is_about_its_object(frame);
  if (topic) out.used.insert(first_at(attempt.arguments, SlotKind::object));
  if (!needed && !topic && attempt.word_class != WordClass::noun) return std::nullopt;

  const Phrase* place = nullptr;
  for (const auto& slot : frame.subjects) {
    const Phrase* found = at_slot(slot, attempt.arguments, out, place);
    if (!found || !fills_role(*found, relation->domains)) continue;
    out.subject = found;
    out.used.insert({found, place});
    break;
  }
  for (const auto& slot : frame.objects) {
    const Phrase* found = at_slot(slot, attempt.arguments, out, place);
    if (!found || !fills_role(*found, relation->ranges)) continue;
    out.object = found;
    out.used.insert({found, place});
    out.pair = slot.kind == SlotKind::between;
    break;
  }
  for (const auto& slot : frame.resources) {
    const Phrase* found = at_slot(slot, attempt.arguments, out, place);
    if (!found) continue;
    out.resource = found;
    if (found->is_asked()) out.used.insert(found);
    break;
  }
  if (!out.object && frame.pairs_subjects && out.subject &&
      out.subject->names.size() + out.subject->others.size() > 1)
    out.pair = true;
  if (!classes_fit(frame, out) || !complete(attempt, out)) return std::nullopt;
  const int theme = !frame.themes.empty() && !attempt.open_theme;
  const int placed = is_thing_of_its_own(out.subject) + is_thing_of_its_own(out.object);
  const bool things = !out.object || out.object->wh != Wh::what ||
                      std::any_of(relation->ranges.begin(), relation->ranges.end(), [&](const auto& each) {
                        return !resources_.vocabulary->is_class(each, "Agent") &&
                               !resources_.vocabulary->is_class(each, "Place");
                      });
  out.rank = attempt.open_theme
                 ? std::vector<int>{static_cast<int>(out.used.size()), out.pair, things}
                 : std::vector<int>{needed, static_cast<int>(out.used.size()), placed, theme, frame.priority};
  return out;
}

std::vector<Candidate> RelationChooser::for_frames(const Clause& clause,
                                                   const std::vector<Argument>& arguments,
                                                   WordClass word_class, const std::string& lemma,
                                                   const Strings& particles, const Phrase* trigger,
                                                   bool theme_left_out) const {
  const bool open_theme =
      word_class == WordClass::verb && is_open_theme(first_at(arguments, SlotKind::object));
  const Attempt attempt{clause, arguments, word_class, lemma, particles, trigger, open_theme, theme_left_out};
  std::vector<Candidate> out;
  for (const auto& use : resources_.frames->frames_for(word_class, lemma)) {
    auto candidate = fit(resources_.frames->frames()[use.frame], attempt);
    if (!candidate) continue;
    if (!out.empty() && candidate->rank < out.front().rank) continue;
    if (!out.empty() && out.front().rank < candidate->rank) out.clear();
    const bool known = std::any_of(out.begin(), out.end(),
                                   [&](const auto& each) { return each.relation == candidate->relation; });
    const bool alike = out.empty() || (same_end(out.front().subject, candidate->subject) &&
                                       same_end(out.front().object, candidate->object) &&
                                       out.front().negated == candidate->negated);
    if (!known && alike) out.push_back(std::move(*candidate));
  }
  return out;
}

/// A verb that is the name of a grouping relation means all of it: "cooperated" is more than cooperatedWith.
void RelationChooser::add_grouping(std::vector<Candidate>& candidates, const std::string& lemma,
                                   const Clause& clause) const {
  const Strings nouns = clause.object ? lemmas_of(*clause.object) : Strings{};
  for (const auto& relation : resources_.vocabulary->relations()) {
    if (!relation.abstract || !says_label(relation.label, lemma, nouns)) continue;
    for (auto& candidate : candidates) {
      if (!resources_.vocabulary->is_relation(candidate.relation, relation.name)) continue;
      candidate.relation = relation.name;
      candidates = {candidate};
      return;
    }
  }
}

/// Trigger words of the vocabulary, for relations whose frames do not cover them: "hold talks", "share".
std::vector<Candidate> RelationChooser::from_vocabulary(const Clause& clause, const Verb& verb) const {
  const auto arguments = verb_arguments(clause, true);
  const Strings particles = particles_of(clause, verb, true);
  const Phrase* object = first_at(arguments, SlotKind::object);
  Strings nouns = object ? lemmas_of(*object) : Strings{};
  nouns.insert(nouns.end(), particles.begin(), particles.end());
  std::vector<Candidate> out;
  for (const auto& relation : resources_.vocabulary->relations()) {
    const bool said =
        says_label(relation.label, verb.lemma, nouns) ||
        std::any_of(relation.triggers.begin(), relation.triggers.end(), [&](const auto& trigger) {
          const Strings words = words_of(trigger);
          return words.front() == verb.lemma &&
                 std::all_of(words.begin() + 1, words.end(),
                             [&](const auto& word) { return is_determiner(word) || has(nouns, word); });
        });
    if (!said) continue;
    Candidate candidate;
    candidate.relation = relation.name;
    candidate.subject = first_at(arguments, SlotKind::subject);
    for (const auto& argument : arguments) {
      if (argument.phrase == candidate.subject || candidate.object ||
          !fills_role(*argument.phrase, relation.ranges))
        continue;
      if (argument.phrase == object && clause.second && is_open_theme(object))
        continue;  // "what did X urge Y to do"
      if (object && argument.phrase == object && has(relation.triggers, object->head)) continue;
      candidate.object = argument.phrase;
    }
    candidate.used = {candidate.subject, candidate.object};
    if (object && candidate.object != object) candidate.used.insert(object);
    for (const auto& argument : arguments)  // "what did X call for"
      if (!candidate.object && argument.place == SlotKind::preposition && is_open_theme(argument.phrase))
        candidate.used.insert(argument.phrase);
    const Attempt attempt{clause, arguments, WordClass::verb, verb.lemma, particles, nullptr, false, false};
    if (complete(attempt, candidate)) out.push_back(std::move(candidate));
  }
  return out;
}

/// The frame is chosen by the clause itself; what was added behind it only fills a role that the frame has.
std::vector<Candidate> RelationChooser::for_verb(const Clause& clause, const Verb& verb) const {
  auto all = for_whole_verb(clause, verb, true);
  const auto& prepositions = clause.prepositions;
  if (std::none_of(prepositions.begin(), prepositions.end(), [](const auto& each) { return each.added; }))
    return all;
  auto core = for_whole_verb(clause, verb, false);
  const bool same = !all.empty() && !core.empty() && all.front().relation == core.front().relation;
  return core.empty() || same ? all : core;
}

std::vector<Candidate> RelationChooser::for_whole_verb(const Clause& clause, const Verb& verb,
                                                       bool added) const {
  const auto arguments = verb_arguments(clause, added);
  auto out =
      for_frames(clause, arguments, WordClass::verb, verb.lemma, particles_of(clause, verb, added), nullptr);
  if (out.empty() && clause.object && !clause.object->head.empty() &&
      resources_.frames->in_list("LightVerb", verb.lemma))
    out = for_noun(clause, *clause.object);
  if (out.empty()) out = from_vocabulary(clause, verb);
  if (out.empty() && !clause.object && !clause.passive && clause.complement.empty()) {
    out = for_frames(clause, arguments, WordClass::verb, verb.lemma, particles_of(clause, verb, added),
                     nullptr, true);
    std::erase_if(out, [](const auto& each) { return !each.subject || !each.object; });
  }
  add_grouping(out, verb.lemma, clause);
  return out;
}

std::vector<Candidate> RelationChooser::for_noun(const Clause& clause, const Phrase& noun) const {
  const auto arguments = noun_arguments(clause, noun);
  Strings particles;
  for (const auto& each : clause.prepositions) particles.push_back(each.preposition);
  const auto word_class = noun.head.empty() ? WordClass::adjective : WordClass::noun;
  const std::string& lemma = noun.head.empty() && !noun.lemmas.empty() ? noun.lemmas.back() : noun.head;
  auto out = for_frames(clause, arguments, word_class, lemma, particles, &noun);
  if (!out.empty() || word_class != WordClass::noun) return out;
  for (const auto& relation : resources_.vocabulary->relations()) {
    if (!has(relation.triggers, lemma)) continue;
    Candidate candidate;
    candidate.relation = relation.name;
    candidate.subject = first_at(arguments, SlotKind::subject);
    for (const auto& argument : arguments)
      if (argument.place == SlotKind::preposition && !candidate.object &&
          fills_role(*argument.phrase, relation.ranges))
        candidate.object = argument.phrase;
    candidate.used = {candidate.subject, candidate.object, &noun};
    const Attempt attempt{clause, arguments, word_class, lemma, particles, &noun, false, false};
    if (complete(attempt, candidate)) out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace entente::ask
