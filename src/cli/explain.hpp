// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/why.hpp"
#include "model/fact_base.hpp"

namespace entente::cli {

/// A fact for a reader: its features one a line, then each piece of evidence with document, sentence, trigger
/// and rule.
[[nodiscard]] std::string explain_fact(const Fact& fact, const FactBase& base);

/// An entity for a reader: what it is, then the places that speak of it.
[[nodiscard]] std::string explain_entity(const Entity& entity,
                                         const std::vector<app::MentionReason>& mentions);

}  // namespace entente::cli
