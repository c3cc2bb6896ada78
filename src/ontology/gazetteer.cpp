// SPDX-License-Identifier: Apache-2.0
#include "ontology/gazetteer.hpp"

#include <algorithm>
#include <utility>

#include "ontology/gazetteer_builder.hpp"

namespace entente::ontology {

Gazetteer::Gazetteer(std::vector<GazetteerEntity> entities, std::vector<Office> offices,
                     std::vector<Name> names, Lists lists, std::string hash)
    : entities_(std::move(entities)),
      offices_(std::move(offices)),
      names_(std::move(names)),
      lists_(std::move(lists)),
      hash_(std::move(hash)) {}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& directory) {
  const auto vocabulary = Vocabulary::load(directory);
  if (!vocabulary) return fail(vocabulary.error());
  return load(directory, *vocabulary);
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& directory, const Vocabulary& vocabulary) {
  GazetteerBuilder builder(directory / "gazetteer", vocabulary);
  if (!builder.faults().empty()) return fail(builder.faults().front());
  return builder.take();
}

const GazetteerEntity* Gazetteer::find(std::string_view id) const {
  const auto at = std::lower_bound(
      entities_.begin(), entities_.end(), id,
      [](const GazetteerEntity& entity, std::string_view wanted) { return entity.id < wanted; });
  return at != entities_.end() && at->id == id ? &*at : nullptr;
}

namespace {

std::vector<Name>::const_iterator first_from(const std::vector<Name>& names, std::string_view key) {
  return std::lower_bound(names.begin(), names.end(), key,
                          [](const Name& name, std::string_view wanted) { return name.key < wanted; });
}

}  // namespace

const std::vector<NameEntry>& Gazetteer::names(std::string_view key) const {
  static const std::vector<NameEntry> kNone;
  const auto at = first_from(names_, key);
  return at != names_.end() && at->key == key ? at->entries : kNone;
}

bool Gazetteer::is_prefix(std::string_view key) const {
  // A space sorts before every other character of a key, so the continuations follow the key at once.
  const auto at = first_from(names_, key);
  if (at == names_.end() || std::string_view(at->key).substr(0, key.size()) != key) return false;
  return at->key.size() == key.size() || at->key[key.size()] == ' ';
}

const ListedWord* Gazetteer::find_word(std::string_view list, std::string_view word) const {
  const auto found = lists_.find(list);
  if (found == lists_.end()) return nullptr;
  const auto& words = found->second;
  const auto at =
      std::lower_bound(words.begin(), words.end(), word,
                       [](const ListedWord& one, std::string_view wanted) { return one.word < wanted; });
  return at != words.end() && at->word == word ? &*at : nullptr;
}

bool Gazetteer::in_list(std::string_view list, std::string_view word) const {
  return find_word(list, word) != nullptr;
}

std::string_view Gazetteer::word_class(std::string_view list, std::string_view word) const {
  const ListedWord* found = find_word(list, word);
  return found == nullptr ? std::string_view() : std::string_view(found->cls);
}

}  // namespace entente::ontology
