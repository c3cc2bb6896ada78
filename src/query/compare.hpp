// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "query/value.hpp"

namespace entente::query {

/// true, false or unknown (nothing).
using Truth = std::optional<bool>;

/// The language's '=': null on either side gives unknown; lists and maps go by their elements.
[[nodiscard]] Truth equals(const Value& a, const Value& b);

/// Less (-1), equal (0) or greater (1) for '<' and its kin; nothing where the types cannot be compared or a
/// null decides.
[[nodiscard]] std::optional<int> compare(const Value& a, const Value& b);

/// Total order for ORDER BY, min and max: maps < nodes < relationships < lists < paths < datetimes <
/// localdatetimes < times < localtimes < dates < durations < strings < booleans < numbers < NaN < null; 1
/// and 1.0 are equal. Negative, zero or positive.
[[nodiscard]] int order(const Value& a, const Value& b);

/// Sameness for DISTINCT and grouping: null is the same as null, NaN as NaN, 1 as 1.0.
[[nodiscard]] inline bool same(const Value& a, const Value& b) {
  return order(a, b) == 0;
}
[[nodiscard]] std::size_t hash(const Value& value);

/// Hash and sameness of whole rows, for unordered containers.
struct RowHash {
  std::size_t operator()(const List& row) const;
};
struct RowSame {
  bool operator()(const List& a, const List& b) const;
};

}  // namespace entente::query
