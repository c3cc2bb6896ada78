// SPDX-License-Identifier: Apache-2.0
#include "resolve/nodes.hpp"

#include <algorithm>
#include <utility>

#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

constexpr int kNameVote = 3;
constexpr int kShortNameVote = 1;
constexpr int kPhraseVote = 1;

bool is_dignity(std::string_view word) {
  return one_of(word, {"king", "queen", "pope", "prince", "princess", "emperor", "sultan", "mullah"});
}

// "King Abdullah", "Mullah Omar": who has one name is called by it and what stands before it.
std::string with_dignity(const Node& node, const std::string& label) {
  if (node.dignity.empty() || !node.listed_cls.empty() || label.find(' ') != std::string::npos) return label;
  return node.dignity + ' ' + label;
}

// A full name says more of its class than one word of it, or a phrase.
int vote_of(const Mention& mention) {
  if (mention.kind != MentionKind::name) return kPhraseVote;
  return mention.end - mention.begin > 1 || !mention.candidates.empty() ? kNameVote : kShortNameVote;
}

}  // namespace

std::uint32_t Nodes::listed(std::string_view id) {
  const std::string key = "id:" + std::string(id);
  if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
  const ontology::GazetteerEntity* entity = gazetteer_.find(id);
  if (entity == nullptr) return kNone;
  const std::uint32_t node = fresh(entity->label, {});
  nodes_[node].id = entity->id;
  nodes_[node].listed_cls = entity->cls;
  nodes_[node].named = true;
  by_key_.emplace(key, node);
  return node;
}

std::uint32_t Nodes::keyed(const std::string& key, const std::string& label, const std::string& sense) {
  if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
  const std::uint32_t node = fresh(label, sense);
  by_key_.emplace(key, node);
  return node;
}

std::uint32_t Nodes::fresh(const std::string& label, const std::string& sense) {
  nodes_.emplace_back();
  nodes_.back().label = label;
  nodes_.back().sense = sense;
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void Nodes::assign(std::uint32_t m, std::uint32_t node_index, std::string_view why) {
  if (node_index == kNone) return;
  Mention& mention = reading_.mentions[m];
  Node& node = nodes_[node_index];
  mention.entity = node_index;
  mention.why = why;
  if (node.mentions++ == 0) node.head = mention.head;
  if (mention.kind == MentionKind::pronoun) return;
  if (!mention.cls.empty()) node.votes[mention.cls] += vote_of(mention);
  const bool met_by_name = mention.kind == MentionKind::name && !node.named;
  if (met_by_name && mention.begin > 0 && is_dignity(discourse_.lower(mention.begin - 1)))
    node.dignity = reading_.analysis.token_text(mention.begin - 1);
  if (mention.kind == MentionKind::name) node.named = true;
  if (mention.name != node.label &&
      std::find(node.surfaces.begin(), node.surfaces.end(), mention.name) == node.surfaces.end()) {
    node.surfaces.push_back(mention.name);
  }
  if (mention.kind == MentionKind::name && !mention.candidates.empty())
    node.listed_surfaces.insert(mention.name);
  if (!mention.office.empty()) node.offices.push_back(plain_name(mention.office));
  if (mention.quantity && mention.kind == MentionKind::counted_group) node.plural = true;
}

const std::string& Nodes::class_of(std::uint32_t node_index) const {
  static const std::string none;
  const Node& node = nodes_[node_index];
  if (!node.listed_cls.empty()) return node.listed_cls;
  const auto best = std::max_element(node.votes.begin(), node.votes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == node.votes.end() ? none : best->first;
}

bool Nodes::is_class(std::uint32_t node, std::string_view cls) const {
  return vocabulary_.is_class(class_of(node), cls);
}

bool Nodes::is_listed_as(std::string_view name, const std::string& id,
                         std::initializer_list<ontology::NameKind> kinds) const {
  for (const ontology::NameEntry& entry : gazetteer_.names(ontology::name_key(name))) {
    const bool kind = std::find(kinds.begin(), kinds.end(), entry.kind) != kinds.end();
    if (kind && gazetteer_.entities()[entry.entity].id == id) return true;
  }
  return false;
}

bool Nodes::is_full_name(std::string_view name, const std::string& id) const {
  return is_listed_as(name, id, {ontology::NameKind::label, ontology::NameKind::alias});
}

// What the text itself calls a listed entity: its label where that is used, else the fullest of its names; of
// a country only full names count, since capitals stand for it too; adjectives are nobody's name.
std::string Nodes::label_of(const Node& node) const {
  if (node.listed_cls.empty()) return node.label;
  const bool country = vocabulary_.is_class(node.listed_cls, "Country");
  std::string best;
  for (const std::string& surface : node.listed_surfaces) {
    if (plain_name(surface) == plain_name(node.label)) return node.label;
    if (node.listed_cls == "Person" && surface.find(' ') == std::string::npos) continue;
    if (is_listed_as(surface, node.id, {ontology::NameKind::capital})) continue;  // "Brussels" of the EU
    if (country && surface.find(' ') != std::string::npos) continue;
    const bool adjective = is_listed_as(surface, node.id, {ontology::NameKind::adjective});
    if ((country || adjective) && !is_full_name(surface, node.id)) continue;
    if (surface.size() > best.size()) best = surface;
  }
  return best.empty() ? node.label : best;
}

Entity Nodes::entity_of(const Node& node, std::uint32_t index) const {
  Entity entity;
  entity.label = with_dignity(node, label_of(node));
  entity.id = node.id.empty() ? entity_id(plain_name(with_dignity(node, node.label)), node.sense) : node.id;
  entity.cls = class_of(index);
  if (entity.cls.empty()) entity.cls = "Entity";
  entity.mentions = static_cast<int>(node.mentions);
  entity.aliases = node.surfaces;
  if (entity.label != node.label) entity.aliases.push_back(node.label);
  entity.aliases.erase(std::remove(entity.aliases.begin(), entity.aliases.end(), entity.label),
                       entity.aliases.end());
  std::sort(entity.aliases.begin(), entity.aliases.end());
  if (const ontology::GazetteerEntity* listed = gazetteer_.find(entity.id))
    entity.wikidata = listed->wikidata;
  return entity;
}

void Nodes::finish() {
  std::vector<std::uint32_t> place(nodes_.size(), kNone);
  std::map<std::string, std::uint32_t> by_id;
  reading_.entities.clear();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].mentions == 0) continue;
    Entity entity = entity_of(nodes_[i], i);
    const auto [at, added] = by_id.emplace(entity.id, static_cast<std::uint32_t>(reading_.entities.size()));
    place[i] = at->second;
    if (added) {
      reading_.entities.push_back(std::move(entity));
    } else {
      reading_.entities[at->second].mentions += entity.mentions;
    }
  }
  for (Mention& mention : reading_.mentions) {
    if (mention.entity != kNone) mention.entity = place[mention.entity];
    for (std::uint32_t& member : mention.members) member = place[member];
    if (mention.entity == kNone || mention.kind == MentionKind::pronoun) continue;
    Entity& entity = reading_.entities[mention.entity];
    if (mention.kind == MentionKind::counted_group && !entity.quantity) {
      entity.quantity = mention.quantity;
      entity.of_class = mention.of_class;
    } else if (mention.quantity && entity.cls == "Resource" && !entity.quantity) {
      entity.quantity = mention.quantity;
    }
  }
}

}  // namespace entente::resolve
