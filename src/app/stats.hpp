// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "model/fact_base.hpp"

namespace entente::app {

/// How much of what a graph holds.
struct Stats {
  std::size_t documents = 0, entities = 0, facts = 0, evidence = 0;
  std::size_t plain_facts = 0;  ///< asserted and not negated
  std::size_t negated_facts = 0;
  std::map<std::string, std::size_t> classes;     ///< entities by class
  std::map<std::string, std::size_t> relations;   ///< facts by relation
  std::map<std::string, std::size_t> modalities;  ///< facts by modality
};

[[nodiscard]] Stats stats_of(const FactBase& base);

}  // namespace entente::app
