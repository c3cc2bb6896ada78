// SPDX-License-Identifier: Apache-2.0
#include "ask/arguments.hpp"

#include <algorithm>

namespace entente::ask {
namespace {

using ontology::SlotKind;

void add(std::vector<Argument>& out, SlotKind place, const std::optional<Phrase>& phrase,
         std::string preposition = {}) {
  if (phrase) out.push_back({place, std::move(preposition), &*phrase, false});
}

void add_prepositions(std::vector<Argument>& out, const Clause& clause) {
  for (const auto& each : clause.prepositions)
    if (each.phrase) out.push_back({SlotKind::preposition, each.preposition, &*each.phrase, each.added});
}

void add_active(std::vector<Argument>& out, const Clause& clause) {
  add(out, SlotKind::subject, clause.subject);
  add(out, SlotKind::object, clause.object);
  add(out, SlotKind::dative, clause.second);
  add_prepositions(out, clause);
}

/// "X was given aid by Y", "X was called upon".
void add_passive(std::vector<Argument>& out, const Clause& clause) {
  const bool retained = clause.object.has_value();
  add(out, retained ? SlotKind::dative : SlotKind::object, clause.subject);
  add(out, SlotKind::object, clause.object);
  for (const auto& each : clause.prepositions) {
    if (each.phrase && each.preposition == "by")
      add(out, SlotKind::subject, each.phrase);
    else if (each.phrase)
      out.push_back({SlotKind::preposition, each.preposition, &*each.phrase, each.added});
    else
      add(out, SlotKind::preposition, clause.subject, each.preposition);
  }
}

}  // namespace

std::vector<Argument> verb_arguments(const Clause& clause, bool added) {
  std::vector<Argument> out;
  if (clause.passive)
    add_passive(out, clause);
  else
    add_active(out, clause);
  if (!added) std::erase_if(out, [](const auto& each) { return each.added; });
  return out;
}

std::vector<Argument> noun_arguments(const Clause& clause, const Phrase& noun) {
  std::vector<Argument> out;
  if (!noun.owner.empty()) {
    out.push_back({SlotKind::subject, "", &noun.owner.front(), false});
    out.push_back({SlotKind::possessor, "", &noun.owner.front(), false});
  }
  if (clause.subject && &*clause.subject != &noun) {
    if (clause.copula) {  // "X is a member": the noun is said of it
      add(out, SlotKind::described, clause.subject);
      add(out, SlotKind::self, clause.subject);
    }
    add(out, SlotKind::subject, clause.subject);
  }
  for (const auto& each : clause.prepositions) {
    if (!each.phrase) continue;
    if (each.preposition == "by") add(out, SlotKind::subject, each.phrase);
    if (each.preposition == "of") add(out, SlotKind::object, each.phrase);
    if (each.preposition == "between" || each.preposition == "among")
      out.push_back({SlotKind::between, "", &*each.phrase, false});
    out.push_back({SlotKind::preposition, each.preposition, &*each.phrase, each.added});
  }
  return out;
}

const Phrase* phrase_behind(const Clause& clause, std::initializer_list<std::string_view> words) {
  for (const auto& each : clause.prepositions)
    if (each.phrase && std::find(words.begin(), words.end(), each.preposition) != words.end())
      return &*each.phrase;
  return nullptr;
}

std::vector<std::string> particles_of(const Clause& clause, const Verb& verb, bool added) {
  std::vector<std::string> out = verb.particles;
  for (const auto& each : clause.prepositions) {
    if (each.added && !added) continue;
    out.push_back(each.preposition);
    if (each.phrase && !each.phrase->head.empty()) out.push_back(each.preposition + "_" + each.phrase->head);
  }
  if (clause.object && !clause.object->head.empty()) {
    out.push_back(clause.object->head);
    for (const auto& each : clause.prepositions) out.push_back(clause.object->head + "_" + each.preposition);
  }
  return out;
}

}  // namespace entente::ask
