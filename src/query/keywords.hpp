// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente::query {

/// ASCII words without regard to case, as keywords and function names are compared.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);
[[nodiscard]] std::string upper_word(std::string_view word);

/// Words that cannot be variables unless quoted: those that begin or go on a clause or an expression. The
/// words inside CASE are none: facts have a property `when`, and columns like to be named so.
[[nodiscard]] bool is_reserved(std::string_view word);

}  // namespace entente::query
