// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/reading.hpp"

namespace entente::extract {

/// A number in the text: tokens [begin, end) with its bound ("nearly", "more than") and multiplier, without
/// what is counted.
struct NumberExpression {
  std::uint32_t begin = 0, end = 0;
  std::string value;     ///< decimal text: "56800000000"
  std::string bound;     ///< exact, about, nearly, atLeast, moreThan, atMost, lessThan
  bool money = false;    ///< a currency sign or code stands before it
  std::string currency;  ///< "USD" where money
};

/// The first number that starts at or after begin and lies within [begin, end); ordinals, years, dates and
/// numbers inside a name ("COVID-19") do not count.
[[nodiscard]] std::optional<NumberExpression> find_number(const Reading& reading, std::uint32_t begin,
                                                          std::uint32_t end);

/// The first quantity within [begin, end): number, bound and what is counted ("nearly 150 countries": 150,
/// nearly, country; "38 million dollars": 38000000, USD; "18 tonnes of medicines": 18, tonne).
[[nodiscard]] std::optional<Quantity> read_quantity(const Reading& reading, std::uint32_t begin,
                                                    std::uint32_t end);

/// "franc", "dollar": the lemma of a noun for money.
[[nodiscard]] bool is_currency(std::string_view lemma);

/// "twenty-six", "1,200", "2.5", "a dozen" without multiplier -> decimal text; nothing for other words.
[[nodiscard]] std::optional<std::string> number_of_word(std::string_view word);

/// a*b for decimal texts where b is a power of ten such as "1000000": exact, no trailing zeros behind the
/// point.
[[nodiscard]] std::string scaled(std::string_view decimal, int power_of_ten);

}  // namespace entente::extract
