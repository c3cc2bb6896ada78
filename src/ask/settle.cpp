// SPDX-License-Identifier: Apache-2.0
#include "ask/settle.hpp"

#include <algorithm>

#include "ask/discourse.hpp"
#include "ask/word_list.hpp"

namespace entente::ask {
namespace {

PrepositionPhrase* stranded(Clause& clause) {
  const auto at = std::find_if(clause.prepositions.rbegin(), clause.prepositions.rend(),
                               [](const auto& each) { return !each.phrase; });
  return at == clause.prepositions.rend() ? nullptr : &*at;
}

/// "Whom did X give aid to", "gave Mali aid", "whom did X give aid".
void fill_gap(Clause& clause) {
  if (clause.fronted && clause.object && !clause.passive) {
    if (PrepositionPhrase* gap = stranded(clause)) {
      gap->phrase = std::move(clause.object);
      clause.object = std::move(clause.second);
      clause.second.reset();
    } else if (clause.second && clause.object->wh == Wh::who) {
      std::swap(clause.object, clause.second);
    }
    return;
  }
  if (clause.second) std::swap(clause.object, clause.second);
}

bool asks_for_number(const Phrase& phrase) {
  return phrase.wh == Wh::how_many || phrase.wh == Wh::how_much;
}

PrepositionPhrase* with_preposition(Clause& clause, const std::string& preposition) {
  const auto at = std::find_if(clause.prepositions.begin(), clause.prepositions.end(), [&](const auto& each) {
    return each.preposition == preposition && each.phrase;
  });
  return at == clause.prepositions.end() ? nullptr : &*at;
}

/// Takes the questions of a clause without a verb into the clause before it.
void absorb(Clause& into, const Clause& fragment) {
  into.adjuncts.insert(into.adjuncts.end(), fragment.adjuncts.begin(), fragment.adjuncts.end());
  for (const auto& attribute : fragment.attributes) add_once(into.attributes, attribute);
  into.times.insert(into.times.end(), fragment.times.begin(), fragment.times.end());
  for (const auto* phrase : {&fragment.object, &fragment.subject}) {
    if (!*phrase) continue;
    if (asks_for_number(**phrase))
      add_once(into.attributes, "quantity");
    else if (!into.object)
      into.object = **phrase;
  }
  for (auto each : fragment.prepositions) {
    if (each.phrase && asks_for_number(*each.phrase) &&
        (each.phrase->head.empty() || with_preposition(into, each.preposition))) {
      add_once(into.attributes, "quantity");
      continue;
    }
    each.added = true;
    into.prepositions.push_back(std::move(each));
  }
  into.end = std::max(into.end, fragment.end);
}

bool is_fragment(const Clause& clause) {
  if (clause.has_verb()) return false;
  const bool owned = clause.object && !clause.object->owner.empty();
  return !owned;
}

// ---- "and who has not", "who had failed to do so"

bool stands_for_verb(const Clause& clause) {
  if (clause.verbs.size() != 1 || clause.object || !clause.prepositions.empty() || !clause.complement.empty())
    return false;
  return clause.verbs.front().lemma == "do" || clause.verbs.front().lemma == "have";
}

/// Takes the verb and its objects over from the clause before.
void take_verb(Clause& clause, const Clause& before) {
  const bool inner =
      !clause.modal.empty() && !before.complement.empty();  // "wants to pay ... who should do so"
  const Clause& from = inner ? before.complement.front() : before;
  clause.verbs = from.verbs;
  clause.object = from.object;
  clause.second = from.second;
  clause.prepositions = from.prepositions;
  clause.complement = from.complement;
  if (clause.attributes.empty()) clause.attributes = from.attributes;
}

void expand_verb(Clause& clause, const Clause& from) {
  if (stands_for_verb(clause)) take_verb(clause, from);
  for (auto& inner : clause.complement)
    if (stands_for_verb(inner)) take_verb(inner, from);
}

// ---- pronouns

enum class Gender { person, thing, several };

Gender gender_of(const std::string& pronoun) {
  if (pronoun == "it" || pronoun == "its") return Gender::thing;
  if (pronoun == "they" || pronoun == "them" || pronoun == "their" || pronoun == "theirs")
    return Gender::several;
  return Gender::person;
}

class Resolver {
 public:
  Resolver(std::vector<Clause>& clauses, const NameIndex& names, const ontology::Vocabulary& vocabulary)
      : clauses_(clauses), names_(names), vocabulary_(vocabulary) {}

  void run() {
    for (current_ = 1; current_ < clauses_.size(); ++current_) resolve_in(clauses_[current_]);
  }

 private:
  void resolve_in(Clause& clause) {
    if (clause.subject) resolve(*clause.subject, true);
    for (auto* phrase : {&clause.object, &clause.second})
      if (*phrase) resolve(**phrase, false);
    for (auto& each : clause.prepositions)
      if (each.phrase) resolve(*each.phrase, false);
    for (auto& inner : clause.complement) resolve_in(inner);
  }

  void resolve(Phrase& phrase, bool is_subject) {
    for (auto& owner : phrase.owner) resolve(owner, true);
    if (phrase.pronoun.empty()) return;
    const Gender gender = gender_of(phrase.pronoun);
    for (std::size_t back = current_; back-- > 0;) {
      const auto index = static_cast<int>(back);
      if (gender == Gender::several && take(phrase, index, gender, is_subject, Wanted::any)) return;
      if (take(phrase, index, gender, is_subject, Wanted::named)) return;
      if (phrase.pronoun == "it" && take_noun(phrase, index)) return;
      if (take(phrase, index, gender, is_subject, Wanted::asked)) return;
    }
  }

  enum class Wanted { named, asked, any };

  struct Candidate {
    const Phrase* phrase;
    bool is_subject;
  };

  /// Subjects are taken up by subjects first, other phrases by others.
  static std::vector<Candidate> candidates(const Clause& clause, bool subject_first) {
    std::vector<Candidate> others;
    if (clause.object) others.push_back({&*clause.object, false});
    if (clause.second) others.push_back({&*clause.second, false});
    for (const auto& each : clause.prepositions)
      if (each.phrase) others.push_back({&*each.phrase, false});
    if (clause.subject)
      others.insert(subject_first ? others.begin() : others.end(), Candidate{&*clause.subject, true});
    return others;
  }

  bool take(Phrase& pronoun, int index, Gender gender, bool is_subject, Wanted wanted) const {
    for (const auto& [phrase, of_subject] :
         candidates(clauses_[static_cast<std::size_t>(index)], is_subject)) {
      if (!phrase->is_named() && !phrase->is_asked()) continue;
      if (wanted != Wanted::any && (wanted == Wanted::named) != phrase->is_named()) continue;
      if (!fits(*phrase, gender)) continue;
      if (phrase->is_named()) {
        pronoun.names = phrase->names;
      } else {
        pronoun.same_as = index;
        pronoun.same_as_subject = of_subject;
      }
      return true;
    }
    return false;
  }

  /// "a letter ... handed it over": the thing is only a word.
  bool take_noun(Phrase& pronoun, int index) const {
    for (const auto& [phrase, of_subject] : candidates(clauses_[static_cast<std::size_t>(index)], false)) {
      if (phrase->is_named() || phrase->is_asked() || phrase->head.empty()) continue;
      pronoun.pronoun.clear();
      pronoun.head = phrase->head;
      pronoun.lemmas = phrase->lemmas;
      pronoun.text = phrase->text;
      return true;
    }
    return false;
  }

  /// He and she are persons, it is none; they are several, or unknown.
  [[nodiscard]] bool fits(const Phrase& phrase, Gender gender) const {
    if (gender == Gender::several)
      return phrase.is_asked() || phrase.names.size() > 1 || in_class(phrase, "Collective");
    if (phrase.is_asked()) return gender == Gender::thing || phrase.wh == Wh::who || phrase.wh == Wh::which;
    return in_class(phrase, "Person") == (gender == Gender::person);
  }

  [[nodiscard]] bool in_class(const Phrase& phrase, std::string_view cls) const {
    const auto& nodes = phrase.names.front().nodes;
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const auto node) { return vocabulary_.is_class(names_.class_of(node), cls); });
  }

  std::vector<Clause>& clauses_;
  const NameIndex& names_;
  const ontology::Vocabulary& vocabulary_;
  std::size_t current_ = 0;
};

}  // namespace

namespace {

/// The last clause with a verb that is no relative one, or null.
const Clause* clause_before(const std::vector<Clause>& clauses) {
  const auto at = std::find_if(clauses.rbegin(), clauses.rend(),
                               [](const auto& each) { return !each.support && each.has_verb(); });
  return at == clauses.rend() ? nullptr : &*at;
}

/// The relative clauses of a clause come before it; their phrases take up what those ask for.
void put_relatives(std::vector<Clause>& clauses, Clause& clause) {
  const auto first = static_cast<int>(clauses.size());
  for (auto* phrase : phrases_of(clause)) {
    if (phrase->relative < 0) continue;
    const auto& relative = clause.relatives[static_cast<std::size_t>(phrase->relative)];
    phrase->same_as = first + phrase->relative;
    phrase->same_as_subject = relative.subject && relative.subject->is_asked();
  }
  for (auto& relative : clause.relatives) {
    fill_gap(relative);
    settle_descriptions(relative);
    relative.support = true;
    clauses.push_back(std::move(relative));
  }
  clause.relatives.clear();
}

}  // namespace

Question settle(Question question, const NameIndex& names, const ontology::Vocabulary& vocabulary) {
  std::vector<Clause> clauses;
  for (auto& clause : question.clauses) {
    fill_gap(clause);
    settle_descriptions(clause);
    for (auto& inner : clause.complement) {
      fill_gap(inner);
      settle_descriptions(inner);
    }
    if (const Clause* before = clause_before(clauses); before && !is_fragment(clause)) {
      if (is_sequel(clause)) clause = sequel_of(*before);
      if (is_denial(clause)) clause = denial_of(*before, clause);
      fill_count(clause, *before);
      expand_verb(clause, *before);
    }
    if (!clauses.empty() && is_fragment(clause)) {
      absorb(clauses.back(), clause);
      continue;
    }
    put_relatives(clauses, clause);
    clauses.push_back(std::move(clause));
  }
  Resolver(clauses, names, vocabulary).run();
  question.clauses = std::move(clauses);
  return question;
}

}  // namespace entente::ask
