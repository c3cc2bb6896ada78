// SPDX-License-Identifier: Apache-2.0
#include "ask/name_index.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"

namespace entente::ask {
namespace {

template <class Id>
std::string text_property(const graph::Snapshot& graph, Id id, std::string_view name) {
  const auto cell = graph.cell(id, name);
  return cell.kind == graph::Cell::Kind::text ? std::string(cell.bytes) : std::string();
}

std::vector<std::string> aliases_of(const graph::Snapshot& graph, graph::NodeId node) {
  std::vector<std::string> out;
  const auto value = graph::to_value(graph.cell(node, "aliases"));
  if (const auto* list = std::get_if<graph::List>(&value.data))
    for (const auto& alias : *list)
      if (const auto* text = std::get_if<std::string>(&alias.data)) out.push_back(*text);
  return out;
}

std::size_t word_count(std::string_view name) {
  return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
}

void add_once(std::vector<graph::NodeId>& nodes, graph::NodeId node) {
  if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
}

/// Every word begins some word of the text.
bool says_all(const std::string& text, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&](const auto& word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
      if (at == 0 || text[at - 1] == ' ') return true;
    return false;
  });
}

}  // namespace

NameIndex::NameIndex(const graph::Snapshot& graph, const ontology::Gazetteer& gazetteer)
    : graph_(graph), gazetteer_(gazetteer), types_(graph.all_types()) {
  std::sort(types_.begin(), types_.end());
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    const auto node = static_cast<graph::NodeId>(i);
    const std::string name = text_property(graph, node, "name");
    if (const std::string id = text_property(graph, node, "id"); !id.empty()) by_id_.emplace(id, node);
    if (name.empty()) continue;
    add(name, node);
    names_.push_back(name);
    ++name_counts_[name];
    if (class_of(node) == "Person") persons_.emplace_back(ontology::name_key(name), node);
    for (const std::string& alias : aliases_of(graph, node)) add(alias, node);
  }
}

void NameIndex::add(std::string_view name, graph::NodeId node) {
  const std::string key = ontology::name_key(name);
  if (key.empty()) return;
  add_once(by_key_[key], node);
  add_once(by_lower_key_[utf8::lower(key)], node);
  longest_ = std::max(longest_, word_count(key) + 4);  // tokens may be smaller than words
}

std::vector<graph::NodeId> NameIndex::find(std::string_view name) const {
  const std::string key = ontology::name_key(name);
  if (key.empty()) return {};
  if (const auto at = by_key_.find(key); at != by_key_.end()) return at->second;
  const auto at = by_lower_key_.find(utf8::lower(key));
  return at == by_lower_key_.end() ? Nodes{} : at->second;
}

std::vector<graph::NodeId> NameIndex::find_in_gazetteer(std::string_view name, bool& adjective) const {
  Nodes out;
  adjective = false;
  for (const auto& entry : gazetteer_.names(ontology::name_key(name))) {
    if (entry.kind == ontology::NameKind::surname) continue;
    const auto at = by_id_.find(gazetteer_.entities()[entry.entity].id);
    if (at == by_id_.end()) continue;
    add_once(out, at->second);
    adjective = adjective || entry.kind == ontology::NameKind::adjective;
  }
  return out;
}

std::vector<graph::NodeId> NameIndex::find_person_by_part(std::string_view name) const {
  const std::string key = ontology::name_key(name);
  Nodes out;
  if (key.size() < 3) return out;
  for (const auto& [full, node] : persons_)
    if (full.ends_with(" " + key) || full.starts_with(key + " ")) out.push_back(node);
  return out.size() == 1 ? out : Nodes{};
}

std::vector<graph::NodeId> NameIndex::members_of(std::string_view group) const {
  Nodes out;
  for (const auto& entry : gazetteer_.names(ontology::name_key(group)))
    for (const auto& member : gazetteer_.entities()[entry.entity].members) {
      if (const auto at = by_id_.find(member); at != by_id_.end()) {
        add_once(out, at->second);
      } else if (const auto* entity = gazetteer_.find(member)) {  // a graph with ids of its own
        for (const auto node : find(entity->label))
          if (class_of(node) == entity->cls) add_once(out, node);
      }
    }
  std::sort(out.begin(), out.end());
  return out;
}

std::string NameIndex::name_of(graph::NodeId node) const {
  return text_property(graph_, node, "name");
}

std::string NameIndex::class_of(graph::NodeId node) const {
  const auto& labels = graph_.labels(node);
  return labels.empty() ? std::string() : labels.front();
}

std::size_t NameIndex::count_of_name(const std::string& name) const {
  const auto at = name_counts_.find(name);
  return at == name_counts_.end() ? 0 : at->second;
}

bool NameIndex::has_relation(const std::vector<std::string>& names) const {
  return std::any_of(names.begin(), names.end(), [&](const auto& name) {
    return std::binary_search(types_.begin(), types_.end(), name);
  });
}

std::vector<std::string> NameIndex::lower_names_of(graph::NodeId node) const {
  std::vector<std::string> out{utf8::lower(ontology::name_key(name_of(node)))};
  for (const std::string& alias : aliases_of(graph_, node))
    out.push_back(utf8::lower(ontology::name_key(alias)));
  return out;
}

std::vector<graph::NodeId> NameIndex::holders_of(const std::vector<graph::NodeId>& bodies,
                                                 const std::vector<std::string>& words) const {
  Nodes out;
  const auto type = graph_.find_type("holdsOfficeIn");
  if (!type) return out;
  for (const auto body : bodies) {
    for (const auto& step : graph_.in(body, *type)) {
      const auto holder = step.node;
      auto texts = lower_names_of(holder);
      texts.push_back(utf8::lower(text_property(graph_, step.edge, "office")));
      const bool said = words.empty() || std::any_of(texts.begin(), texts.end(),
                                                     [&](const auto& text) { return says_all(text, words); });
      if (said) add_once(out, holder);
    }
  }
  return out;
}

std::vector<graph::NodeId> NameIndex::described(const std::vector<std::string>& words,
                                                const std::vector<Nodes>& owners) const {
  std::vector<std::vector<std::string>> owner_names;
  for (const auto& nodes : owners) {
    auto& names = owner_names.emplace_back();
    for (const auto node : nodes)
      for (auto& name : lower_names_of(node)) names.push_back(std::move(name));
  }
  Nodes out;
  for (const auto& entry : by_lower_key_) {
    const auto& name = entry.first;
    if (!says_all(name, words)) continue;
    const bool owned = std::all_of(owner_names.begin(), owner_names.end(), [&](const auto& names) {
      return std::any_of(names.begin(), names.end(), [&](const auto& each) {
        return each.size() > 1 && each.size() < name.size() && says_all(name, {each});
      });
    });
    if (!owned) continue;
    for (const auto node : entry.second) add_once(out, node);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<std::string> NameIndex::misspelt(std::string_view name) const {
  constexpr std::size_t kShortest = 7;
  const std::string key = ontology::name_key(name), lower = utf8::lower(key);
  if (utf8::length(lower) < kShortest || !gazetteer_.names(key).empty()) return std::nullopt;
  Nodes found;
  for (const auto& [known, nodes] : by_lower_key_) {
    if (word_count(known) != word_count(lower) || edit_distance(lower, known, 1) > 1) continue;
    for (const auto node : nodes) add_once(found, node);
  }
  return found.size() == 1 ? std::optional(name_of(found.front())) : std::nullopt;
}

std::optional<std::string> NameIndex::nearest(std::string_view name) const {
  return did_you_mean(name, names_);
}

}  // namespace entente::ask
