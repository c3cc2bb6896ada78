// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ask/question.hpp"

namespace entente::ask {

/// Puts moved phrases back ("whom did X give aid to": aid is given, whom behind "to"), joins clauses without
/// a verb to the one before them ("how much and when"), and resolves pronouns to names or to the unknown of
/// an earlier clause.
[[nodiscard]] Question settle(Question question, const NameIndex& names,
                              const ontology::Vocabulary& vocabulary);

}  // namespace entente::ask
