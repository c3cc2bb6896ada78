// SPDX-License-Identifier: Apache-2.0
#include "graph/known_names.hpp"

namespace entente::graph {

std::optional<std::size_t> PackedTexts::find(std::string_view text) const {
  std::size_t low = 0, high = size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (at(middle) < text)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == size() || at(low) != text) return std::nullopt;
  return low;
}

KnownNames::KnownNames(const FactBase& base) {
  for (const Entity& entity : base.entities) add_entity(entity);
  for (const Document& document : base.documents) add_document(document);
  for (const Fact& fact : base.facts) {
    if (!fact.content_text.empty()) continue;
    for (const std::string& id : fact.content)
      if (const Fact* content = base.fact(id)) add_content(*content);
  }
}

void KnownNames::add_entity(const Entity& entity) {
  ids_.add(entity.id);
  labels_.add(entity.label);
}

void KnownNames::add_document(const Document& document) {
  documents_.add(document.id);
  names_.add(document.name);
  dates_.add(document.date);
}

void KnownNames::add_content(const Fact& fact) {
  contents_.try_emplace(fact.id, Act{fact.subject, fact.relation, fact.object});
}

std::string_view KnownNames::label(std::string_view entity_id) const {
  const auto found = place(entity_id);
  return found ? labels_.at(*found) : entity_id;
}

std::optional<KnownNames::Source> KnownNames::document(std::string_view id) const {
  const auto found = documents_.find(id);
  if (!found) return std::nullopt;
  return Source{names_.at(*found), dates_.at(*found)};
}

const KnownNames::Act* KnownNames::content(const std::string& fact_id) const {
  const auto found = contents_.find(fact_id);
  return found == contents_.end() ? nullptr : &found->second;
}

}  // namespace entente::graph
