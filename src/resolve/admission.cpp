// SPDX-License-Identifier: Apache-2.0
#include "resolve/admission.hpp"

#include <algorithm>

namespace entente::resolve {
namespace {

bool is_unknown(const Entity& entity) {
  return entity.cls.empty() || entity.cls == "Entity";
}

// Classes that an entity may count as at one end of a relation.
std::vector<std::string> readings_of(const Entity& entity) {
  std::vector<std::string> classes = {entity.cls};
  if (!entity.of_class.empty()) classes.push_back(entity.of_class);
  if (entity.cls == "City" || entity.cls == "Region" || entity.cls == "Facility")
    classes.emplace_back("Country");
  return classes;
}

}  // namespace

bool admits(const ontology::Vocabulary& vocabulary, const ontology::Relation& relation, const Entity& subject,
            const Entity* object) {
  const auto fits = [&](const Entity& entity, const std::vector<std::string>& wanted) {
    if (is_unknown(entity) || wanted.empty()) return true;
    for (const std::string& cls : readings_of(entity)) {
      const bool found = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& ancestor) {
        return vocabulary.is_class(cls, ancestor);
      });
      if (found) return true;
    }
    return false;
  };
  return fits(subject, relation.domains) && (object == nullptr || fits(*object, relation.ranges));
}

}  // namespace entente::resolve
