// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "query/value.hpp"

namespace entente::query {

/// What kinds of value an expression may have, as far as its text tells: a set of bits.
using TypeSet = std::uint16_t;

namespace type {
inline constexpr TypeSet null = 1, boolean = 2, integer = 4, real = 8, string = 16, list = 32, map = 64,
                         node = 128, edge = 256, path = 512, date = 1024, local_time = 2048, time = 4096,
                         local_date_time = 8192, date_time = 16384, duration = 32768;
inline constexpr TypeSet number = integer | real, entity = node | edge,
                         moment = date | local_time | time | local_date_time | date_time,
                         temporal = moment | duration, any = 65535;
}  // namespace type

/// Possible kinds, and for lists those of the elements (type::any: nothing is known).
struct StaticType {
  TypeSet kinds = type::any;
  TypeSet elements = type::any;
};

/// "a string", "a node or a relationship": for messages.
[[nodiscard]] std::string describe(TypeSet kinds);
/// "a string", "null" ...
[[nodiscard]] std::string_view describe(const Value& value);
[[nodiscard]] TypeSet type_of(const Value& value);

}  // namespace entente::query
