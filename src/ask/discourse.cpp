// SPDX-License-Identifier: Apache-2.0
#include "ask/discourse.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace entente::ask {
namespace {

using Set = std::set<std::string_view>;

bool is_open_what(const std::optional<Phrase>& phrase) {
  return phrase && phrase->wh == Wh::what && phrase->head.empty();
}

/// Only a question word for things, no other phrase but those behind prepositions.
bool asks_what_alone(const Clause& clause) {
  const bool subject = is_open_what(clause.subject) && !clause.object;
  const bool object = is_open_what(clause.object) && !clause.subject;
  return (subject || object) && !clause.second && clause.complement.empty();
}

/// Nouns that stand for the state or body they belong to.
bool stands_for_owner(const std::string& head) {
  static const Set nouns{"government", "member",     "authority", "side",           "people",
                         "leadership", "delegation", "official",  "representative", "administration"};
  return nouns.contains(head);
}

void take_names(Phrase& phrase, std::vector<Named> names) {
  phrase.names = std::move(names);
  phrase.head.clear();
  phrase.lemmas.clear();
  phrase.owner.clear();
}

}  // namespace

std::vector<Phrase*> phrases_of(Clause& clause) {
  std::vector<Phrase*> out;
  for (auto* each : {&clause.subject, &clause.object, &clause.second})
    if (*each) out.push_back(&**each);
  for (auto& each : clause.prepositions)
    if (each.phrase) out.push_back(&*each.phrase);
  return out;
}

std::vector<const Phrase*> phrases_of(const Clause& clause) {
  std::vector<const Phrase*> out;
  for (const auto* each : {&clause.subject, &clause.object, &clause.second})
    if (*each) out.push_back(&**each);
  for (const auto& each : clause.prepositions)
    if (each.phrase) out.push_back(&*each.phrase);
  return out;
}

bool is_sequel(const Clause& clause) {
  static const Set following{"follow", "come"};
  static const Set planned{"plan", "expect", "prepare", "foresee", "schedule", "intend"};
  static const Set states{"preparation", "pipeline", "prospect", "store", "planning"};
  if (!asks_what_alone(clause)) return false;
  if (clause.verbs.size() == 1 && clause.prepositions.empty())
    return following.contains(clause.verbs.front().lemma) ||
           (clause.passive && planned.contains(clause.verbs.front().lemma));
  if (!clause.copula || clause.prepositions.size() != 1) return false;
  const auto& state = clause.prepositions.front();
  return state.preposition == "in" && state.phrase && states.contains(state.phrase->head);
}

Clause sequel_of(const Clause& before) {
  Clause out = before;
  out.modal = "may";
  out.negated = false;
  out.times.clear();
  return out;
}

bool is_denial(const Clause& clause) {
  static const Set denials{"deny", "dispute", "contest", "refute", "disclaim"};
  return clause.verbs.size() == 1 && denials.contains(clause.verbs.front().lemma) && clause.subject &&
         clause.subject->is_asked() && clause.object &&
         (clause.object->pronoun == "it" || clause.object->text == "this" || clause.object->text == "that");
}

Clause denial_of(const Clause& before, const Clause& clause) {
  Clause out = before;
  if (!out.passive) out.subject = clause.subject;
  out.negated = true;
  out.any_modality = true;
  out.modal.clear();
  return out;
}

void fill_count(Clause& clause, const Clause& before) {
  for (auto* phrase : phrases_of(clause)) {
    if (phrase->wh != Wh::how_many || !phrase->head.empty()) continue;
    for (const auto* earlier : phrases_of(before)) {
      if (earlier->head.empty() || earlier->is_named()) continue;
      phrase->head = earlier->head;
      phrase->lemmas = earlier->lemmas;
      const bool agent = std::none_of(clause.prepositions.begin(), clause.prepositions.end(),
                                      [](const auto& each) { return each.preposition == "by"; });
      if (clause.passive && agent && !earlier->owner.empty())
        clause.prepositions.push_back({"by", earlier->owner.front()});
      return;
    }
  }
}

void settle_descriptions(Clause& clause) {
  const bool act = !clause.verbs.empty() && !clause.copula;
  std::vector<PrepositionPhrase> tails;
  for (auto* phrase : phrases_of(clause)) {
    if (phrase->is_named() || phrase->is_asked()) continue;
    if (act && !phrase->described.empty()) {
      take_names(*phrase, std::move(phrase->described));
    } else if (!phrase->tail.empty()) {
      tails.push_back({phrase->tail_preposition, std::move(phrase->tail.front())});
    } else if (act && phrase->lemmas.size() == 1 && stands_for_owner(phrase->head) &&
               !phrase->owner.empty() && phrase->owner.front().is_named()) {
      take_names(*phrase, phrase->owner.front().names);
    }
    phrase->tail.clear();
  }
  clause.prepositions.insert(clause.prepositions.begin(), tails.begin(), tails.end());
}

}  // namespace entente::ask
