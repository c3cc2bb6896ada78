// SPDX-License-Identifier: Apache-2.0
#include "ontology/gazetteer.hpp"

#include <algorithm>
#include <utility>

#include "ontology/directories.hpp"
#include "ontology/gazetteer_builder.hpp"

namespace entente::ontology {
namespace {

std::string_view first_word(std::string_view key) {
  return key.substr(0, key.find(' '));
}

}  // namespace

Gazetteer::Gazetteer(std::vector<GazetteerEntity> entities, std::vector<Office> offices,
                     std::vector<Name> names, Lists lists, std::string hash)
    : entities_(std::move(entities)),
      offices_(std::move(offices)),
      names_(std::move(names)),
      hash_(std::move(hash)) {
  for (auto& [name, words] : lists)
    for (ListedWord& one : words) lists_[name].try_emplace(one.word, std::move(one.cls));
  for (std::uint32_t at = 0; at < entities_.size(); ++at) by_id_.try_emplace(entities_[at].id, at);
  for (std::uint32_t at = 0; at < names_.size();
       ++at) {  // a space sorts first, so a word's names stand together
    auto& stretch =
        by_first_word_.try_emplace(std::string(first_word(names_[at].key)), Stretch{at, at}).first->second;
    stretch.end = at + 1;
  }
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& directory) {
  const auto vocabulary = Vocabulary::load(directory);
  if (!vocabulary) return fail(vocabulary.error());
  return load(directory, *vocabulary);
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& directory, const Vocabulary& vocabulary) {
  GazetteerBuilder builder(parts_named(directory, "gazetteer"), vocabulary);
  if (!builder.faults().empty()) return fail(builder.faults().front());
  return builder.take();
}

const GazetteerEntity* Gazetteer::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : &entities_[at->second];
}

Gazetteer::Stretch Gazetteer::from(std::string_view key) const {
  const std::string_view first = first_word(key);
  const auto found = by_first_word_.find(first);
  if (found == by_first_word_.end()) return {};
  if (first.size() == key.size()) return found->second;  // it would stand before its continuations
  const auto at =
      std::lower_bound(names_.begin() + found->second.begin, names_.begin() + found->second.end, key,
                       [](const Name& name, std::string_view wanted) { return name.key < wanted; });
  return {static_cast<std::uint32_t>(at - names_.begin()), found->second.end};
}

const std::vector<NameEntry>& Gazetteer::names(std::string_view key) const {
  static const std::vector<NameEntry> kNone;
  const Stretch rest = from(key);
  return rest.begin < rest.end && names_[rest.begin].key == key ? names_[rest.begin].entries : kNone;
}

bool Gazetteer::is_prefix(std::string_view key) const {
  // A space sorts before every other character of a key, so the continuations follow the key at once.
  const Stretch rest = from(key);
  if (rest.begin >= rest.end) return false;
  if (key.find(' ') == std::string_view::npos) return true;  // all of its stretch begin with it
  const std::string_view name = names_[rest.begin].key;
  return name.starts_with(key) && (name.size() == key.size() || name[key.size()] == ' ');
}

const std::string* Gazetteer::find_word(std::string_view list, std::string_view word) const {
  const auto words = lists_.find(list);
  if (words == lists_.end()) return nullptr;
  const auto found = words->second.find(word);
  return found == words->second.end() ? nullptr : &found->second;
}

bool Gazetteer::in_list(std::string_view list, std::string_view word) const {
  return find_word(list, word) != nullptr;
}

std::string_view Gazetteer::word_class(std::string_view list, std::string_view word) const {
  const std::string* found = find_word(list, word);
  return found == nullptr ? std::string_view() : std::string_view(*found);
}

}  // namespace entente::ontology
