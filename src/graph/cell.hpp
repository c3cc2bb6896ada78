// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "graph/value.hpp"

namespace entente::graph {

/// One property value as it lies in a snapshot: nothing is copied. Lives as long as the snapshot.
struct Cell {
  enum class Kind : std::uint8_t {
    null,
    flag,
    integer,
    real,
    day,  ///< a date without a time of day
    text,
    coded,  ///< any other value (list, map, moment, duration ...), as value_codec.hpp writes it
  };

  Kind kind = Kind::null;
  std::int64_t number = 0;  ///< flag (0 or 1), integer, day (days since 1970-01-01)
  double real = 0;
  std::string_view bytes;  ///< text, coded

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
};

/// The value itself.
[[nodiscard]] Value to_value(const Cell& cell);

}  // namespace entente::graph
