// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ask/question.hpp"

/// What a clause takes over from the one before it.
namespace entente::ask {

/// "and what may follow?", "and what is in preparation?": the clause before, as a plan.
[[nodiscard]] bool is_sequel(const Clause& clause);
[[nodiscard]] Clause sequel_of(const Clause& before);

/// "and who denied it?": the clause before, denied by whoever is asked for.
[[nodiscard]] bool is_denial(const Clause& clause);
[[nodiscard]] Clause denial_of(const Clause& before, const Clause& clause);

/// "how many were not sent?": of what the clause before speaks of.
void fill_count(Clause& clause, const Clause& before);

/// Takes phrases for what they describe: "Kenya's government" for Kenya, "the congress of X" for the congress
/// that the graph knows; where the clause is no act, puts their parts back.
void settle_descriptions(Clause& clause);

/// Every phrase of a clause, not those of its complement.
[[nodiscard]] std::vector<Phrase*> phrases_of(Clause& clause);
[[nodiscard]] std::vector<const Phrase*> phrases_of(const Clause& clause);

}  // namespace entente::ask
