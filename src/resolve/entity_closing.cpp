// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "resolve/class_depth.hpp"
#include "resolve/merge_steps.hpp"

namespace entente::resolve {

std::string ClassWishes::answer(const ontology::Vocabulary& vocabulary) const {
  std::set<std::string> classes;
  for (const auto* wish : wishes_) classes.insert(wish->begin(), wish->end());
  std::string best = kAnything;
  std::tuple<std::ptrdiff_t, std::ptrdiff_t, std::ptrdiff_t> best_score{0, 0, 0};
  for (const std::string& cls : classes) {
    const auto fits = [&](const auto* wish) {
      return std::any_of(wish->begin(), wish->end(),
                         [&](const std::string& wanted) { return vocabulary.is_class(cls, wanted); });
    };
    const auto& relations = vocabulary.relations();
    const auto asked = std::count_if(relations.begin(), relations.end(), [&](const auto& relation) {
      return std::find(relation.ranges.begin(), relation.ranges.end(), cls) != relation.ranges.end();
    });
    const std::tuple score{std::count_if(wishes_.begin(), wishes_.end(), fits),
                           -static_cast<std::ptrdiff_t>(depth(vocabulary, cls)), asked};
    if (std::get<0>(score) > 0 && (std::get<0>(best_score) == 0 || score > best_score)) {
      best = cls;
      best_score = score;
    }
  }
  return best;
}

EntityClosing::EntityClosing(std::vector<Entity>& entities, const ontology::Vocabulary& vocabulary)
    : entities_(entities), vocabulary_(vocabulary) {
  for (const Entity& entity : entities_)
    if (entity.cls == kAnything) unclassified_[entity.id];
}

/// One that no document describes is unclassified, too.
void EntityClosing::name(const std::string& id) {
  if (id.empty() || unclassified_.count(id) != 0) return;
  const auto found =
      std::lower_bound(entities_.begin(), entities_.end(), id,
                       [](const Entity& entity, const std::string& wanted) { return entity.id < wanted; });
  if (found == entities_.end() || found->id != id) unclassified_[id];
}

void EntityClosing::wish(const std::string& id, const std::vector<std::string>& classes) {
  const auto found = unclassified_.find(id);
  if (found != unclassified_.end()) found->second.add(classes);
}

void EntityClosing::see(const Fact& fact) {
  static const std::vector<std::string> kPlace = {"Place"}, kMeeting = {"Meeting"}, kResource = {"Resource"};
  for (const std::string* id :
       {&fact.subject, &fact.object, &fact.attributed_to, &fact.where, &fact.meeting, &fact.topic})
    name(*id);
  for (const std::string& resource : fact.resources) name(resource);
  if (const ontology::Relation* relation = vocabulary_.find_relation(fact.relation)) {
    wish(fact.subject, relation->domains);
    wish(fact.object, relation->ranges);
  }
  wish(fact.where, kPlace);
  wish(fact.meeting, kMeeting);
  for (const std::string& resource : fact.resources) wish(resource, kResource);
}

void EntityClosing::finish() {
  for (Entity& entity : entities_) {
    const auto found = unclassified_.find(entity.id);
    if (found == unclassified_.end()) continue;
    entity.cls = found->second.answer(vocabulary_);
    unclassified_.erase(found);
  }
  for (const auto& [id, wishes] : unclassified_) {
    Entity& entity = entities_.emplace_back();
    entity.id = entity.label = id;
    entity.cls = wishes.answer(vocabulary_);
  }
  unclassified_.clear();
  std::sort(entities_.begin(), entities_.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
}

void drop_unknown_content(Fact& fact, const std::function<bool(const std::string& id)>& is_fact) {
  fact.content.erase(std::remove_if(fact.content.begin(), fact.content.end(),
                                    [&](const std::string& id) { return !is_fact(id); }),
                     fact.content.end());
}

}  // namespace entente::resolve
