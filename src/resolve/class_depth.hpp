// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "ontology/vocabulary.hpp"

namespace entente::resolve {

inline constexpr const char* kAnything = "Entity";  ///< the class of everything

/// How many classes of the vocabulary a class is below, itself among them.
[[nodiscard]] inline std::size_t depth(const ontology::Vocabulary& vocabulary, const std::string& cls) {
  const auto& classes = vocabulary.classes();
  return static_cast<std::size_t>(std::count_if(classes.begin(), classes.end(), [&](const auto& other) {
    return vocabulary.is_class(cls, other.name);
  }));
}

}  // namespace entente::resolve
