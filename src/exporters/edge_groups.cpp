// SPDX-License-Identifier: Apache-2.0
#include "exporters/edge_groups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"

namespace entente::exporters {

namespace {

constexpr const char* kDenied = "denied";
constexpr const char* kDeniedByPerson = "deniedByPerson";

std::string kind_of(const Fact& fact) {
  std::string kind = fact.relation;
  if (fact.modality != Modality::asserted) kind.append("/").append(to_text(fact.modality));
  if (fact.negated) kind.append("/").append(kDenied);
  if (fact.verdict == Verdict::denied) kind.append("/").append(kDeniedByPerson);
  return kind;
}

std::string modality_words(Modality modality) {
  return modality == Modality::called_for ? "called for" : utf8::lower(to_text(modality));
}

std::string label_of(const Fact& fact, const ontology::Relation* relation) {
  std::string label = relation == nullptr || relation->label.empty() ? fact.relation : relation->label;
  if (is_plain(fact)) return label;
  std::string words;
  const auto add = [&words](const std::string& word) { words += (words.empty() ? "" : ", ") + word; };
  if (fact.modality != Modality::asserted) add(modality_words(fact.modality));
  if (fact.negated) add(kDenied);
  if (fact.verdict == Verdict::denied) add("denied by a person");
  return label + " (" + words + ")";
}

}  // namespace

std::vector<EdgeGroup> group_edges(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                   bool all_facts) {
  using Key = std::tuple<std::uint32_t, std::string, std::uint32_t>;
  std::map<Key, EdgeGroup> groups;
  for (const Fact& fact : base.facts) {
    if (!all_facts && !is_plain(fact)) continue;
    const Entity* subject = base.entity(fact.subject);
    const Entity* object = base.entity(fact.object);
    if (subject == nullptr || object == nullptr) continue;
    auto source = static_cast<std::uint32_t>(subject - base.entities.data());
    auto target = static_cast<std::uint32_t>(object - base.entities.data());
    const ontology::Relation* relation = vocabulary.find_relation(fact.relation);
    const bool symmetric = relation != nullptr && relation->symmetric;
    if (symmetric && target < source) std::swap(source, target);
    EdgeGroup& group = groups[{source, kind_of(fact), target}];
    if (group.facts.empty()) {
      group.source = source;
      group.target = target;
      group.kind = kind_of(fact);
      group.label = label_of(fact, relation);
      group.symmetric = symmetric;
    }
    group.facts.push_back(&fact);
  }
  std::vector<EdgeGroup> sorted;
  sorted.reserve(groups.size());
  for (auto& [key, group] : groups) sorted.push_back(std::move(group));
  return sorted;
}

std::size_t weight_of(const EdgeGroup& edge) {
  std::set<std::tuple<std::string_view, std::uint32_t, std::uint32_t>> places;
  for (const Fact* fact : edge.facts)
    for (const Evidence& e : fact->evidence) places.emplace(e.document, e.begin, e.end);
  return std::max<std::size_t>(places.size(), 1);
}

}  // namespace entente::exporters
