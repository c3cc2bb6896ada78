// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/calendar.hpp"
#include "model/reading.hpp"

namespace entente::extract {

/// A time expression in the text: tokens [begin, end), with its preposition ("since 2019", "by late May", "on
/// Tuesday").
struct TimeExpression {
  std::uint32_t begin = 0, end = 0;
  TimeSpan span;
};

/// Time expressions within tokens [begin, end), in text order, not overlapping. Reckoned against
/// reading.date; where that is unknown a relative expression keeps its words and precision, its dates stay
/// empty.
[[nodiscard]] std::vector<TimeExpression> find_times(const Reading& reading, std::uint32_t begin,
                                                     std::uint32_t end);

/// The first time expression within tokens [begin, end), or nothing.
[[nodiscard]] std::optional<TimeSpan> read_time(const Reading& reading, std::uint32_t begin,
                                                std::uint32_t end);

}  // namespace entente::extract
