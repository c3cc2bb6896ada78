// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/resources.hpp"
#include "base/result.hpp"
#include "model/fact_base.hpp"

namespace entente::app {

/// The fact with this id, or the only one whose id begins so (4 digits or more). None or several: a data
/// error.
[[nodiscard]] Result<const Fact*> find_fact(const FactBase& base, std::string_view id);

/// One line of what a fact says beside its ends: "modality", "Planned".
struct Feature {
  std::string name;
  std::string value;
};

/// All that is known of a fact, entities by label; what is absent is left out.
[[nodiscard]] std::vector<Feature> features_of(const Fact& fact, const FactBase& base);

/// Entities with this id, label or alias (case-blind), by id. None: a data error with "did you mean".
[[nodiscard]] Result<std::vector<const Entity*>> find_entities(const FactBase& base, std::string_view name);

/// One place where a text speaks of an entity, and the rule that said so.
struct MentionReason {
  std::string document;              ///< id
  std::string name;                  ///< of the document
  std::uint32_t begin = 0, end = 0;  ///< code points of the document
  std::string text;
  std::string rule;
};

/// Reads the documents that speak of an entity again and tells why each mention became it. Needs the model.
[[nodiscard]] Result<std::vector<MentionReason>> mentions_of(const Entity& entity, const FactBase& base,
                                                             const Reader& reader);

}  // namespace entente::app
