// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "query/context.hpp"

namespace entente::query {

/// text =~ pattern: the whole text matches the regular expression (PCRE2, Unicode); a bad expression is a
/// run-time error. The work of one match is bounded.
[[nodiscard]] Value matches_regex(const std::string& text, const std::string& pattern, const Expr& place,
                                  Context& context);

}  // namespace entente::query
