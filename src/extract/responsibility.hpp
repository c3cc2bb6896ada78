// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// Who is said to have done an act of violence, and what the clause that says so adds.
struct Accused {
  Ends doers;
  Features features;
};

/// "X claimed responsibility for the raid", "X was blamed for the raid", "blamed the raid on X", "X was
/// behind the raid": X, for the token of the act's noun; nothing when the sentence does not say it.
[[nodiscard]] std::optional<Accused> accused_of(const Context& context, std::uint32_t act);

/// The noun by which a verb's subject shows its doer ("bears the hallmarks of X"), or kNone.
[[nodiscard]] std::uint32_t trace_of_doer(const Context& context, std::uint32_t verb);

/// Whom those attacked who claim an attack or are blamed for one. Appends drafts.
void read_responsibility(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts);

}  // namespace entente::extract
