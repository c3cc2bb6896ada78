// SPDX-License-Identifier: Apache-2.0
#include "evaluation/gold.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "evaluation/names.hpp"

namespace entente::evaluation {
namespace {

std::set<std::string> stems(std::string_view name) {
  std::set<std::string> out;
  for (const auto& word : content_words(name)) out.insert(stem(word));
  return out;
}

/// Canonical name and mentions; also combined mentions where asked.
std::vector<std::string> names_of(const GoldEntity& entity, bool combined) {
  std::vector<std::string> out{entity.canonical_name};
  out.insert(out.end(), entity.mentions.begin(), entity.mentions.end());
  if (combined) out.insert(out.end(), entity.combined_mentions.begin(), entity.combined_mentions.end());
  return out;
}

/// Dice coefficient of two word sets that share at least two words, or 0.
double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto common = std::count_if(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); });
  return common < 2 ? 0 : 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) out += (i > from ? " " : "") + words[i];
  return out;
}

/// Pronouns that stand for an entity and are no name of any.
std::set<std::string> bare_pronouns(const std::vector<GoldEntity>& entities) {
  std::set<std::string> pronouns, names;
  for (const auto& entity : entities) {
    for (const auto& pronoun : entity.coref_mentions) pronouns.insert(normal_name(pronoun));
    for (const auto& name : names_of(entity, false)) names.insert(normal_name(name));
    for (const auto& name : entity.acronyms) names.insert(normal_name(name));
  }
  for (const auto& name : names) pronouns.erase(name);
  return pronouns;
}

}  // namespace

GoldDocument::GoldDocument(std::string id, std::string text, std::vector<GoldEntity> entities,
                           std::vector<GoldEdge> edges, std::vector<GoldTrap> traps,
                           const std::vector<std::string>& bad_entities)
    : id_(std::move(id)),
      text_(std::move(text)),
      flat_(one_line(text_)),
      entities_(std::move(entities)),
      edges_(std::move(edges)),
      traps_(std::move(traps)) {
  for (const auto& name : bad_entities) bad_.insert(normal_name(name));
  for (const auto& entity : entities_) {
    auto names = names_of(entity, true);
    names.insert(names.end(), entity.acronyms.begin(), entity.acronyms.end());
    for (const auto& name : names) surface_[normal_name(name)].insert(entity.id);
    const auto acronym = acronym_of(entity.canonical_name);
    if (acronym && entity.cls != "Person") surface_[*acronym].insert(entity.id);
  }
  for (const auto& pronoun : bare_pronouns(entities_)) surface_.erase(pronoun);
}

const std::string& GoldDocument::name_of(const std::string& entity_id) const {
  const auto at = std::find_if(entities_.begin(), entities_.end(),
                               [&](const auto& entity) { return entity.id == entity_id; });
  return at == entities_.end() ? entity_id : at->canonical_name;
}

Ids GoldDocument::ids(const std::string& name) const {
  if (name == "who" || name == "us" || name == "it") {  // lower-case pronouns are not acronyms
    const bool listed = std::any_of(entities_.begin(), entities_.end(), [&](const auto& entity) {
      return std::find(entity.mentions.begin(), entity.mentions.end(), name) != entity.mentions.end();
    });
    if (!listed) return {};
  }
  const std::string normalised = normal_name(name);
  if (normalised.empty()) return {};
  if (const auto at = surface_.find(normalised); at != surface_.end()) return at->second;
  if (auto found = by_stripped_titles(normalised); !found.empty()) return found;
  if (auto found = by_person_at_end(normalised); !found.empty()) return found;
  return by_shared_words(name);
}

Ids GoldDocument::by_stripped_titles(const std::string& normalised) const {
  const auto words = split(normalised, ' ');
  for (std::size_t i = 1; i < words.size() && is_title(words[i - 1]); ++i)
    if (const auto at = surface_.find(joined(words, i)); at != surface_.end()) return at->second;
  return {};
}

Ids GoldDocument::by_person_at_end(const std::string& normalised) const {
  std::size_t best = 0;
  Ids out;
  for (const auto& entity : entities_) {
    if (entity.cls != "Person") continue;
    for (const auto& name : names_of(entity, false)) {
      const std::string key = normal_name(name);
      const bool fits = key.find(' ') != std::string::npos && normalised.ends_with(" " + key);
      if (!fits || utf8::length(key) <= best) continue;
      best = utf8::length(key);
      out = {entity.id};
    }
  }
  return out;
}

Ids GoldDocument::by_shared_words(const std::string& name) const {
  const auto words = stems(name);
  if (words.size() < 2) return {};
  const auto numbers = numbers_of(words);
  double best = 0;
  Ids out;
  for (const auto& entity : entities_) {
    if (entity.cls == "Person" || entity.cls == "Country") continue;
    for (const auto& mention : names_of(entity, true)) {
      const auto other = stems(mention);
      if (other.size() < 2 || numbers_of(other) != numbers) continue;
      const double alike = likeness(other, words);
      if (alike < 0.6) continue;
      if (alike > best + 1e-9) {
        best = alike;
        out = {entity.id};
      } else if (std::abs(alike - best) < 1e-9) {
        out.insert(entity.id);
      }
    }
  }
  return out.size() == 1 ? out : Ids{};
}

}  // namespace entente::evaluation
