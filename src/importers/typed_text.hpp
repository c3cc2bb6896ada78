// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "graph/value.hpp"

namespace entente::importers {

/// The types that a header of a CSV file, or a key of GraphML, may give to a property.
enum class ValueType { text, integer, real, boolean, date };

/// int, long, short, byte; float, double; boolean; string, char; date.
[[nodiscard]] std::optional<ValueType> value_type_from_name(std::string_view name);
/// "a whole number (int)": for messages.
[[nodiscard]] std::string description(ValueType type);

/// The value that a text stands for, spaces around numbers, truth values and dates left out; nothing when it
/// stands for none.
[[nodiscard]] std::optional<graph::Value> typed_value(std::string_view text, ValueType type);

}  // namespace entente::importers
