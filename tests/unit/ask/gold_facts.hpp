// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "model/fact_base.hpp"

namespace entente::test {

/// The edges of a gold file as a fact base, so that asking can be judged apart from reading: relations by the
/// first name that the table of gold/README.md gives, classes by the nearest of the ontology.
[[nodiscard]] Result<FactBase> facts_of_gold(const std::filesystem::path& file);

}  // namespace entente::test
