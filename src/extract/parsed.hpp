// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/extract.hpp"
#include "extract/syntax.hpp"
#include "extract/time.hpp"

namespace entente::extract {

/// What mentions and claims are both read from: made once, when the text has been annotated. The reading
/// must outlive it and stay where it is.
struct Parsed {
  Parsed(const Reading& reading, const Resources& resources);

  Syntax syntax;
  std::vector<std::vector<TimeExpression>> times;  ///< by sentence
};

void find_mentions(Reading& reading, const Parsed& parsed, const Resources& resources);
[[nodiscard]] std::vector<Claim> find_claims(const Reading& reading, const Parsed& parsed,
                                             const Resources& resources,
                                             std::vector<std::string>& unmatched_verbs);

}  // namespace entente::extract
