// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "query/value.hpp"

namespace entente::cli {

/// The value of a parameter as a person types it: JSON where it is JSON (12, 0.5, true, null, "text", [1,
/// 2]), else the text itself.
[[nodiscard]] query::Value parameter_value(std::string_view text);

/// Reads "name=value" into parameters. Without '=', or without a name: a usage error.
[[nodiscard]] Status add_parameter(const std::string& assignment,
                                   std::map<std::string, query::Value>& parameters);

}  // namespace entente::cli
