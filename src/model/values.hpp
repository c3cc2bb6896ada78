// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>

namespace entente {

/// A number in a text. The value is decimal text ("56800000000", "2.5"), so that no rounding enters the
/// graph.
struct Quantity {
  std::string value;
  std::string unit;   ///< "country", "mask", "USD", "tonne", or empty
  std::string bound;  ///< exact, about, nearly, atLeast, moreThan, atMost, lessThan
  std::string text;   ///< the words: "nearly 150 countries"
  auto operator<=>(const Quantity&) const = default;
};

/// When something happened, as an interval with vague ends (SEM's four time stamps); ISO 8601 dates or empty.
struct TimeSpan {
  std::string earliest_begin, latest_begin, earliest_end, latest_end;
  std::string precision;  ///< day, part of month, month, year, open; or empty where only the words are known
  std::string text;       ///< the words: "By late May"
  auto operator<=>(const TimeSpan&) const = default;
};

}  // namespace entente
