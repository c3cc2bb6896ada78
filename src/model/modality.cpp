// SPDX-License-Identifier: Apache-2.0
#include "model/modality.hpp"

#include <array>
#include <cstddef>

namespace entente {

namespace {
constexpr std::array<std::string_view, 6> kNames = {"Asserted",   "Planned",  "CalledFor",
                                                    "Obligation", "Reported", "Hypothetical"};
}

std::string_view to_text(Modality modality) {
  return kNames.at(static_cast<std::size_t>(modality));
}

std::optional<Modality> modality_from_text(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Modality>(i);
  return std::nullopt;
}

}  // namespace entente
