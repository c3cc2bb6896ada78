// SPDX-License-Identifier: Apache-2.0
#include "resolve/entity_moves.hpp"

#include <algorithm>
#include <utility>

#include "resolve/naming.hpp"

namespace entente::resolve {

namespace {

/// All entities that a fact names, as places to write to.
std::vector<std::string*> named_by(Fact& fact) {
  std::vector<std::string*> named = {&fact.subject, &fact.object,  &fact.attributed_to,
                                     &fact.where,   &fact.meeting, &fact.topic};
  for (std::string& resource : fact.resources) named.push_back(&resource);
  named.erase(std::remove_if(named.begin(), named.end(), [](const std::string* id) { return id->empty(); }),
              named.end());
  return named;
}

void sort_once(std::vector<std::string>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <class Item>
void sort_by_id(std::vector<Item>& items) {
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
}

/// Two records of one text that are one entity now; that with a name of its own gives the rest.
void join_entity(Entity& into, Entity other) {
  if (into.label.empty()) std::swap(into, other);
  into.aliases.insert(into.aliases.end(), other.aliases.begin(), other.aliases.end());
  if (!other.label.empty()) into.aliases.push_back(other.label);
  sort_once(into.aliases);
  into.aliases.erase(std::remove(into.aliases.begin(), into.aliases.end(), into.label), into.aliases.end());
  into.mentions += other.mentions;
}

void join_same_entities(std::vector<Entity>& entities) {
  sort_by_id(entities);
  std::vector<Entity> joined;
  for (Entity& entity : entities) {
    if (!joined.empty() && joined.back().id == entity.id)
      join_entity(joined.back(), std::move(entity));
    else
      joined.push_back(std::move(entity));
  }
  entities = std::move(joined);
}

}  // namespace

std::string split_id(const std::string& entity_id, const std::string& name) {
  return resolve::entity_id(plain_name(name), "split from " + entity_id);
}

EntityMoves::EntityMoves(const std::vector<Decision>& log, const std::vector<DecisionOutcome>& outcomes,
                         const ontology::Vocabulary& vocabulary)
    : vocabulary_(vocabulary) {
  for (std::size_t i = 0; i < log.size(); ++i) {
    const Decision& decision = log[i];
    const bool is_split = decision.kind == DecisionKind::split;
    if (outcomes[i].state != DecisionState::stands || (!is_split && decision.kind != DecisionKind::merge))
      continue;
    Move move{i, is_split, decision.subject, decision.value, {}, {}, {}, false};
    if (is_split) {
      move.to = split_id(decision.subject, decision.value);
      move.name = decision.value;
      move.facts.insert(decision.facts.begin(), decision.facts.end());
      move.documents.insert(decision.documents.begin(), decision.documents.end());
    }
    origins_.insert(move.from);
    moves_.push_back(std::move(move));
  }
}

bool EntityMoves::takes(const Move& move, const std::vector<std::string>& ids,
                        const std::vector<std::string_view>& documents) const {
  if (!move.is_split) return true;
  const auto is_of = [&](std::string_view document) { return move.documents.count(document) != 0; };
  return (!documents.empty() && std::all_of(documents.begin(), documents.end(), is_of)) ||
         std::any_of(ids.begin(), ids.end(),
                     [&](const std::string& id) { return move.facts.count(id) != 0; });
}

bool EntityMoves::is_swapped(const Fact& fact) const {
  const ontology::Relation* relation = vocabulary_.find_relation(fact.relation);
  return relation != nullptr && relation->symmetric && !fact.object.empty() && fact.object < fact.subject;
}

/// As it would be with its ends in their order.
std::string EntityMoves::id_of(Fact& fact) const {
  const bool swapped = is_swapped(fact);
  if (swapped) std::swap(fact.subject, fact.object);
  std::string id = fact_id(fact);
  if (swapped) std::swap(fact.subject, fact.object);
  return id;
}

/// All ids that the fact had on the way, the last one its own now.
std::vector<std::string> EntityMoves::move_fact(Fact& fact, std::string_view document, Paths& paths) {
  std::vector<std::string> ids = {fact.id};
  std::vector<std::string_view> documents = {document};
  if (document.empty()) {
    documents.clear();
    for (const Evidence& evidence : fact.evidence) documents.push_back(evidence.document);
  }
  const auto named = named_by(fact);
  std::vector<std::string> before;
  before.reserve(named.size());
  for (const std::string* id : named) before.push_back(*id);
  std::vector<Path> taken(named.size());
  for (std::size_t m = 0; m < moves_.size(); ++m) {
    Move& move = moves_[m];
    bool changed = false;
    for (std::size_t n = 0; n < named.size(); ++n) {
      if (*named[n] != move.from || !takes(move, ids, documents)) continue;
      *named[n] = move.to;
      taken[n].push_back(m);
      changed = move.used = true;
    }
    if (!changed) continue;
    fact.id = id_of(fact);
    if (fact.id != ids.back()) ids.push_back(fact.id);
  }
  for (std::size_t n = 0; n < named.size(); ++n) paths[before[n]].insert(std::move(taken[n]));
  if (is_swapped(fact)) std::swap(fact.subject, fact.object);
  sort_once(fact.resources);
  return ids;
}

/// Of an entity that no fact names.
EntityMoves::Path EntityMoves::path_of(const std::string& entity_id, std::string_view document) {
  Path path;
  std::vector<std::string_view> documents;
  if (!document.empty()) documents.push_back(document);
  std::string at = entity_id;
  for (std::size_t m = 0; m < moves_.size(); ++m) {
    Move& move = moves_[m];
    if (at != move.from || !takes(move, {}, documents)) continue;
    at = move.to;
    path.push_back(m);
    move.used = true;
  }
  return path;
}

/// A merged entity gives its names; class, link and quantity are those of the one that stays. A split one
/// has a name of its own and is not known to be what is listed elsewhere.
Entity EntityMoves::moved(Entity entity, const Path& path) const {
  for (const std::size_t m : path) {
    const Move& move = moves_[m];
    if (!entity.label.empty()) entity.aliases.push_back(entity.label);
    entity.id = move.to;
    entity.label = move.name;
    entity.wikidata.clear();
    if (move.is_split) continue;
    entity.cls.clear();
    entity.of_class.clear();
    entity.quantity.reset();
  }
  sort_once(entity.aliases);
  return entity;
}

void EntityMoves::move_entities(std::string_view document, const Paths& paths,
                                std::vector<Entity>& entities) {
  std::vector<Entity> after;
  for (const Entity& entity : entities) {
    const auto used = paths.find(entity.id);
    const std::set<Path> taken =
        used == paths.end() ? std::set<Path>{path_of(entity.id, document)} : used->second;
    for (const Path& path : taken) after.push_back(path.empty() ? entity : moved(entity, path));
  }
  join_same_entities(after);
  entities = std::move(after);
}

void EntityMoves::keep_account(const std::vector<std::string>& ids, const Fact& fact) {
  const bool is_loop = fact.subject == fact.object;
  for (const std::string& id : ids) {
    if (is_loop)
      gone_.insert(id);
    else if (id != fact.id)
      now_[id].insert(fact.id);
  }
}

bool EntityMoves::concerns(const std::vector<Entity>& entities) const {
  return std::any_of(entities.begin(), entities.end(),
                     [&](const Entity& entity) { return origins_.count(entity.id) != 0; });
}

void EntityMoves::apply(std::string_view document, std::vector<Entity>& entities, std::vector<Fact>& facts) {
  if (moves_.empty() || !concerns(entities)) return;
  Paths paths;
  std::map<std::string, std::string> renumbered;
  for (Fact& fact : facts) {
    const std::vector<std::string> ids = move_fact(fact, document, paths);
    if (ids.size() == 1) continue;
    keep_account(ids, fact);
    renumbered.emplace(ids.front(), fact.id);
  }
  facts.erase(std::remove_if(facts.begin(), facts.end(), [&](const Fact& f) { return is_gone(f.id); }),
              facts.end());
  for (Fact& fact : facts) {
    for (std::string& id : fact.content)
      if (const auto found = renumbered.find(id); found != renumbered.end()) id = found->second;
    sort_once(fact.content);
    fact.content.erase(std::remove(fact.content.begin(), fact.content.end(), fact.id), fact.content.end());
  }
  sort_by_id(facts);
  move_entities(document, paths, entities);
}

const std::set<std::string>& EntityMoves::now(const std::string& fact_id) const {
  static const std::set<std::string> kNone;
  const auto found = now_.find(fact_id);
  return found == now_.end() ? kNone : found->second;
}

std::string EntityMoves::merged_into(const std::string& entity_id) const {
  std::string at = entity_id;
  for (const Move& move : moves_)
    if (!move.is_split && move.used && move.from == at) at = move.to;
  return at == entity_id ? std::string() : at;
}

std::vector<std::size_t> EntityMoves::unused() const {
  std::vector<std::size_t> places;
  for (const Move& move : moves_)
    if (!move.used) places.push_back(move.place);
  return places;
}

std::set<std::string> EntityMoves::targets() const {
  std::set<std::string> targets;
  for (const Move& move : moves_)
    if (!move.is_split) targets.insert(move.to);
  return targets;
}

}  // namespace entente::resolve
