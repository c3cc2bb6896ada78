// SPDX-License-Identifier: Apache-2.0
#include "ontology/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ontology/vocabulary_builder.hpp"

namespace entente::ontology {

namespace {

// Ancestors are a few, most of another length.
template <class Names>
bool is_below(const StringMap<std::vector<std::string>>& above, std::string_view name,
              const Names& ancestors) {
  if (std::find(ancestors.begin(), ancestors.end(), name) != ancestors.end()) return true;
  const auto at = above.find(name);
  return at != above.end() && std::any_of(at->second.begin(), at->second.end(), [&](const std::string& one) {
           return std::find(ancestors.begin(), ancestors.end(), one) != ancestors.end();
         });
}

std::vector<std::string> below(const Vocabulary::Ancestors& ancestors, std::string_view name) {
  std::vector<std::string> names;
  for (const auto& [descendant, above] : ancestors)
    if (std::binary_search(above.begin(), above.end(), name)) names.push_back(descendant);
  if (names.empty()) names.emplace_back(name);
  return names;
}

}  // namespace

Vocabulary::Vocabulary(std::vector<EntityClass> classes, std::vector<Relation> relations,
                       Ancestors class_ancestors, Ancestors relation_ancestors, std::string hash)
    : classes_(std::move(classes)),
      relations_(std::move(relations)),
      class_ancestors_(std::move(class_ancestors)),
      relation_ancestors_(std::move(relation_ancestors)),
      above_class_(class_ancestors_.begin(), class_ancestors_.end()),
      above_relation_(relation_ancestors_.begin(), relation_ancestors_.end()),
      hash_(std::move(hash)) {
  for (std::uint32_t at = 0; at < relations_.size(); ++at)
    relation_numbers_.try_emplace(relations_[at].name, at);
}

Result<Vocabulary> Vocabulary::load(const std::filesystem::path& directory) {
  VocabularyBuilder builder(directory);
  if (!builder.faults().empty()) return fail(builder.faults().front());
  return builder.take();
}

const EntityClass* Vocabulary::find_class(std::string_view name) const {
  const auto at =
      std::lower_bound(classes_.begin(), classes_.end(), name,
                       [](const EntityClass& one, std::string_view wanted) { return one.name < wanted; });
  return at != classes_.end() && at->name == name ? &*at : nullptr;
}

const Relation* Vocabulary::find_relation(std::string_view name) const {
  const auto at = relation_numbers_.find(name);
  return at == relation_numbers_.end() ? nullptr : &relations_[at->second];
}

bool Vocabulary::is_class(std::string_view name, std::string_view ancestor) const {
  return is_below(above_class_, name, std::array{ancestor});
}

bool Vocabulary::is_relation(std::string_view name, std::string_view ancestor) const {
  return is_below(above_relation_, name, std::array{ancestor});
}

bool Vocabulary::is_one_of_classes(std::string_view name, std::span<const std::string> ancestors) const {
  return is_below(above_class_, name, ancestors);
}

bool Vocabulary::is_one_of_relations(std::string_view name,
                                     std::initializer_list<std::string_view> ancestors) const {
  return is_below(above_relation_, name, ancestors);
}

std::vector<std::string> Vocabulary::class_and_below(std::string_view name) const {
  return below(class_ancestors_, name);
}

std::vector<std::string> Vocabulary::relation_and_below(std::string_view name) const {
  return below(relation_ancestors_, name);
}

bool Vocabulary::admits(const Relation& relation, std::string_view subject_class,
                        std::string_view object_class) const {
  return is_one_of_classes(subject_class, relation.domains) &&
         (object_class.empty() || is_one_of_classes(object_class, relation.ranges));
}

}  // namespace entente::ontology
