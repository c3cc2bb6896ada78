// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ontology/frames.hpp"

namespace entente::ontology {

/// Reads "object prep:to object.owner"; an unknown slot is a data error at place, with "did you mean".
[[nodiscard]] Result<std::vector<Slot>> parse_slots(std::string_view text, const Place& place);

/// Reads "turn down" into lemma and particle; more than two words, or none, is a data error at place.
[[nodiscard]] Result<Trigger> parse_trigger(WordClass word_class, std::string_view text, const Place& place);

}  // namespace entente::ontology
