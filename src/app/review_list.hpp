// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/fact_base.hpp"

namespace entente::app {

/// Facts that no person confirmed or denied, the least certain first, then by id. They point into the base.
[[nodiscard]] std::vector<const Fact*> facts_to_review(const FactBase& base, bool all_facts, double below);

/// One line: id, what it says, how it is meant, confidence.
[[nodiscard]] std::string review_head(const Fact& fact, const FactBase& base);

/// Bytes of the evidence's text at which its trigger stands; both 0 where it is not there as it is written.
[[nodiscard]] std::pair<std::size_t, std::size_t> trigger_in(const Evidence& evidence);

}  // namespace entente::app
