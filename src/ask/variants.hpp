// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ask/interpretation.hpp"
#include "ask/name_index.hpp"

namespace entente::ask {

/// Ways to look for a part's answers, the strictest first; the first that finds something is meant. The last
/// is the plain one where nothing found is the answer.
[[nodiscard]] std::vector<Interpretation> variants_of(const Interpretation& part, const NameIndex& names,
                                                      const ontology::Vocabulary& vocabulary);

}  // namespace entente::ask
