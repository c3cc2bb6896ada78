// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "ontology/vocabulary.hpp"

namespace entente::exporters {

struct Colour {
  int r = 0, g = 0, b = 0;
};

/// The colour of the nearest known class above it; grey for others.
[[nodiscard]] Colour node_colour(std::string_view cls, const ontology::Vocabulary& vocabulary);

/// Cooperation green, conflict red, participation blue, standing ties grey, and so on.
[[nodiscard]] Colour edge_colour(std::string_view relation, const ontology::Vocabulary& vocabulary);

}  // namespace entente::exporters
