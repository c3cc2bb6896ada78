// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.hpp"
#include "serve/api.hpp"

namespace entente::serve {

// The parameters of an address, each with an Error that names it.

/// Not empty.
[[nodiscard]] Result<std::string> needed(const Call& call, const std::string& name);
/// From 1 to most.
[[nodiscard]] Result<std::size_t> number(const Call& call, const std::string& name, std::size_t otherwise,
                                         std::size_t most);
/// facts=asserted (without it) or all.
[[nodiscard]] Result<bool> wants_all_facts(const Call& call);

}  // namespace entente::serve
