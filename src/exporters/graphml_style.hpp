// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "ontology/vocabulary.hpp"

namespace entente::exporters {

struct Colour {
  int r = 0, g = 0, b = 0;
};

/// The colour of the nearest known class above it; grey for others.
[[nodiscard]] Colour node_colour(std::string_view cls, const ontology::Vocabulary& vocabulary);

/// Of the ten largest communities one each; grey for the others and for 0.
[[nodiscard]] Colour community_colour(std::uint32_t community);

/// Cooperation green, conflict red, participation blue, standing ties grey, and so on.
[[nodiscard]] Colour edge_colour(std::string_view relation, const ontology::Vocabulary& vocabulary);

}  // namespace entente::exporters
