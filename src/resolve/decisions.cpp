// SPDX-License-Identifier: Apache-2.0
#include "resolve/decisions.hpp"

#include <algorithm>
#include <utility>

namespace entente::resolve {

namespace {

/// The item of a list sorted by id, or null.
template <class Item>
Item* find_by_id(std::vector<Item>& items, const std::string& id) {
  const auto found =
      std::lower_bound(items.begin(), items.end(), id,
                       [](const Item& item, const std::string& wanted) { return item.id < wanted; });
  return found != items.end() && found->id == id ? &*found : nullptr;
}

void call(Entity& entity, const std::string& name) {
  if (entity.label != name) entity.aliases.push_back(std::exchange(entity.label, name));
  std::sort(entity.aliases.begin(), entity.aliases.end());
  entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
  entity.aliases.erase(std::remove(entity.aliases.begin(), entity.aliases.end(), name), entity.aliases.end());
}

/// Facts of an import that have the same id now.
void join_same_facts(std::vector<Fact>& facts) {
  std::vector<Fact> joined;
  for (Fact& fact : facts) {
    if (joined.empty() || joined.back().id != fact.id) {
      joined.push_back(std::move(fact));
      continue;
    }
    Fact& into = joined.back();
    into.evidence.insert(into.evidence.end(), fact.evidence.begin(), fact.evidence.end());
    std::sort(into.evidence.begin(), into.evidence.end());
    into.evidence.erase(std::unique(into.evidence.begin(), into.evidence.end()), into.evidence.end());
    into.confidence = std::max(into.confidence, fact.confidence);
  }
  facts = std::move(joined);
}

}  // namespace

Decisions::Decisions(const std::vector<Decision>& log, const ontology::Vocabulary& vocabulary)
    : log_(log), vocabulary_(vocabulary), outcomes_(standing(log)), moves_(log, outcomes_, vocabulary) {}

void Decisions::rewrite(DocumentFacts& reading) {
  moves_.apply(reading.document.id, reading.entities, reading.facts);
}

void Decisions::rewrite(FactBase& imported) {
  moves_.apply({}, imported.entities, imported.facts);
  join_same_facts(imported.facts);
}

std::set<std::string> Decisions::facts_needed() const {
  std::set<std::string> ids;
  for (const Decision& decision : log_) {
    if (!is_about_fact(decision.kind)) continue;
    ids.insert(decision.subject);
    const auto& now = moves_.now(decision.subject);
    ids.insert(now.begin(), now.end());
  }
  return ids;
}

void Decisions::finish(FactBase& base) {
  tell_unused_moves();
  name_what_has_no_name(base);
  for (std::size_t i = 0; i < log_.size(); ++i) {
    if (outcomes_[i].state != DecisionState::stands) continue;
    const DecisionKind kind = log_[i].kind;
    if (is_about_fact(kind)) decide_fact(i, base);
    if (kind == DecisionKind::rename || kind == DecisionKind::set_class) decide_entity(i, base);
  }
}

void Decisions::have_no_effect(std::size_t place, std::string reason) {
  outcomes_[place] = {DecisionState::idle, std::move(reason), true};
}

void Decisions::tell_unused_moves() {
  for (const std::size_t place : moves_.unused()) {
    const Decision& decision = log_[place];
    have_no_effect(place, decision.kind == DecisionKind::merge
                              ? "nothing in the graph has the id " + decision.subject
                              : "none of these facts and documents speaks of " + decision.subject);
  }
}

/// Where nothing stands any longer under the id that a merge led to, what came there keeps a name of its own.
void Decisions::name_what_has_no_name(FactBase& base) const {
  for (const std::string& id : moves_.targets()) {
    Entity* entity = find_by_id(base.entities, id);
    if (entity != nullptr && entity->label == id && !entity->aliases.empty())
      entity->label = std::exchange(entity->aliases.front(), std::string());
    if (entity != nullptr)
      entity->aliases.erase(std::remove(entity->aliases.begin(), entity->aliases.end(), std::string()),
                            entity->aliases.end());
  }
}

void Decisions::decide_entity(std::size_t place, FactBase& base) {
  const Decision& decision = log_[place];
  Entity* entity = find_by_id(base.entities, decision.subject);
  if (entity == nullptr) {
    const std::string other = moves_.merged_into(decision.subject);
    return have_no_effect(place, other.empty() ? "nothing in the graph has the id " + decision.subject
                                               : decision.subject + " was merged into " + other);
  }
  if (decision.kind == DecisionKind::rename) return call(*entity, decision.value);
  if (vocabulary_.find_class(decision.value) == nullptr)
    return have_no_effect(place, "the vocabulary has no class " + decision.value);
  entity->cls = decision.value;
}

void Decisions::decide_fact(std::size_t place, FactBase& base) {
  const std::string& id = log_[place].subject;
  if (Fact* fact = find_by_id(base.facts, id)) return judge(place, *fact);
  bool found = false;
  for (const std::string& now : moves_.now(id)) {
    Fact* fact = find_by_id(base.facts, now);
    if (fact == nullptr) continue;
    judge(place, *fact);
    found = true;
  }
  if (found) return;
  have_no_effect(
      place, moves_.is_gone(id) ? "both ends of the fact are one entity now" : "the graph has no fact " + id);
}

void Decisions::judge(std::size_t place, Fact& fact) {
  const Decision& decision = log_[place];
  if (decision.kind == DecisionKind::note) {
    if (std::find(fact.notes.begin(), fact.notes.end(), decision.value) == fact.notes.end())
      fact.notes.push_back(decision.value);
    return;
  }
  if (const auto [at, is_new] = judged_.try_emplace(fact.id, place); !is_new) {
    const std::size_t earlier = std::exchange(at->second, place);
    const bool same = log_[earlier].kind == decision.kind;
    if (!same)
      outcomes_[earlier] = {
          DecisionState::overridden,
          "decision " + std::to_string(place + 1) + " says otherwise of what is one fact now", true};
  }
  const bool confirmed = decision.kind == DecisionKind::confirm;
  fact.verdict = confirmed ? Verdict::confirmed : Verdict::denied;
  fact.confidence = confirmed ? 1 : 0;
}

}  // namespace entente::resolve
